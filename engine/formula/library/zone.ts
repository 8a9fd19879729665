/** Time zones: how far a zone's clocks are from UTC, and what instant a wall clock shows. Times are ms since 1970. */
import { dateFormat } from './intl.ts'

// Offsets change on quarters of an hour only.
const QUARTER = 900_000
const LARGEST = 5_000
const offsets = new Map<string, number>()
// Finding out that there is no such zone takes far longer than using one.
const unknown = new Set<string>()
const LONGEST_NAME = 64

/** `local - UTC` in ms at an instant, or null for a zone that the platform does not know or a time out of its reach. */
export function zoneOffset(zone: string, time: number): number | null {
  if (!(Math.abs(time) <= 8.64e15)) return null
  if (zone === 'UTC') return 0
  if (zone.length > LONGEST_NAME || unknown.has(zone)) return null
  const key = `${zone} ${Math.floor(time / QUARTER)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = computeOffset(zone, Math.floor(time / QUARTER) * QUARTER)
  if (offset === null) return null
  if (offsets.size >= LARGEST) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function computeOffset(zone: string, time: number): number | null {
  let format: Intl.DateTimeFormat
  try {
    format = dateFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    if (unknown.size >= LARGEST) unknown.clear()
    unknown.add(zone)
    return null
  }
  const parts = new Map(format.formatToParts(time).map(part => [part.type, part.value]))
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const date = new Date(0)
  date.setUTCFullYear(parts.get('era')?.startsWith('B') ? 1 - read('year') : read('year'), read('month') - 1, read('day'))
  date.setUTCHours(read('hour'), read('minute'), read('second'))
  return date.getTime() - time
}

/**
 * The instant at which the clocks of a zone show `wall` (ms, as if it were UTC). A time that they show twice is the first
 * of the two; one that they skip is as much later as they skip.
 */
export function wallToTime(zone: string, wall: number): number | null {
  const before = zoneOffset(zone, wall - 86_400_000)
  const after = zoneOffset(zone, wall + 86_400_000)
  if (before === null || after === null) return null
  for (const offset of before === after ? [before] : [before, after]) if (zoneOffset(zone, wall - offset) === offset) return wall - offset
  return wall - before
}
