import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { badNumber, noResult, tooLarge } from './failures.ts'
import { math } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { wholeAt } from './read-arguments.ts'

interface Fraction {
  readonly s: bigint
  readonly n: bigint
  readonly d: bigint
  add(other: Fraction): Fraction
  sub(other: Fraction): Fraction
  mul(other: Fraction): Fraction
  div(other: Fraction): Fraction
  pow(exponent: number): Fraction
  compare(other: Fraction): number
  toFraction(mixed?: boolean): string
  valueOf(): number
}

/** `1/3`, `-2 1/4`, `0.75`, `3`. */
const WRITTEN = /^([+-]?)\s*(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)$|^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)$/i

function fractionAt(args: JsonObject, name: string): Fraction {
  const text = String(args[name] ?? '').trim()
  if (text.length > 200) throw tooLarge(`${name} has more than 200 characters.`)
  const [whole, sign, mixed, upper, lower, decimal] = WRITTEN.exec(text) ?? []
  if (whole === undefined) throw badNumber(`${name} has to be a fraction such as "1/3", "2 1/4" or 0.75.`)
  if (decimal !== undefined) return fraction(decimal)
  if (BigInt(lower ?? 1) === 0n) throw noResult(`${name} has 0 below the line.`)
  const above = BigInt(upper ?? 0) + BigInt(mixed ?? 0) * BigInt(lower ?? 1)
  return fraction(`${sign === '-' ? '-' : ''}${above}/${lower}`)
}

const fraction = (text: string): Fraction => guarded('fraction', () => math.fraction(text)) as Fraction

function fractionJson(value: Fraction): Json {
  if (String(value.n).length > MATH_BOUNDS.wholeDigits || String(value.d).length > MATH_BOUNDS.wholeDigits)
    throw tooLarge(`The fraction has more than ${MATH_BOUNDS.wholeDigits} digits.`)
  return { text: value.toFraction(), mixed: value.toFraction(true), value: quotient(value) }
}

/** As a number, also where what stands above and below would be infinite as one. */
function quotient({ s, n, d }: Fraction): number {
  const [upper, lower] = [Number(n), Number(d)]
  if (Number.isFinite(upper) && Number.isFinite(lower)) return Number(s) * (upper / lower)
  const digits = Math.max(String(n).length, String(d).length) - 300
  const scale = 10n ** BigInt(digits)
  return Number(s) * (Number(n / scale) / Math.max(Number(d / scale), Number.MIN_VALUE))
}

function notZero(value: Fraction): Fraction {
  if (value.n === 0n) throw noResult('Nothing can be divided by 0.')
  return value
}

function two(run: (a: Fraction, b: Fraction) => Fraction): (args: JsonObject) => Json {
  return args => fractionJson(run(fractionAt(args, 'a'), fractionAt(args, 'b')))
}

function power(a: Fraction, n: number): Fraction {
  if (n < 0) notZero(a)
  if (Math.max(String(a.n).length, String(a.d).length) * Math.abs(n) > MATH_BOUNDS.wholeDigits)
    throw tooLarge(`This power would have more than ${MATH_BOUNDS.wholeDigits} digits.`)
  return a.pow(n)
}

export const fractions: MathTable = [
  ['fraction.add', two((a, b) => a.add(b))],
  ['fraction.subtract', two((a, b) => a.sub(b))],
  ['fraction.multiply', two((a, b) => a.mul(b))],
  ['fraction.divide', two((a, b) => a.div(notZero(b)))],
  ['fraction.compare', args => fractionAt(args, 'a').compare(fractionAt(args, 'b'))],
  ['fraction.power', args => fractionJson(power(fractionAt(args, 'a'), wholeAt(args, 'n', -MATH_BOUNDS.wholeDigits, MATH_BOUNDS.wholeDigits)))],
  ['fraction.of', args => fractionJson(fractionAt(args, 'x'))],
]
