import type { Path } from '../../schema/json/json.ts'
import type { EventKind, EventRecord } from './event-record.ts'

/**
 * The last so many records, kept as columns: writing one makes no object. Laws: `size` never exceeds `capacity`; records
 * come out as they went in and in that order; the oldest goes first; they are numbered from 1 without gaps, also after `clear`.
 */
export interface EventLog {
  readonly size: number
  /** The number of the newest. */
  readonly seq: number
  /** A record that says no more than this: `event` and `step`. */
  note(at: number, app: string, cause: number, kind: BareKind, what: string): void
  /** A commit. Its first 32 paths are named, for as long as there is room: about eight keys for each record. */
  noteCommit(at: number, app: string, cause: number, patches: readonly { readonly path: Path }[]): void
  put(at: number, app: string, cause: number, kind: FullKind, what: string, code: string | null, ms: number | null, size: number | null): void
  /** Whether the record so many before the newest, which is 0, has these; what is left out does not matter. */
  is(steps: number, app: string | undefined, cause: number | undefined, kinds: ReadonlySet<EventKind> | undefined): boolean
  /** A copy of that record; undefined where there is none. */
  back(steps: number): EventRecord | undefined
  clear(): void
}

type BareKind = 'event' | 'step'
type FullKind = Exclude<EventKind, BareKind | 'commit'>

/** Paths that one commit's record names; its size counts them all. */
const MOST_PATHS = 32
/** It begins with room for so many, and doubles. */
const FIRST_ROOM = 1024
/** Keys of paths for each record, as far as there is room for. */
const KEYS_EACH = 8

const KINDS: readonly EventKind[] = ['event', 'step', 'commit', 'end', 'call', 'grant', 'failure', 'draw', 'provider', 'vital']
const CODE_OF_KIND: Readonly<Record<EventKind, number>> = Object.fromEntries(KINDS.map((kind, code) => [kind, code])) as Record<EventKind, number>
const COMMIT = CODE_OF_KIND.commit
/** In the columns of numbers: null. */
const NONE = Number.NaN

export function createEventLog(capacity: number): EventLog {
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('A log holds at least one record.')
  let room = 0
  /** `paths` is where in all keys that were ever written a record's begin. */
  let numbers = { at: new Float64Array(), cause: new Float64Array(), ms: new Float64Array(), sizes: new Float64Array(), paths: new Float64Array() }
  let kinds = new Uint8Array()
  let texts: { app: string[]; what: string[]; code: (string | null)[] } = { app: [], what: [], code: [] }
  /** The paths of commits, each a number of keys and then those: to keep the paths themselves would keep thousands of small lists from being forgotten early. */
  let keys: (string | number)[] = []
  /** How many have been written, ever; the last of them stand in `keys`. */
  let keysWritten = 0
  const mostKeys = capacity * KEYS_EACH
  let size = 0
  /** Where the newest stands. */
  let head = -1
  let seq = 0

  function grow(): void {
    const next = Math.min(capacity, Math.max(FIRST_ROOM, room * 2))
    const longer = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const made = new Float64Array(next)
      made.set(column)
      return made
    }
    numbers = { at: longer(numbers.at), cause: longer(numbers.cause), ms: longer(numbers.ms), sizes: longer(numbers.sizes), paths: longer(numbers.paths) }
    const before = kinds
    kinds = new Uint8Array(next)
    kinds.set(before)
    room = next
  }

  /** What else stands at `head` is of an older record, unless it is written too: `back` looks at what its kind has. */
  function begin(at: number, app: string, cause: number, kind: number, what: string): void {
    seq++
    head = head + 1 === capacity ? 0 : head + 1
    if (size < capacity) size++
    if (head >= room) grow()
    numbers.at[head] = at
    numbers.cause[head] = cause
    kinds[head] = kind
    texts.app[head] = app
    texts.what[head] = what
  }

  function putKey(key: string | number): void {
    keys[keysWritten++ % mostKeys] = key
  }

  /** Null where they have been written over. */
  function readPaths(from: number, count: number): readonly Path[] | null {
    if (from < keysWritten - mostKeys) return null
    let at = from
    const next = () => keys[at++ % mostKeys] as string | number
    return Array.from({ length: Math.min(count, MOST_PATHS) }, () => Array.from({ length: Number(next()) }, next))
  }

  /** Where the record so many before the newest stands. */
  const placeOf = (steps: number): number => (head - steps + size) % size

  return {
    get size() {
      return size
    },
    get seq() {
      return seq
    },
    note(at, app, cause, kind, what) {
      begin(at, app, cause, CODE_OF_KIND[kind], what)
    },
    noteCommit(at, app, cause, patches) {
      begin(at, app, cause, COMMIT, '')
      numbers.sizes[head] = patches.length
      numbers.paths[head] = keysWritten
      for (let index = 0; index < patches.length && index < MOST_PATHS; index++) {
        const { path } = patches[index] as { readonly path: Path }
        putKey(path.length)
        for (let depth = 0; depth < path.length; depth++) putKey(path[depth] as string | number)
      }
    },
    put(at, app, cause, kind, what, code, ms, sizeOf) {
      begin(at, app, cause, CODE_OF_KIND[kind], what)
      texts.code[head] = code
      numbers.ms[head] = ms === null ? NONE : ms
      numbers.sizes[head] = sizeOf === null ? NONE : sizeOf
    },
    is(steps, app, cause, wanted) {
      const place = placeOf(steps)
      return (
        (app === undefined || texts.app[place] === app) &&
        (cause === undefined || numbers.cause[place] === cause) &&
        (!wanted || wanted.has(KINDS[kinds[place] as number] as EventKind))
      )
    },
    back(steps) {
      if (!(steps >= 0 && steps < size)) return undefined
      const place = placeOf(steps)
      const kind = kinds[place] as number
      const count = numbers.sizes[place] as number
      return {
        seq: seq - steps,
        at: numbers.at[place] as number,
        app: texts.app[place] as string,
        cause: numbers.cause[place] as number,
        kind: KINDS[kind] as EventKind,
        what: texts.what[place] as string,
        code: kind > COMMIT ? (texts.code[place] ?? null) : null,
        ms: kind > COMMIT ? numberOrNull(numbers.ms[place]) : null,
        size: kind >= COMMIT ? numberOrNull(count) : null,
        paths: kind === COMMIT ? readPaths(numbers.paths[place] as number, count) : null,
      }
    },
    clear() {
      texts = { app: [], what: [], code: [] }
      keys = []
      size = 0
      head = -1
    },
  }
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
