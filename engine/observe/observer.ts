/** Everything that happens in the apps of one page, as the last 65,536 plain records, and how long tools and providers took. */
import type { Json, Path } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import type { AppObserver } from '../ports.ts'
import type { EventKind, EventRecord } from './event-record.ts'
import { createHistogram, type Histogram } from './histogram.ts'
import { createRing } from './ring.ts'

export const RING_CAPACITY = 65_536
/** A page that calls things by ever new names must not grow without end. */
const MOST_TIMINGS = 512
/** Paths that one commit's record names; its size counts them all. */
const MOST_PATHS = 32

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

type Slot = { -readonly [key in keyof EventRecord]: EventRecord[key] }

export function createObserver({ now, capacity = RING_CAPACITY }: ObserverOptions): Observer {
  const ring = createRing<Slot>(capacity, () => ({ seq: 0, at: 0, app: '', cause: 0, kind: 'event', what: '', code: null, ms: null, size: null, paths: null }))
  const timings = new Map<string, Timing>()
  let seq = 0

  function put(
    app: string,
    cause: number,
    kind: EventKind,
    what: string,
    code: string | null,
    ms: number | null,
    size: number | null,
    paths: readonly Path[] | null,
  ): void {
    const slot = ring.next()
    slot.seq = ++seq
    slot.at = now()
    slot.app = app
    slot.cause = cause
    slot.kind = kind
    slot.what = what
    slot.code = code
    slot.ms = ms
    slot.size = size
    slot.paths = paths
  }

  function time(kind: Timing['kind'], what: string, ms: number): void {
    const key = `${kind} ${what}`
    let timing = timings.get(key)
    if (!timing) {
      if (timings.size >= MOST_TIMINGS) return
      timing = { kind, what, histogram: createHistogram() }
      timings.set(key, timing)
    }
    timing.histogram.add(ms)
  }

  return {
    get seq() {
      return seq
    },
    forApp(app) {
      /** What is drawn was written last. */
      let written = 0
      return {
        drawn: null,
        now,
        event: (cause, what) => put(app, cause, 'event', what, null, null, null, null),
        end: (cause, ms, code) => put(app, cause, 'end', '', code, ms, null, null),
        step: (cause, tool) => put(app, cause, 'step', tool, null, null, null, null),
        commit(cause, patches) {
          written = cause
          const paths: Path[] = []
          for (let at = 0; at < patches.length && at < MOST_PATHS; at++) paths.push(patches[at]!.path)
          put(app, cause, 'commit', '', null, null, patches.length, paths)
        },
        call(cause, tool, { ms, size, code }) {
          time('call', tool, ms)
          put(app, cause, 'call', tool, code, ms, size, null)
        },
        grant: (cause, capability, granted) => put(app, cause, 'grant', capability, granted ? null : 'denied', null, null, null),
        failure: (cause, code) => put(app, cause, 'failure', '', code, null, null, null),
        draw: (places, ms) => put(app, written, 'draw', '', null, ms, places, null),
      }
    },
    provider(what, { ms, size, code }) {
      time('provider', what, ms)
      put('', 0, 'provider', what, code, ms, size, null)
    },
    vital: (what, { ms, size }) => put('', 0, 'vital', what, null, ms, size, null),
    find({ app, cause, kinds, after = 0, limit = 1000 } = {}) {
      const found: EventRecord[] = []
      for (let steps = 0; found.length < limit; steps++) {
        const record = ring.back(steps)
        if (!record || record.seq <= after) break
        if ((app !== undefined && record.app !== app) || (cause !== undefined && record.cause !== cause) || (kinds && !kinds.has(record.kind))) continue
        found.push({ ...record })
      }
      return found.reverse()
    },
    timings: () => [...timings.values()],
    clear() {
      ring.clear()
      timings.clear()
    },
  }
}

/** A record as an app may read it (`system.events`): its paths as JSON Pointers. */
export function eventToJson(record: EventRecord): Json {
  return { ...record, paths: record.paths?.map(formatPointer) ?? null }
}
