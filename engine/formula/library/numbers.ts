/** Library functions on numbers. What is no finite number is null (B25). */
import { fault, type Native } from '../frame.ts'
import { finite, toNumber } from '../values.ts'
import { numberArgument, valueArgument, wholeArgument } from './arguments.ts'

/** The functions of one number, which `calc` knows too. */
export const functionsOfOneNumber: ReadonlyMap<string, (x: number) => number> = new Map([
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['abs', Math.abs],
  ['sign', Math.sign],
  ['sqrt', Math.sqrt],
  ['exp', Math.exp],
  ['ln', Math.log],
  ['log10', Math.log10],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
])

/**
 * Rounds half up at the given decimal, by the number's decimal digits, so that `round(1.005, 2)` is 1.01.
 * Digits beyond 15 leave it as it is; negative ones round to tens, hundreds …
 */
export function roundTo(x: number, digits: number): number {
  if (digits === 0) return Math.round(x)
  if (digits > 15 || !Number.isFinite(x)) return x
  const shift = (n: number, by: number) => {
    const [mantissa, exponent = '0'] = String(n).split('e')
    return Number(`${mantissa}e${Number(exponent) + by}`)
  }
  return shift(Math.round(shift(x, digits)), -digits)
}

const number: Native = (_, [x]) => {
  const value = valueArgument(x)
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? finite(toNumber(value)) : null
}

const random: Native = frame => (frame.env.chance === null ? fault(frame, 'steps-only', 'random() is allowed in steps only.') : frame.env.chance.random())

export const numbers: readonly (readonly [string, Native])[] = [
  ...[...functionsOfOneNumber].map(([name, f]): readonly [string, Native] => [name, (_, [x]) => finite(f(numberArgument(x)))]),
  ['round', (_, [x, digits]) => finite(roundTo(numberArgument(x), wholeArgument(digits)))],
  ['pow', (_, [x, y]) => finite(numberArgument(x) ** numberArgument(y))],
  ['clamp', (_, [x, least, most]) => finite(Math.min(Math.max(numberArgument(x), numberArgument(least)), numberArgument(most)))],
  ['mod', (_, [x, y]) => modulo(numberArgument(x), numberArgument(y))],
  ['pi', () => finite(Math.PI)],
  ['number', number],
  ['random', random],
]

/** The remainder with the sign of the divisor, so that `mod(-1, 7)` is 6. */
function modulo(x: number, y: number): number | null {
  return finite(((x % y) + y) % y)
}
