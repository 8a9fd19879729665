import { knownLanguage } from '../locale.ts'

/**
 * A number as the text that is typed for it, in one language, and back. The text holds the bare number; a
 * currency's sign or `%` stands beside it. Percent: the value 0.05 is typed as 5.
 */
export interface NumberText {
  /** What stands before and after the text: `$`, `€`, `%`. */
  readonly before: string
  readonly after: string
  /** With grouping, and for money with the currency's digits; null is the empty text. */
  write(value: number | null): string
  parse(text: string): number | null | 'unfinished'
  /** What one step adds where none is given. */
  readonly step: number
}

export interface NumberStyle {
  readonly format?: string | undefined
  readonly currency?: string | undefined
}

const known = new Map<string, NumberText>()

/** Cached by its arguments. An unknown language or currency falls back to `en-US`, to a plain number. */
export function numberText(language: string, { format = 'plain', currency }: NumberStyle): NumberText {
  const name = `${language} ${format} ${currency}`
  const found = known.get(name)
  if (found) return found
  const made = createNumberText(language, format, currency)
  known.set(name, made)
  return made
}

function createNumberText(language: string, format: string, currency: string | undefined): NumberText {
  const locale = Intl.NumberFormat.supportedLocalesOf(knownLanguage(language))[0] ?? 'en-US'
  const money = format === 'money' ? currencyFormat(locale, currency) : null
  const percent = format === 'percent'
  const digits = money?.resolvedOptions().minimumFractionDigits ?? 0
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 10), useGrouping: 'auto' })
  const decimal = plain.formatToParts(1.5).find(part => part.type === 'decimal')?.value ?? '.'
  const { before, after } = money ? aroundNumber(money) : { before: '', after: percent ? '%' : '' }
  return {
    before,
    after,
    write: value => (value === null || !Number.isFinite(value) ? '' : plain.format(tidy(percent ? value * 100 : value))),
    parse(text) {
      const number = parseNumber(text, decimal)
      return typeof number === 'number' && percent ? tidy(number / 100) : number
    },
    step: percent ? 0.01 : 1,
  }
}

/** 15 significant digits, as formulas round: 0.07 × 100 is 7. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value
}

/**
 * Reads what a person types: digits of any script, the language's decimal sign, any grouping, a minus of
 * any form. A lone point or comma that cannot be grouping (not before exactly three digits, or after
 * a leading zero) is a decimal sign in every language. Empty is null; `-` and the like are unfinished.
 */
export function parseNumber(text: string, decimal: string): number | null | 'unfinished' {
  let bare = asciiDigits(text)
    .replace(/[\s\u00a0\u202f'’_\u200e\u200f\u061c]/g, '')
    .replace(/[−–‒﹣-]/g, '-')
    .replace(/٫/g, '.')
    .replace(/٬/g, '')
  if (bare === '') return null
  const negative = bare.startsWith('-')
  if (negative) bare = bare.slice(1)
  if (!/^[\d.,]*$/.test(bare) || !/\d/.test(bare)) return 'unfinished'
  const point = decimalPlace(bare, decimal === ',' || decimal === '.' ? decimal : '.')
  const whole = (point < 0 ? bare : bare.slice(0, point)).replace(/[.,]/g, '')
  const part = point < 0 ? '' : bare.slice(point + 1)
  if (/[.,]/.test(part)) return 'unfinished'
  const number = Number(`${whole || '0'}.${part || '0'}`)
  return Number.isFinite(number) ? (negative && number !== 0 ? -number : number) : 'unfinished'
}

/** Where the decimal sign stands in `1.234,5`, or -1. */
function decimalPlace(text: string, decimal: string): number {
  const other = decimal === ',' ? '.' : ','
  if (text.includes(decimal)) return text.indexOf(decimal) > text.lastIndexOf(other) ? text.indexOf(decimal) : text.lastIndexOf(other)
  const place = text.indexOf(other)
  if (place < 0 || place !== text.lastIndexOf(other)) return -1
  const grouping = text.length - place === 4 && place <= 3 && place > 0 && !/^0+$/.test(text.slice(0, place))
  return grouping ? -1 : place
}

/** Arabic-Indic, Persian, Devanagari, Bengali and full-width digits as 0–9. */
function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, digit => {
    const code = digit.charCodeAt(0)
    const zero = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10].find(start => code >= start && code < start + 10)!
    return String(code - zero)
  })
}

function currencyFormat(locale: string, currency: string | undefined): Intl.NumberFormat | null {
  if (!currency || !/^[a-z]{3}$/i.test(currency)) return null
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}

function aroundNumber(format: Intl.NumberFormat): { before: string; after: string } {
  const parts = format.formatToParts(1)
  const sign = parts.findIndex(part => part.type === 'currency')
  const text = parts[sign]?.value ?? ''
  return sign >= 0 && sign < parts.findIndex(part => part.type === 'integer') ? { before: text, after: '' } : { before: '', after: text }
}

/**
 * `value` moved by `steps` steps onto the grid of `step` that begins at `min` (or 0), kept within the limits.
 * From nothing it goes one way from 0, or to the limit nearest to 0.
 */
export function stepNumber(
  value: number | null,
  steps: number,
  { step, min, max }: { readonly step: number; readonly min?: number | undefined; readonly max?: number | undefined },
): number {
  if (value === null) {
    const nearest = clamp(0, min, max)
    return nearest === 0 ? clamp(tidy(steps * step), min, max) : nearest
  }
  const base = min ?? 0
  const place = (value - base) / step
  const near = Math.round(place)
  const onGrid = Math.abs(place - near) < 1e-9
  const next = onGrid ? near + steps : steps > 0 ? Math.floor(place) + steps : Math.ceil(place) + steps
  return clamp(tidy(base + next * step), min, max)
}

function clamp(value: number, min: number | undefined, max: number | undefined): number {
  return Math.max(min ?? -Infinity, Math.min(max ?? Infinity, value))
}
