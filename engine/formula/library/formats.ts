/** Library functions that write values for the user, in the user's language. */
import { type Frame, makeText, type Native, spend } from '../frame.ts'
import { toNumber } from '../values.ts'
import { numberArgument, textArgument, valueArgument, wholeArgument } from './arguments.ts'
import { addMonths, DAY } from './calendar.ts'
import { formatDatePattern } from './date-pattern.ts'
import { dateFormat, numberFormat, pluralRules, relativeFormat } from './intl.ts'
import { type Moment, momentOfTime, readMoment } from './moment.ts'
import { formatNumberPattern, isNumberPattern } from './number-pattern.ts'

type Style = 'short' | 'medium' | 'long'

/** What writing a value in the user's language counts as. */
const FORMAT_WORK = 8

const format: Native = (frame, [of, how]) => {
  const value = valueArgument(of)
  const pattern = textArgument(frame, how)
  makeText(frame, 32 + pattern.length)
  spend(frame, FORMAT_WORK)
  if (value === null || value === '') return ''
  const { language } = frame.env.locale
  if (isNumberPattern(pattern)) {
    const number = toNumber(value)
    return Number.isFinite(number) ? formatNumberPattern(language, number, pattern) : textArgument(frame, value)
  }
  if (pattern === '' && typeof value === 'number') return numberFormat(language, {}).format(value)
  const moment = typeof value === 'boolean' ? null : readMoment(frame, value)
  if (moment === null) return textArgument(frame, value)
  if (pattern === 'relative') return relative(frame, moment)
  return named(language, moment, pattern) ?? formatDatePattern(language, moment, pattern)
}

/** The named styles, or null for a pattern. Wall clocks are written as UTC, for they are in no zone any more. */
function named(language: string, moment: Moment, name: string): string | null {
  const at = new Date(moment.days * DAY + moment.clock)
  const write = (date: Style | null, time: Style | null) =>
    dateFormat(language, {
      timeZone: 'UTC',
      ...(date === null ? {} : { dateStyle: date }),
      ...(time === null ? {} : { timeStyle: time }),
    }).format(at)
  // `HH:mm` alone has no date, and a date no time of day.
  const bare = moment.kind === 'wall' && moment.days === 0
  switch (name) {
    case '':
    case 'medium':
      return bare ? write(null, 'short') : write('medium', moment.kind === 'date' ? null : 'short')
    case 'short':
      return bare ? write(null, 'short') : write('short', moment.kind === 'date' ? null : 'short')
    case 'long':
      return bare ? write(null, 'medium') : write('long', moment.kind === 'date' ? null : 'short')
    case 'date':
      return write('medium', null)
    case 'time':
      return write(null, 'short')
    case 'datetime':
      return write('medium', 'short')
    default:
      return null
  }
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['second', 1000, 60],
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
]

/** `in 3 days`, `yesterday`, `5 minutes ago`: a date by the calendar, a time by the clock within a day. */
function relative(frame: Frame, moment: Moment): string {
  const { language, timeZone } = frame.env.locale
  const writer = relativeFormat(language)
  const now = frame.env.now(moment.time === null ? 'day' : 'second')
  if (moment.time !== null) {
    for (const [unit, length, most] of STEPS) {
      const count = Math.trunc((moment.time - now) / length)
      if (Math.abs(count) < most) return writer.format(count, unit)
    }
  }
  const today = momentOfTime(now, timeZone)?.days ?? 0
  const days = moment.days - today
  if (Math.abs(days) < 7) return writer.format(days, 'day')
  const months = wholeMonths(today, moment.days)
  if (months === 0) return writer.format(Math.trunc(days / 7), 'week')
  return Math.abs(months) < 12 ? writer.format(months, 'month') : writer.format(Math.trunc(months / 12), 'year')
}

function wholeMonths(from: number, to: number): number {
  const guess = Math.trunc((to - from) / 30.436875)
  for (const months of [guess + 1, guess, guess - 1]) {
    const reached = addMonths(from, months)
    if (months >= 0 && to >= from && reached <= to) return months
    if (months <= 0 && to <= from && reached >= to && addMonths(from, months - 1) < to) return months
  }
  return guess
}

const money: Native = (frame, [x, currency]) => {
  makeText(frame, 32)
  const amount = numberArgument(x)
  const code = textArgument(frame, currency, frame.env.locale.currency)
  makeText(frame, code.length)
  spend(frame, FORMAT_WORK)
  if (!Number.isFinite(amount)) return ''
  const { language } = frame.env.locale
  if (!/^[a-z]{3}$/i.test(code)) return `${numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)} ${code}`.trim()
  return numberFormat(language, { style: 'currency', currency: code }).format(amount)
}

const percent: Native = (frame, [x, digits]) => {
  makeText(frame, 16)
  spend(frame, FORMAT_WORK)
  const share = numberArgument(x)
  const places = Math.min(10, Math.max(0, wholeArgument(digits)))
  if (!Number.isFinite(share)) return ''
  return numberFormat(frame.env.locale.language, { style: 'percent', minimumFractionDigits: places, maximumFractionDigits: places }).format(share)
}

const plural: Native = (frame, [n, one, other]) => {
  spend(frame, 4)
  return pluralRules(frame.env.locale.language).select(numberArgument(n)) === 'one' ? textArgument(frame, one) : textArgument(frame, other)
}

export const formats: readonly (readonly [string, Native])[] = [
  ['format', format],
  ['money', money],
  ['percent', percent],
  ['plural', plural],
]
