/** What the time functions understand by a value: a date, a time, a clock's `HH:mm`, or what `timeIn` gives. */
import type { Json } from '../../../schema/json/json.ts'
import { type Frame, spend } from '../frame.ts'
import { getField, isRecord } from '../values.ts'
import { DAY, dayNumber, readDate } from './calendar.ts'
import { wallToTime, zoneOffset } from './zone.ts'

/** A date (`clock` 0), or a point in time as the user's clocks show it. */
export interface Moment {
  readonly kind: 'date' | 'time' | 'wall'
  /** Days since 1970-01-01. */
  readonly days: number
  /** Milliseconds since midnight. */
  readonly clock: number
  /** Milliseconds since 1970, where it is a point in time. */
  readonly time: number | null
}

const CLOCK = /^(\d\d?):(\d\d)(?::(\d\d))?$/
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(?:([Zz])|([+-])(\d\d):?(\d\d))?$/

/** What reading a date or a time counts as, or writing one. */
export const MOMENT_WORK = 4

/** Reads a value in the user's zone, or null where it stands for no moment. */
export function readMoment(frame: Frame, value: Json): Moment | null {
  spend(frame, MOMENT_WORK)
  if (typeof value === 'number') return momentOfTime(value, frame.env.locale.timeZone)
  if (typeof value === 'string') {
    const days = readDate(value)
    if (days !== null) return { kind: 'date', days, clock: 0, time: null }
    const clock = readClock(value)
    if (clock !== null) return { kind: 'wall', days: 0, clock, time: null }
    const time = readDateTime(value, frame.env.locale.timeZone)
    return time === null ? null : momentOfTime(time, frame.env.locale.timeZone)
  }
  if (!isRecord(value)) return null
  const part = (key: string) => Number(getField(value, key) ?? 0)
  const [year, month, day] = [getField(value, 'year'), getField(value, 'month'), getField(value, 'day')]
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null
  const clock = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000
  return Number.isFinite(clock) ? { kind: 'wall', days: dayNumber(year, month, day), clock, time: null } : null
}

/** A time as the clocks of a zone show it, or null for an unknown zone or a time beyond the calendar. */
export function momentOfTime(time: number, zone: string): Moment | null {
  const offset = zoneOffset(zone, time)
  if (offset === null) return null
  const days = Math.floor((time + offset) / DAY)
  return { kind: 'time', days, clock: time + offset - days * DAY, time }
}

/** Milliseconds since midnight of `HH:mm` or `HH:mm:ss`, or null. */
export function readClock(text: string): number | null {
  const found = CLOCK.exec(text)
  if (found === null) return null
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : null
}

/** The time of an ISO 8601 date with a time of day; without an offset it is the user's own. */
export function readDateTime(text: string, zone: string): number | null {
  const found = text.length > 40 ? null : DATE_TIME.exec(text)
  if (found === null) return null
  const days = readDate(found[1] as string)
  const clock = readClock(found[2] as string)
  if (days === null || clock === null) return null
  const wall = days * DAY + clock + Math.trunc(Number(found[3] ?? 0) * 1000)
  if (found[4] !== undefined) return wall
  if (found[5] === undefined) return wallToTime(zone, wall)
  const offset = (Number(found[6]) * 60 + Number(found[7])) * 60_000
  return found[5] === '+' ? wall - offset : wall + offset
}
