import type { Json } from '../../../schema/json/json.ts'
import { finite, noResult } from '../failures.ts'

interface ComplexLike {
  readonly re: number
  readonly im: number
}

/** Rounding in the 16th digit shows as 0.30000000000000004; 15 digits are those that a double keeps. */
export function tidy(value: number): number {
  const near = Number(value.toPrecision(15))
  return near === 0 ? 0 : near
}

/** `2 + 3i`, as people write it. */
export function complexText({ re, im }: ComplexLike): string {
  const [real, imaginary] = [tidy(re), tidy(im)]
  if (imaginary === 0) return String(real)
  const size = Math.abs(imaginary) === 1 ? 'i' : `${Math.abs(imaginary)}i`
  if (real === 0) return imaginary < 0 ? `-${size}` : size
  return `${real} ${imaginary < 0 ? '-' : '+'} ${size}`
}

/** Plain JSON of what mathjs gives: numbers, booleans and lists as they are; complex numbers, fractions and units as people write them. */
export function valueToJson(value: unknown, what = 'The expression'): Json {
  if (typeof value === 'number') return finite(value, what)
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(inner => valueToJson(inner, what))
  if (typeof value !== 'object' || value === null) throw noResult(`${what} gives nothing that can be shown.`)
  if ('re' in value && 'im' in value) {
    const { re, im } = value as ComplexLike
    finite(re, what)
    finite(im, what)
    return Math.abs(im) <= Math.abs(re) * 1e-14 ? finite(re, what) : complexText({ re, im })
  }
  if ('isUnit' in value) return unitText(value as unknown as UnitLike, what)
  if ('n' in value && 'd' in value) return (value as unknown as { toFraction(): string }).toFraction()
  if ('toArray' in value) return valueToJson((value as { toArray(): unknown }).toArray(), what)
  throw noResult(`${what} gives nothing that can be shown.`)
}

export interface UnitLike {
  toJSON(): { value: unknown; unit: string | null }
}

/** `7.62 cm`. */
export function unitText(unit: UnitLike, what: string): string {
  const { value, unit: name } = unit.toJSON()
  const amount = value === null || value === undefined ? '1' : valueToJson(typeof value === 'number' ? tidy(finite(value, what)) : value, what)
  return name ? `${String(amount)} ${name}` : String(amount)
}
