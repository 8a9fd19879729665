/**
 * Quotients of polynomials in several variables, with whole numbers of any length as factors: what is brought together in one
 * fraction is exact. A polynomial maps the exponents of its variables, `2,0,1`, to its factors.
 */
import type { MathNode } from 'mathjs'
import { badExpression, noResult, tooLarge } from '../failures.ts'
import { gcdOf } from '../number-theory.ts'
import { childrenOf } from './read-expression.ts'

type Polynomial = ReadonlyMap<string, bigint>

export interface Rational {
  readonly above: Polynomial
  readonly below: Polynomial
}

const MOST_TERMS = 400
const MOST_DEGREE = 40
const MOST_DIGITS = 200

const power = (key: string): number[] => key.split(',').map(Number)
const degree = (key: string): number => power(key).reduce((sum, exponent) => sum + exponent, 0)
const constant = (value: bigint, size: number): Polynomial => new Map(value === 0n ? [] : [[Array.from({ length: size }, () => 0).join(','), value]])

function plus(a: Polynomial, b: Polynomial, sign: bigint): Polynomial {
  const sum = new Map(a)
  for (const [key, factor] of b) {
    const value = (sum.get(key) ?? 0n) + sign * factor
    if (value === 0n) sum.delete(key)
    else sum.set(key, value)
  }
  return sum
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  if (a.size * b.size > MOST_TERMS * 25) throw tooLarge('Multiplied out, this would have too many terms.')
  const product = new Map<string, bigint>()
  for (const [one, factor] of a)
    for (const [other, by] of b) {
      const right = power(other)
      const key = power(one)
        .map((exponent, place) => exponent + (right[place] ?? 0))
        .join(',')
      const value = (product.get(key) ?? 0n) + factor * by
      if (value === 0n) product.delete(key)
      else product.set(key, value)
    }
  if (product.size > MOST_TERMS) throw tooLarge(`Multiplied out, this has more than ${MOST_TERMS} terms.`)
  for (const [key, factor] of product)
    if (degree(key) > MOST_DEGREE || String(factor).length > MOST_DIGITS)
      throw tooLarge(`Multiplied out, this has powers above ${MOST_DEGREE} or very long numbers.`)
  return product
}

/** @throws ToolFailure `bad-expression` where it is no quotient of polynomials */
export function toRational(node: MathNode, names: readonly string[]): Rational {
  const one = constant(1n, names.length)
  const inside = (): Rational[] => childrenOf(node).map(child => toRational(child, names))
  switch (node.type) {
    case 'ConstantNode': {
      const { n, d } = decimalFraction(Number((node as unknown as { value: unknown }).value))
      return { above: constant(n, names.length), below: constant(d, names.length) }
    }
    case 'SymbolNode': {
      const place = names.indexOf((node as unknown as { name: string }).name)
      return { above: new Map([[names.map((_, at) => Number(at === place)).join(','), 1n]]), below: one }
    }
    case 'ParenthesisNode':
      return toRational((node as unknown as { content: MathNode }).content, names)
    case 'OperatorNode': {
      const { fn } = node as unknown as { fn: string }
      if (fn === 'pow') {
        const [base, exponent] = childrenOf(node) as [MathNode, MathNode]
        return raised(toRational(base, names), wholeOf(toRational(exponent, names)), one)
      }
      const [a, b] = inside() as [Rational, Rational | undefined]
      switch (fn) {
        case 'unaryPlus':
          return a
        case 'unaryMinus':
          return { above: plus(new Map(), a.above, -1n), below: a.below }
        case 'add':
        case 'subtract':
          if (b) return reduced(sum(a, b, fn === 'add' ? 1n : -1n))
          break
        case 'multiply':
          if (b) return reduced({ above: times(a.above, b.above), below: times(a.below, b.below) })
          break
        case 'divide':
          if (b) return reduced({ above: times(a.above, b.below), below: notZero(times(a.below, b.above)) })
      }
      break
    }
  }
  throw badExpression('only quotients of polynomials are brought together: + - * / and whole powers of variables.')
}

function sum(a: Rational, b: Rational, sign: bigint): Rational {
  if (isSame(a.below, b.below)) return { above: plus(a.above, b.above, sign), below: a.below }
  return { above: plus(times(a.above, b.below), times(b.above, a.below), sign), below: times(a.below, b.below) }
}

function notZero(polynomial: Polynomial): Polynomial {
  if (polynomial.size === 0) throw noResult('Somewhere a number is divided by 0.')
  return polynomial
}

function raised(base: Rational, exponent: number, one: Polynomial): Rational {
  if (Math.abs(exponent) > MOST_DEGREE) throw tooLarge(`Powers go up to ${MOST_DEGREE}.`)
  const { above, below } = exponent < 0 ? { above: base.below, below: notZero(base.above) } : base
  let result: Rational = { above: one, below: one }
  for (let turn = 0; turn < Math.abs(exponent); turn++) result = { above: times(result.above, above), below: times(result.below, below) }
  return result
}

function wholeOf({ above, below }: Rational): number {
  const [[key, value] = ['', 0n]] = [...above]
  const [[, by] = ['', 1n]] = [...below]
  if (above.size > 1 || below.size !== 1 || degree(key) !== 0 || value % by !== 0n) throw badExpression('only whole powers are brought together.')
  const exponent = Number(value / by)
  return exponent
}

/** The decimal as it is written. */
function decimalFraction(value: number): { readonly n: bigint; readonly d: bigint } {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '0', rest = ''] = digits.split('.')
  const shift = Number(exponent) - rest.length
  if (Math.abs(shift) > MOST_DIGITS) throw tooLarge('A number in the expression is too large or too small.')
  const n = BigInt(whole + rest)
  return shift >= 0 ? { n: n * 10n ** BigInt(shift), d: 1n } : { n, d: 10n ** BigInt(-shift) }
}

export function isSame(a: Polynomial, b: Polynomial): boolean {
  return a.size === b.size && [...a].every(([key, factor]) => b.get(key) === factor)
}

/** Without what is above and below alike: numbers, powers of variables and, of one variable, whole factors. */
export function reduced({ above, below }: Rational): Rational {
  const [anyKey = ''] = below.keys()
  if (above.size === 0) return { above, below: constant(1n, power(anyKey).length) }
  let [top, bottom] = [above, below]
  const shared = sharedPower([...top.keys(), ...bottom.keys()])
  if (shared.some(exponent => exponent > 0)) {
    const lowered = (polynomial: Polynomial): Polynomial =>
      new Map(
        [...polynomial].map(([key, factor]) => [
          power(key)
            .map((exponent, place) => exponent - (shared[place] ?? 0))
            .join(','),
          factor,
        ]),
      )
    ;[top, bottom] = [lowered(top), lowered(bottom)]
  }
  const used = shared.map((_, place) => place).filter(place => [...top.keys(), ...bottom.keys()].some(key => (power(key)[place] ?? 0) > 0))
  if (used.length === 1) [top, bottom] = withoutCommon(top, bottom, used[0] as number, shared.length)
  const content = [...top.values(), ...bottom.values()].reduce(gcdOf, 0n)
  const sign = (leading(bottom)?.[1] ?? 1n) < 0n ? -1n : 1n
  const by = content * sign
  if (by === 1n) return { above: top, below: bottom }
  const over = (polynomial: Polynomial): Polynomial => new Map([...polynomial].map(([key, factor]) => [key, factor / by]))
  return { above: over(top), below: over(bottom) }
}

function sharedPower(keys: readonly string[]): readonly number[] {
  const [first = '', ...others] = keys
  return others.reduce((least, key) => {
    const exponents = power(key)
    return least.map((exponent, place) => Math.min(exponent, exponents[place] ?? 0))
  }, power(first))
}

/** Euclid's way, with polynomials of one variable whose factors stay whole and small. */
function withoutCommon(a: Polynomial, b: Polynomial, place: number, size: number): [Polynomial, Polynomial] {
  const list = (polynomial: Polynomial): bigint[] => {
    const found: bigint[] = []
    for (const [key, factor] of polynomial) found[power(key)[place] ?? 0] = factor
    return Array.from(found, factor => factor ?? 0n)
  }
  const map = (factors: readonly bigint[]): Polynomial =>
    new Map(
      factors.flatMap((factor, exponent) =>
        factor === 0n ? [] : [[Array.from({ length: size }, (_, at) => (at === place ? exponent : 0)).join(','), factor] as const],
      ),
    )
  let [p, q] = [primitive(list(a)), primitive(list(b))]
  while (q.length > 0) [p, q] = [q, primitive(remainder(p, q))]
  if (p.length <= 1) return [a, b]
  return [map(quotient(list(a), p)), map(quotient(list(b), p))]
}

function primitive(factors: readonly bigint[]): bigint[] {
  const end = factors.findLastIndex(factor => factor !== 0n)
  const kept = factors.slice(0, end + 1)
  const content = kept.reduce(gcdOf, 0n)
  return content === 0n ? [] : kept.map(factor => factor / content)
}

/** Of a times as much as keeps all factors whole. */
function remainder(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  let rest = [...a]
  const lead = b.at(-1) ?? 1n
  while (rest.length >= b.length) {
    const top = rest.at(-1) ?? 0n
    const shift = rest.length - b.length
    rest = primitive(rest.map((factor, at) => factor * lead - (at >= shift ? top * (b[at - shift] ?? 0n) : 0n)).slice(0, -1))
    if (rest.some(factor => String(factor).length > 1000)) throw tooLarge('The numbers on the way are too long.')
  }
  return rest
}

/** `b` divides `a` but for a number (Gauss: whole factors stay whole where `b` is primitive). */
function quotient(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const rest = [...a]
  const found: bigint[] = []
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const factor = (rest[shift + b.length - 1] ?? 0n) / (b.at(-1) ?? 1n)
    found[shift] = factor
    for (const [at, value] of b.entries()) rest[shift + at] = (rest[shift + at] ?? 0n) - factor * value
  }
  return found
}

/** The highest power first; of the same, the first variable. */
function inOrder(polynomial: Polynomial): readonly (readonly [string, bigint])[] {
  return [...polynomial].sort(([one], [other]) => {
    const [a, b] = [power(one), power(other)]
    const by = degree(other) - degree(one)
    if (by !== 0) return by
    const place = a.findIndex((exponent, at) => exponent !== b[at])
    return place < 0 ? 0 : (b[place] ?? 0) - (a[place] ?? 0)
  })
}

const leading = (polynomial: Polynomial): readonly [string, bigint] | undefined => inOrder(polynomial)[0]

function polynomialText(polynomial: Polynomial, names: readonly string[]): string {
  const terms = inOrder(polynomial).map(([key, factor], place) => {
    const amount = factor < 0n ? -factor : factor
    const variables = power(key).flatMap((exponent, at) => (exponent === 0 ? [] : [exponent === 1 ? names[at] : `${names[at]} ^ ${exponent}`]))
    const text = [...(amount === 1n && variables.length > 0 ? [] : [String(amount)]), ...variables].join(' * ')
    return place === 0 ? (factor < 0n ? `-${text}` : text) : `${factor < 0n ? '-' : '+'} ${text}`
  })
  return terms.length === 0 ? '0' : terms.join(' ')
}

/** `2 * x / (x ^ 2 - 1)`. */
export function rationalText({ above, below }: Rational, names: readonly string[]): string {
  const top = polynomialText(above, names)
  const bottom = polynomialText(below, names)
  if (bottom === '1') return top
  return `${above.size > 1 ? `(${top})` : top} / ${/[ *]/.test(bottom) ? `(${bottom})` : bottom}`
}

export function areSame(a: Rational, b: Rational): boolean {
  return isSame(times(a.above, b.below), times(b.above, a.below))
}
