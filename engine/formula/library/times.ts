/** Library functions of dates and times, in the user's zone and by the user's calendar week. */
import type { Json } from '../../../schema/json/json.ts'
import { type Frame, fault, makeList, type Native, spend } from '../frame.ts'
import { shown, textArgument, valueArgument, wholeArgument } from './arguments.ts'
import { addMonths, type CalendarUnit, DAY, dateOfDay, dayNumber, readDate, unitBounds, weekdayOf, writeDate } from './calendar.ts'
import { firstDayOfWeek, zoneNames } from './intl.ts'
import { MOMENT_WORK, type Moment, momentOfTime, readClock, readDateTime, readMoment } from './moment.ts'
import { wallToTime, zoneOffset } from './zone.ts'

const now: Native = frame => frame.env.now(frame.grain === 'frame' ? 'frame' : 'second')

const today: Native = frame => {
  const moment = momentOfTime(frame.env.now('day'), frame.env.locale.timeZone)
  return moment === null ? null : writeDate(moment.days)
}

/** One number of a moment. */
const part =
  (read: (moment: Moment) => number): Native =>
  (frame, [when]) => {
    const moment = readMoment(frame, valueArgument(when))
    return moment === null ? null : read(moment)
  }

/** The same kind of value at another moment: a date stays a date, a time a time. */
function moved(frame: Frame, moment: Moment, days: number, clock = moment.clock): Json {
  spend(frame, MOMENT_WORK)
  return moment.kind === 'date' ? writeDate(days) : wallToTime(frame.env.locale.timeZone, days * DAY + clock)
}

const addBy =
  (add: (days: number, n: number) => number): Native =>
  (frame, [when, n]) => {
    const moment = readMoment(frame, valueArgument(when))
    return moment === null ? null : moved(frame, moment, add(moment.days, wholeArgument(n)))
  }

const diffDays: Native = (frame, [from, to]) => {
  const [a, b] = [readMoment(frame, valueArgument(from)), readMoment(frame, valueArgument(to))]
  return a === null || b === null ? null : b.days - a.days
}

const CLOCK_UNITS = new Map([
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
])
const CALENDAR_UNITS: ReadonlySet<string> = new Set<CalendarUnit>(['year', 'quarter', 'month', 'week', 'day'])

function isCalendarUnit(unit: string): unit is CalendarUnit {
  return CALENDAR_UNITS.has(unit)
}

const bound =
  (end: boolean): Native =>
  (frame, [when, unitName]) => {
    const unit = textArgument(frame, unitName)
    const moment = readMoment(frame, valueArgument(when))
    const length = CLOCK_UNITS.get(unit)
    if (length !== undefined) {
      if (moment?.kind !== 'time') return moment === null ? null : moved(frame, moment, moment.days)
      const start = moment.clock - (moment.clock % length)
      return (moment.time as number) - moment.clock + (end ? start + length - 1 : start)
    }
    if (!isCalendarUnit(unit)) return fault(frame, 'wrong-value', `${shown(unit)} is no unit: write 'day', 'week', 'month', 'quarter' or 'year'.`)
    if (moment === null) return null
    spend(frame, MOMENT_WORK)
    const [first, next] = unitBounds(moment.days, unit, firstDayOfWeek(frame.env.locale.language))
    if (moment.kind === 'date') return writeDate(end ? next - 1 : first)
    const time = moved(frame, moment, end ? next : first, 0)
    return end && typeof time === 'number' ? time - 1 : time
  }

const NUMERIC = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$/

/** Reads `YYYY-MM-DD`, an ISO time (its date in the user's zone), and numbers in the order that the user's locale writes. */
const parseDate: Native = (frame, [of]) => {
  spend(frame, MOMENT_WORK)
  const text = textArgument(frame, of).trim()
  const { language, timeZone } = frame.env.locale
  const days = readDate(text)
  if (days !== null) return text
  const time = readDateTime(text, timeZone)
  if (time !== null) {
    const moment = momentOfTime(time, timeZone)
    return moment === null ? null : writeDate(moment.days)
  }
  const found = NUMERIC.exec(text)
  if (found === null) return null
  const [a, b, c] = [found[1] as string, found[3] as string, found[4] as string]
  const full = (year: string) => (year.length > 2 ? Number(year) : 2000 + Number(year))
  // Points are written day first everywhere; with slashes it is America that puts the month first.
  const monthFirst = found[2] === '/' && /^en(-US|-PH|$)/i.test(language)
  const [year, month, day] = a.length > 2 ? [full(a), Number(b), Number(c)] : monthFirst ? [full(c), Number(a), Number(b)] : [full(c), Number(b), Number(a)]
  const read = writeDate(dayNumber(year, month, day))
  // A month or day that does not exist has carried over.
  return read !== null && Number(read.slice(5, 7)) === month && Number(read.slice(8)) === day ? read : null
}

/** What a look at another zone's clocks counts as. */
const ZONE_WORK = 12
const UNKNOWN_ZONE_WORK = 40

const timeIn: Native = (frame, [zoneName, when]) => {
  spend(frame, ZONE_WORK)
  const zone = textArgument(frame, zoneName)
  const value = valueArgument(when)
  const given = value === null ? frame.env.now('second') : timeOf(frame, value)
  if (given === null) return null
  const moment = momentOfTime(given, zone)
  const offset = zoneOffset(zone, given)
  if (moment === null || offset === null) return unknownZone(frame, zone)
  const clock = moment.clock / 1000
  return {
    ...dateOfDay(moment.days),
    hour: Math.floor(clock / 3600),
    minute: Math.floor(clock / 60) % 60,
    second: Math.floor(clock) % 60,
    weekday: weekdayOf(moment.days),
    date: writeDate(moment.days),
    offset: offset / 60_000,
  }
}

/** A zone that is not chosen yet is no fault, only no answer. */
function unknownZone(frame: Frame, zone: string): null {
  if (zone === '') return null
  spend(frame, UNKNOWN_ZONE_WORK)
  return fault(frame, 'wrong-value', `${shown(zone)} is no time zone: write a name of zones(), like 'Europe/Madrid'.`)
}

/** A point in time: of a date its midnight here. */
function timeOf(frame: Frame, value: Json): number | null {
  const moment = readMoment(frame, value)
  if (moment === null) return null
  return moment.time ?? wallToTime(frame.env.locale.timeZone, moment.days * DAY + moment.clock)
}

const atTime: Native = (frame, [date, clockText, zoneName]) => {
  const moment = readMoment(frame, valueArgument(date))
  const clock = readClock(textArgument(frame, clockText))
  spend(frame, ZONE_WORK)
  const zone = textArgument(frame, zoneName, frame.env.locale.timeZone)
  if (moment === null || clock === null) return null
  return wallToTime(zone, moment.days * DAY + clock) ?? unknownZone(frame, zone)
}

export const times: readonly (readonly [string, Native])[] = [
  ['now', now],
  ['today', today],
  ['year', part(moment => dateOfDay(moment.days).year)],
  ['month', part(moment => dateOfDay(moment.days).month)],
  ['day', part(moment => dateOfDay(moment.days).day)],
  ['weekday', part(moment => weekdayOf(moment.days))],
  ['hour', part(moment => Math.floor(moment.clock / 3_600_000))],
  ['minute', part(moment => Math.floor(moment.clock / 60_000) % 60)],
  ['second', part(moment => Math.floor(moment.clock / 1000) % 60)],
  ['addDays', addBy((days, n) => days + n)],
  ['addMonths', addBy(addMonths)],
  ['diffDays', diffDays],
  ['startOf', bound(false)],
  ['endOf', bound(true)],
  ['parseDate', parseDate],
  ['timeIn', timeIn],
  [
    'zones',
    frame => {
      makeList(frame, zoneNames().length)
      return zoneNames()
    },
  ],
  ['localZone', frame => frame.env.locale.timeZone],
  ['atTime', atTime],
]
