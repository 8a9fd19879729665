/** Everything that happens in the apps of one page, as the last 65,536 plain records, and how long tools and providers took. */
import type { Json } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import type { AppObserver } from '../ports.ts'
import { createEventLog } from './event-log.ts'
import type { EventKind, EventRecord } from './event-record.ts'
import { createHistogram, type Histogram } from './histogram.ts'

export const RING_CAPACITY = 65_536
/** A page that calls things by ever new names must not grow without end. */
const MOST_TIMINGS = 512

export interface EventQuery {
  readonly app?: string
  readonly cause?: number
  readonly kinds?: ReadonlySet<EventKind>
  /** Only what came after the record of this number. */
  readonly after?: number
  /** The newest so many; 1,000 where it is left out. */
  readonly limit?: number
}

/** How long one tool or provider took, over all its calls. */
export interface Timing {
  readonly kind: 'call' | 'provider'
  readonly what: string
  readonly histogram: Histogram
}

export interface Observer {
  /** The number of the newest record: it grows whenever something is noted. */
  readonly seq: number
  /** What one app notes in. The same app may ask several times. */
  forApp(app: string): AppObserver
  provider(what: string, outcome: { readonly ms: number; readonly size: number; readonly code: string | null }): void
  vital(what: string, value: { readonly ms: number | null; readonly size: number | null }): void
  /** Copies of the records that fit, oldest first. */
  find(query?: EventQuery): readonly EventRecord[]
  timings(): readonly Timing[]
  clear(): void
}

export interface ObserverOptions {
  /** Milliseconds since 1970, with fractions, never going back. */
  readonly now: () => number
  readonly capacity?: number
}

export function createObserver({ now, capacity = RING_CAPACITY }: ObserverOptions): Observer {
  const log = createEventLog(capacity)
  const timings = { call: new Map<string, Timing>(), provider: new Map<string, Timing>() }
  /** When the clock was last read. What follows in the same piece of work is noted with that: reading it takes longer than noting. */
  let moment = now()
  const look = (): number => {
    moment = now()
    return moment
  }

  function time(kind: Timing['kind'], what: string, ms: number): void {
    let timing = timings[kind].get(what)
    if (!timing) {
      if (timings.call.size + timings.provider.size >= MOST_TIMINGS) return
      timing = { kind, what, histogram: createHistogram() }
      timings[kind].set(what, timing)
    }
    timing.histogram.add(ms)
  }

  return {
    get seq() {
      return log.seq
    },
    forApp(app) {
      /** What is drawn was written last. */
      let written = 0
      return {
        drawn: null,
        now: look,
        event: (cause, what) => log.note(moment, app, cause, 'event', what),
        end: (cause, ms, code) => log.put(moment, app, cause, 'end', '', code, ms, null),
        step: (cause, tool) => log.note(moment, app, cause, 'step', tool),
        commit(cause, patches) {
          written = cause
          log.noteCommit(moment, app, cause, patches)
        },
        call(cause, tool, { ms, size, code }) {
          time('call', tool, ms)
          log.put(moment, app, cause, 'call', tool, code, ms, size)
        },
        grant: (cause, capability, granted) => log.put(look(), app, cause, 'grant', capability, granted ? null : 'denied', null, null),
        failure: (cause, code) => log.put(look(), app, cause, 'failure', '', code, null, null),
        draw: (places, ms) => log.put(moment, app, written, 'draw', '', null, ms, places),
      }
    },
    provider(what, { ms, size, code }) {
      time('provider', what, ms)
      log.put(look(), '', 0, 'provider', what, code, ms, size)
    },
    vital: (what, { ms, size }) => log.put(look(), '', 0, 'vital', what, null, ms, size),
    find({ app, cause, kinds, after = 0, limit = 1000 } = {}) {
      const found: EventRecord[] = []
      const most = Math.min(log.size, log.seq - after)
      for (let steps = 0; steps < most && found.length < limit; steps++) if (log.is(steps, app, cause, kinds)) found.push(log.back(steps) as EventRecord)
      return found.reverse()
    },
    timings: () => [...timings.call.values(), ...timings.provider.values()],
    clear() {
      log.clear()
      timings.call.clear()
      timings.provider.clear()
    },
  }
}

/** A record as an app may read it (`system.events`): its paths as JSON Pointers. */
export function eventToJson(record: EventRecord): Json {
  return { ...record, paths: record.paths?.map(formatPointer) ?? null }
}
