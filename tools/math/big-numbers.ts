/** Decimal numbers as texts, with as many digits as are asked for. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { badNumber, noResult, tooLarge } from './failures.ts'
import { type Decimal, decimal } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { wholeAt } from './read-arguments.ts'

interface DecimalClass {
  new (value: string): Decimal
  clone(settings: { precision: number; toExpNeg: number; toExpPos: number; maxE: number; minE: number; defaults: boolean }): DecimalClass
  acos(value: number): Decimal
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,6})?$/i
const Base = decimal(0).constructor as unknown as DecimalClass
const classes = new Map<number, DecimalClass>()

/** A few digits more than are shown, so that the last one shown is right. */
function classFor(digits: number): DecimalClass {
  const known = classes.get(digits)
  if (known) return known
  const { decimalExponent } = MATH_BOUNDS
  const made = Base.clone({
    precision: digits + 6,
    toExpNeg: -30,
    toExpPos: digits + 12,
    maxE: decimalExponent * 4,
    minE: -decimalExponent * 4,
    defaults: true,
  })
  classes.set(digits, made)
  return made
}

function decimalAt(args: JsonObject, name: string, digits: number): Decimal {
  const given = args[name]
  const text = String(given ?? '').replace(/[\s_]/g, '')
  if (!DECIMAL.test(text)) throw badNumber(`${name} has to be a number such as "0.1" or "12345678901234567890.5".`)
  if (text.length > MATH_BOUNDS.digits * 2) throw tooLarge(`${name} has more than ${MATH_BOUNDS.digits} digits.`)
  const exponent = Math.abs(Number(/e([+-]?\d+)$/i.exec(text)?.[1] ?? 0))
  if (exponent > MATH_BOUNDS.decimalExponent) throw tooLarge(`${name} has an exponent beyond ${MATH_BOUNDS.decimalExponent.toLocaleString('en')}.`)
  return new (classFor(digits))(text)
}

/** Where nobody says how many digits, sums and products are whole, and what goes on for ever stops at 64. */
const digitsAt = (args: JsonObject, otherwise = 64): number => wholeAt(args, 'digits', 1, MATH_BOUNDS.digits, otherwise)

function textOf(value: Decimal, digits: number): string {
  if (value.isNaN()) throw noResult('There is no result among the real numbers.')
  if (!value.isFinite() || Math.abs(value.e) > MATH_BOUNDS.decimalExponent)
    throw tooLarge(`The result has an exponent beyond ${MATH_BOUNDS.decimalExponent.toLocaleString('en')}.`)
  const text = value.toSignificantDigits(digits).toString()
  return text === '-0' ? '0' : text
}

function two(run: (a: Decimal, b: Decimal) => Decimal, otherwise?: number): (args: JsonObject) => Json {
  return args => {
    const digits = digitsAt(args, otherwise)
    const [a, b] = [decimalAt(args, 'a', digits), decimalAt(args, 'b', digits)]
    return textOf(guarded('The calculation', () => run(a, b)) as Decimal, digits)
  }
}

function one(run: (x: Decimal) => Decimal): (args: JsonObject) => Json {
  return args => {
    const digits = digitsAt(args)
    const x = decimalAt(args, 'x', digits)
    return textOf(guarded('The calculation', () => run(x)) as Decimal, digits)
  }
}

function notZero(b: Decimal): Decimal {
  if (b.isZero()) throw noResult('Nothing can be divided by 0.')
  return b
}

/** Sums keep the digits of both, so far as they are asked for; how far apart they may lie bounds what is added up. */
function near(a: Decimal, b: Decimal): Decimal {
  if (!a.isZero() && !b.isZero() && Math.abs(a.e - b.e) > MATH_BOUNDS.decimalExponent) throw tooLarge('a and b are too far apart in size.')
  return b
}

function power(a: Decimal, b: Decimal): Decimal {
  if (a.isZero() && b.isNegative()) throw noResult('0 cannot be raised to a number below 0.')
  if (a.isNegative() && !b.isInteger()) throw noResult('A number below 0 is raised to whole numbers only.')
  // How many digits stand before the point, before they are computed.
  const size = a.isZero()
    ? 0
    : Math.abs(b.toNumber() * Math.log10(Math.max(Math.abs(Number(a.toExponential(5).replace(/e.*/, ''))), 1e-5)) + b.toNumber() * a.e)
  if (!(size <= MATH_BOUNDS.decimalExponent) || b.abs().greaterThan(1e9))
    throw tooLarge(`The power would have an exponent beyond ${MATH_BOUNDS.decimalExponent.toLocaleString('en')}.`)
  return a.pow(b)
}

function exponential(x: Decimal): Decimal {
  if (x.abs().greaterThan(MATH_BOUNDS.decimalExponent * 2))
    throw tooLarge(`x goes from ${-MATH_BOUNDS.decimalExponent * 2} to ${MATH_BOUNDS.decimalExponent * 2}.`)
  return x.exp()
}

function logarithm(x: Decimal): Decimal {
  if (!x.greaterThan(0)) throw noResult('Only numbers above 0 have a logarithm.')
  return x.ln()
}

function squareRoot(x: Decimal): Decimal {
  if (x.isNegative() && !x.isZero()) throw noResult('A number below 0 has no square root among the real numbers.')
  return x.sqrt()
}

function remainder(a: Decimal, b: Decimal): Decimal {
  near(a, notZero(b))
  if (a.e - b.e > MATH_BOUNDS.digits) throw tooLarge('a is too large beside b for a remainder.')
  const rest = a.mod(b)
  return rest.isZero() || rest.isNegative() === b.isNegative() ? rest : rest.plus(b)
}

export const bigNumbers: MathTable = [
  ['big.add', two((a, b) => a.plus(near(a, b)), MATH_BOUNDS.digits)],
  ['big.subtract', two((a, b) => a.minus(near(a, b)), MATH_BOUNDS.digits)],
  ['big.multiply', two((a, b) => a.times(b), MATH_BOUNDS.digits)],
  ['big.divide', two((a, b) => a.div(notZero(b)))],
  ['big.mod', two(remainder)],
  ['big.pow', args => (/^[+]?\d+$/.test(String(args.b ?? '')) ? two(power, MATH_BOUNDS.digits) : two(power))(args)],
  [
    'big.compare',
    args => {
      const digits = MATH_BOUNDS.digits
      return decimalAt(args, 'a', digits).comparedTo(decimalAt(args, 'b', digits))
    },
  ],
  ['big.sqrt', one(squareRoot)],
  ['big.exp', one(exponential)],
  ['big.ln', one(logarithm)],
  [
    'big.round',
    args => {
      const x = decimalAt(args, 'x', MATH_BOUNDS.digits)
      if (Math.abs(x.e) > MATH_BOUNDS.digits) throw tooLarge(`x has an exponent beyond ${MATH_BOUNDS.digits}.`)
      return x.toFixed(wholeAt(args, 'decimals', 0, MATH_BOUNDS.digits, 0), 4)
    },
  ],
  [
    'big.pi',
    args => {
      const digits = digitsAt(args)
      return textOf(classFor(digits).acos(-1), digits)
    },
  ],
]
