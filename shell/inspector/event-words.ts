import type { EventRecord } from '../../engine/observe/event-record.ts'
import { formatPointer } from '../../schema/json/pointer.ts'

/** What a record tells, in one line; the paths of a commit apart. */
export function eventWords(record: EventRecord): string {
  const { kind, what, code, size } = record
  const failed = code === null ? '' : ` failed: ${code}`
  switch (kind) {
    case 'event':
      return what
    case 'end':
      return `ended${failed}`
    case 'step':
      return what
    case 'commit':
      return size === 1 ? 'wrote 1 place' : `wrote ${size} places`
    case 'call':
      return `${what}${failed}`
    case 'grant':
      return `${what} ${code === null ? 'is allowed' : 'is not allowed'}`
    case 'failure':
      return `failure: ${code}`
    case 'draw':
      return size === 1 ? '1 component drawn' : `${size} components drawn`
    case 'provider':
      return `${what} replied${failed}`
    case 'vital':
      return what
  }
}

/** `0.42 ms`, `18 ms`, `2.4 s`. */
export function durationWords(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`
  if (ms >= 10) return `${Math.round(ms)} ms`
  return `${ms.toFixed(ms >= 1 ? 1 : 2)} ms`
}

/** The paths of a record, and how many more there were. */
export function pathWords({ paths, size }: EventRecord, most = 8): readonly string[] {
  if (!paths) return []
  const shown = paths.slice(0, most).map(formatPointer)
  const further = (size ?? paths.length) - shown.length
  return further > 0 ? [...shown, `and ${further} more`] : shown
}

/** The time of day with milliseconds: `14:03:27.184`. */
export function timeWords(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
