import { CalendarDate, parseDate, parseTime, Time } from '@internationalized/date'
import type { DateValue } from 'react-aria-components/Calendar'

/** `YYYY-MM-DD`, or the day of a longer ISO text, as a day; null for anything else. */
export function textToDay(text: unknown): CalendarDate | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null
  try {
    return parseDate(text.slice(0, 10))
  } catch {
    return null
  }
}

/** A year of four digits: while a year is being typed, `0002` is on the way to `2026`, and not yet a day. */
export function isWholeDay(day: DateValue): boolean {
  return day.year >= 1000
}

export function dayToText(day: DateValue): string {
  return new CalendarDate(day.year, day.month, day.day).toString()
}

/** `HH:MM`, with or without seconds, as a time of day; null for anything else. */
export function textToClock(text: unknown): Time | null {
  if (typeof text !== 'string' || !/^\d{1,2}:\d{2}/.test(text)) return null
  try {
    const { hour, minute } = parseTime(text.padStart(text.indexOf(':') === 1 ? text.length + 1 : text.length, '0'))
    return new Time(hour, minute)
  } catch {
    return null
  }
}

export function clockToText(time: { readonly hour: number; readonly minute: number }): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
}

/** A day as the language writes it, for messages: 5 Mar 2026. */
export function writeDay(text: string, language: string): string {
  const day = textToDay(text)
  return day ? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(day.toDate('UTC')) : text
}
