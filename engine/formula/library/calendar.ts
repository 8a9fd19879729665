/** Days of the proleptic Gregorian calendar, counted from 1970-01-01. No time zones here. */

export interface CalendarDate {
  readonly year: number
  /** 1 … 12 */
  readonly month: number
  readonly day: number
}

export const DAY = 86_400_000

/** The day number of a date; months and days beyond their ends carry over. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY
}

export function dateOfDay(days: number): CalendarDate {
  const date = new Date(days * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 (Monday) … 7. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1
}

/** `YYYY-MM-DD`, or null outside the years 0 … 9999. */
export function writeDate(days: number): string | null {
  if (!Number.isFinite(days)) return null
  const { year, month, day } = dateOfDay(days)
  if (!(year >= 0 && year <= 9999)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day number of `YYYY-MM-DD`, or null where the text is no date of the calendar. */
export function readDate(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const days = dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  return writeDate(days) === text ? days : null
}

/** A month further on the same day, or on the last day of a month that is shorter. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = dateOfDay(days)
  const first = dayNumber(year, month + months, 1)
  return Math.min(first + day - 1, dayNumber(year, month + months + 1, 1) - 1)
}

export type CalendarUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

/** The first day of the unit that a day lies in, and the first day after it. `firstDay`: the weekday on which weeks start. */
export function unitBounds(days: number, unit: CalendarUnit, firstDay: number): readonly [number, number] {
  const { year, month } = dateOfDay(days)
  switch (unit) {
    case 'year':
      return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)]
    case 'quarter': {
      const first = month - ((month - 1) % 3)
      return [dayNumber(year, first, 1), dayNumber(year, first + 3, 1)]
    }
    case 'month':
      return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)]
    case 'week': {
      const start = days - ((weekdayOf(days) - firstDay + 7) % 7)
      return [start, start + 7]
    }
    case 'day':
      return [days, days + 1]
  }
}
