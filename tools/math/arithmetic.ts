/** Arithmetic as on paper: sums, differences, products and quotients of decimals are exact before they become a number, so 0.1 + 0.2 is 0.3. */
import type { JsonObject } from '../../schema/json/json.ts'
import { badNumber, finite, noResult } from './failures.ts'
import { type Decimal, decimal } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { numberAt, numbersAt, wholeAt } from './read-arguments.ts'

function exact(what: string, run: (a: Decimal, b: Decimal) => Decimal): (args: JsonObject) => number {
  return args => finite(run(decimal(numberAt(args, 'a')), decimal(numberAt(args, 'b'))).toNumber(), what)
}

function notZero(b: Decimal): Decimal {
  if (b.isZero()) throw noResult('Nothing can be divided by 0.')
  return b
}

function of(what: string, run: (x: number) => number): (args: JsonObject) => number {
  return args => finite(run(numberAt(args, 'x')), what)
}

/** Half is rounded away from zero, and as the digits are written: 1.005 to two is 1.01. */
export function roundTo(x: number, digits: number): number {
  const rounded = decimal(x).abs().toDecimalPlaces(digits, 4).toNumber()
  return x < 0 ? 0 - rounded : rounded
}

function power(a: number, b: number): number {
  if (a === 0 && b < 0) throw noResult('0 cannot be raised to a number below 0.')
  const near = a ** b
  // Small whole powers of decimals are exact on paper: 1.1² is 1.21.
  if (!Number.isInteger(b) || Math.abs(b) > 64 || !Number.isFinite(near) || near === 0) return near
  return decimal(a).pow(b).toNumber()
}

export const arithmetic: MathTable = [
  ['add', exact('The sum', (a, b) => a.plus(b))],
  ['subtract', exact('The difference', (a, b) => a.minus(b))],
  ['multiply', exact('The product', (a, b) => a.times(b))],
  ['divide', exact('The quotient', (a, b) => a.div(notZero(b)))],
  // The remainder has the divisor's sign: the hour 5 before 2 o'clock is 9.
  ['mod', exact('The remainder', (a, b) => a.minus(a.div(notZero(b)).floor().times(b)))],
  ['pow', args => finite(power(numberAt(args, 'a'), numberAt(args, 'b')), 'The power')],
  ['abs', of('The amount', Math.abs)],
  ['sign', of('The sign', Math.sign)],
  ['ceil', of('The number', Math.ceil)],
  ['floor', of('The number', Math.floor)],
  ['trunc', of('The number', Math.trunc)],
  ['sqrt', of('The square root of a number below 0', Math.sqrt)],
  ['cbrt', of('The cube root', Math.cbrt)],
  ['exp', of('The power of e', Math.exp)],
  ['round', args => finite(roundTo(numberAt(args, 'x'), wholeAt(args, 'digits', 0, 15, 0)), 'The number')],
  ['log', args => logarithm(numberAt(args, 'x'), args.base === undefined || args.base === null ? null : numberAt(args, 'base'))],
  ['root', args => root(numberAt(args, 'x'), wholeAt(args, 'n', 1, 1000))],
  ['hypot', args => finite(Math.hypot(...numbersAt(args, 'values')), 'The length')],
]

function logarithm(x: number, base: number | null): number {
  if (x <= 0) throw noResult('Only numbers above 0 have a logarithm.')
  if (base === null) return Math.log(x)
  if (base <= 0 || base === 1) throw badNumber('The base of a logarithm is above 0 and not 1.')
  if (base === 10) return Math.log10(x)
  if (base === 2) return Math.log2(x)
  return nearWhole(Math.log(x) / Math.log(base), guess => base ** guess === x)
}

function root(x: number, n: number): number {
  if (x < 0 && n % 2 === 0) throw noResult('A number below 0 has no even root among the real numbers.')
  return nearWhole(Math.sign(x) * Math.abs(x) ** (1 / n), guess => guess ** n === x)
}

/** The whole number beside `value` where that is exactly right: the 5th root of 243 is 3. */
function nearWhole(value: number, isExact: (guess: number) => boolean): number {
  const guess = Math.round(value)
  return isExact(guess) ? guess : value
}
