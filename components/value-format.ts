/**
 * Values as text, in the person's language. Pure: the locale is handed in. Nothing here throws; a currency or a zone
 * that the platform does not know falls back to the locale's, then to plain writing.
 */
import { isRecord } from './read-field.ts'
import { sayIn } from './words/say.ts'

export interface FormatLocale {
  /** BCP 47. */
  readonly language: string
  /** ISO 4217, where the caller names none. */
  readonly currency: string
  /** IANA. */
  readonly timeZone: string
}

export type NumberStyle = 'plain' | 'number' | 'money' | 'percent'
export type ValueFormat = 'text' | 'number' | 'money' | 'percent' | 'date' | 'time' | 'bool' | 'badge' | 'link'

export interface NumberFormatting {
  readonly style?: NumberStyle | undefined
  readonly currency?: string | undefined
  /** Few characters, for axes: 12K, $3M. */
  readonly short?: boolean
  /** A plus before what is above zero. */
  readonly signed?: boolean
  /** Exactly so many digits after the point, for columns. */
  readonly digits?: number
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** `12,000.5`, `$12.50`, `25 %` (of 0.25). Not finite gives an empty text. */
export function formatNumber(value: number, formatting: NumberFormatting, locale: FormatLocale): string {
  if (!Number.isFinite(value)) return ''
  return numberFormat(formatting, locale).format(value === 0 ? 0 : value)
}

function numberFormat({ style = 'plain', currency, short = false, signed = false, digits }: NumberFormatting, locale: FormatLocale): Intl.NumberFormat {
  const code = style === 'money' ? (currencyCode(currency) ?? currencyCode(locale.currency)) : null
  const name = `${locale.language} ${style} ${code} ${short} ${signed} ${digits}`
  const known = numberFormats.get(name)
  if (known) return known
  const options: Intl.NumberFormatOptions = { maximumFractionDigits: style === 'percent' ? 1 : 2 }
  if (style === 'percent') options.style = 'percent'
  if (code) Object.assign(options, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
  if (code) delete options.maximumFractionDigits
  if (short) Object.assign(options, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 })
  if (digits !== undefined) Object.assign(options, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  if (signed) options.signDisplay = 'exceptZero'
  const made = new Intl.NumberFormat(languageOf(locale), options)
  numberFormats.set(name, made)
  return made
}

function currencyCode(text: string | undefined): string | null {
  return text !== undefined && /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null
}

function languageOf(locale: FormatLocale): string {
  try {
    return Intl.getCanonicalLocales(locale.language)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}

/**
 * The text of one value of a record in a format of `Table.columns`. What does not fit its format is written as text;
 * null is an empty text; lists are joined by commas.
 */
export function formatValue(value: unknown, format: ValueFormat, locale: FormatLocale, currency?: string): string {
  if (value === null || value === undefined) return ''
  if (format === 'bool') return sayIn(locale.language)(truthy(value) ? 'Yes' : 'No')
  if (typeof value === 'number') {
    if (format === 'time' || format === 'date') return formatInstant(value, format, locale)
    if (format === 'text' || format === 'badge' || format === 'link') return String(value)
    return formatNumber(value, { style: format, currency }, locale)
  }
  if (typeof value === 'string') {
    if (format === 'date' || format === 'time') {
      const at = textToTime(value)
      return at === null ? value : formatInstant(at.time, format === 'time' && at.hasHour ? 'time' : 'date', at.zoned ? locale : { ...locale, timeZone: 'UTC' })
    }
    return value
  }
  if (typeof value === 'boolean') return sayIn(locale.language)(value ? 'Yes' : 'No')
  if (Array.isArray(value))
    return value
      .map(element => formatValue(element, 'text', locale))
      .filter(text => text !== '')
      .join(', ')
  if (isRecord(value)) for (const name of ['label', 'name', 'title']) if (Object.hasOwn(value, name) && typeof value[name] === 'string') return value[name]
  return JSON.stringify(value)
}

function truthy(value: unknown): boolean {
  return value !== false && value !== 0 && value !== ''
}

/** A date has no zone: it is read, and written, as UTC. A text with a zone of its own is a moment. */
function textToTime(text: string): { time: number; hasHour: boolean; zoned: boolean } | null {
  const parts = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (!parts) return null
  const time = Date.parse(parts[1] && !parts[2] ? `${text}Z` : text)
  return Number.isNaN(time) ? null : { time, hasHour: parts[1] !== undefined, zoned: parts[2] !== undefined }
}

function formatInstant(time: number, format: 'date' | 'time', locale: FormatLocale): string {
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return ''
  const name = `${locale.language} ${format} ${locale.timeZone}`
  let made = dateFormats.get(name)
  if (!made) {
    made = new Intl.DateTimeFormat(languageOf(locale), {
      dateStyle: 'medium',
      ...(format === 'time' ? { timeStyle: 'short' } : {}),
      timeZone: knownZone(locale.timeZone),
    })
    dateFormats.set(name, made)
  }
  return made.format(time)
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/**
 * Compares two values for sorting: numbers, then texts by the language's order (with numbers in them by value), then
 * the rest. Missing values stand last in both directions, which is why the direction is handed in.
 */
export function createCompare(locale: FormatLocale, direction: 'up' | 'down'): (a: unknown, b: unknown) => number {
  const collator = new Intl.Collator(languageOf(locale), { numeric: true, sensitivity: 'base' })
  const sign = direction === 'up' ? 1 : -1
  return (a, b) => {
    const ranks = rank(a) - rank(b)
    if (rank(a) === 9 || rank(b) === 9) return ranks
    if (ranks !== 0) return sign * ranks
    if (typeof a === 'string') return sign * collator.compare(a, b as string)
    if (typeof a === 'object') return sign * collator.compare(formatValue(a, 'text', locale), formatValue(b, 'text', locale))
    return sign * (Number(a) - Number(b))
  }
}

function rank(value: unknown): number {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return 9
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}
