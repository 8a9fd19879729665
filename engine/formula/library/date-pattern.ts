/** Unicode date patterns: `d MMM yyyy`, `HH:mm`, `EEE`. Letters in single quotes stand for themselves. */
import { DAY, dateOfDay, dayNumber, weekdayOf } from './calendar.ts'
import { dateFormat } from './intl.ts'
import type { Moment } from './moment.ts'

const PIECE = /'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+|'/g

/** Writes a moment by a pattern, in the words of a language. A letter that means nothing stands as it is. */
export function formatDatePattern(language: string, moment: Moment, pattern: string): string {
  return pattern.replace(PIECE, (piece: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'")
    return letter === undefined ? piece : (field(language, moment, letter, piece.length) ?? piece)
  })
}

function field(language: string, moment: Moment, letter: string, width: number): string | null {
  const { year, month, day } = dateOfDay(moment.days)
  const hour = Math.floor(moment.clock / 3_600_000)
  const digits = (n: number) => String(n).padStart(width, '0')
  switch (letter) {
    // YYYY and DD, as other notations have it, are read as the year and the day too.
    case 'y':
    case 'Y':
    case 'u':
      return width === 2 ? String(year % 100).padStart(2, '0') : digits(year)
    case 'Q':
    case 'q':
      return `${width > 2 ? 'Q' : ''}${Math.ceil(month / 3)}`
    case 'M':
    case 'L':
      return width < 3 ? digits(month) : word(language, moment, 'month', letter === 'L' ? { month: named(width) } : { month: named(width), day: 'numeric' })
    case 'w':
      return digits(isoWeek(moment.days))
    case 'd':
    case 'D':
      return digits(day)
    case 'E':
    case 'e':
    case 'c':
      return word(language, moment, 'weekday', { weekday: named(Math.max(3, width)) })
    case 'a':
      return word(language, moment, 'dayPeriod', { hour: 'numeric', hour12: true }) ?? (hour < 12 ? 'AM' : 'PM')
    case 'H':
      return digits(hour)
    case 'k':
      return digits(hour === 0 ? 24 : hour)
    case 'h':
      return digits(hour % 12 === 0 ? 12 : hour % 12)
    case 'K':
      return digits(hour % 12)
    case 'm':
      return digits(Math.floor(moment.clock / 60_000) % 60)
    case 's':
      return digits(Math.floor(moment.clock / 1000) % 60)
    case 'S':
      return String(Math.floor(moment.clock % 1000))
        .padStart(3, '0')
        .padEnd(width, '0')
        .slice(0, width)
    default:
      return null
  }
}

function named(width: number): 'short' | 'long' | 'narrow' {
  return width === 3 ? 'short' : width === 4 ? 'long' : 'narrow'
}

/** The word that the language has for a part of a date. */
function word(language: string, moment: Moment, type: Intl.DateTimeFormatPartTypes, options: Intl.DateTimeFormatOptions): string | null {
  const parts = dateFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(moment.days * DAY + moment.clock)
  return parts.find(part => part.type === type)?.value ?? null
}

/** Week 1 is the one with the year's first Thursday; weeks start on Monday. */
function isoWeek(days: number): number {
  const thursday = days - weekdayOf(days) + 4
  return 1 + Math.floor((thursday - dayNumber(dateOfDay(thursday).year, 1, 1)) / 7)
}
