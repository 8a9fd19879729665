/** Counting, distributions and chance. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { badNumber, finite, noResult, tooLarge } from './failures.ts'
import { math } from './mathjs.ts'
import type { Draw, MathTable } from './operation.ts'
import { numberAt, shareAt, wholeAt, wholeToJson } from './read-arguments.ts'

function factorialOf(n: number): bigint {
  let product = 1n
  for (let factor = 2n; factor <= BigInt(n); factor++) product *= factor
  return product
}

function choose(n: number, k: number): bigint {
  if (k > n) return 0n
  let result = 1n
  for (let step = 1; step <= Math.min(k, n - k); step++) result = (result * BigInt(n - step + 1)) / BigInt(step)
  return result
}

function arrangements(n: number, k: number): bigint {
  let result = 1n
  for (let step = 0; step < k; step++) result *= BigInt(n - step)
  return result
}

const countAt = (args: JsonObject, name: string): number => wholeAt(args, name, 0, MATH_BOUNDS.factorial)

/** Of a whole number 0 … `n`, without a factorial that would be larger than a number can be. */
const logGamma = (x: number): number => guarded('gamma', () => math.lgamma(x)) as number
const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

function above0(args: JsonObject, name: string, otherwise?: number): number {
  const value = numberAt(args, name, otherwise)
  if (value <= 0) throw badNumber(`${name} has to be above 0, not ${value}.`)
  return value
}

/** What a distribution of whole numbers gives: the chance of exactly `k`, of at most and of at least as many. */
function steps(k: number, exactly: (at: number) => number): Json {
  let below = 0
  for (let at = 0; at < k; at++) below += exactly(at)
  const here = exactly(k)
  const share = (value: number): number => Number(Math.max(0, Math.min(1, value)).toPrecision(12))
  return { exactly: share(here), atMost: share(below + here), atLeast: share(1 - below) }
}

/** The chance of less than `z` standard deviations above the mean. */
function normalBelow(z: number): number {
  if (z < -6) return complement(-z)
  return 0.5 * (1 + (math.erf(z / Math.SQRT2) as number))
}

/** Far out, where 1 - erf would keep no digits: the continued fraction of the tail. */
function complement(z: number): number {
  let fraction = 0
  for (let term = 60; term >= 1; term--) fraction = term / (z + fraction)
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (z + fraction)
}

function normalInverse(p: number): number {
  if (p <= 0 || p >= 1) throw noResult('Only shares between 0 and 1 have a place under the curve.')
  let [low, high] = [-40, 40]
  for (let turn = 0; turn < 120; turn++) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < p) low = middle
    else high = middle
  }
  return Number(((low + high) / 2).toPrecision(12))
}

/** The regularized incomplete gamma function: the chance of less than `x`, of shape `a`. */
function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; n < 2000 && Math.abs(term) > sum * 1e-16; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.min(1, sum * front)
  }
  // Lentz's way through the continued fraction.
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < 2000; n++) {
    const step = n * (a - n)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return Math.max(0, 1 - front * h)
}

/** The regularized incomplete beta function. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a
  let c = 1
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / keep(1 + even * d)
    c = keep(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / keep(1 + odd * d)
    c = keep(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return Math.min(1, front * h)
}

const keep = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

function studentBelow(t: number, df: number): number {
  const tail = 0.5 * betaBelow(df / (df + t * t), df / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

function bySides(below: number): Json {
  return { below, above: 1 - below }
}

export const probability: MathTable = [
  ['factorial', args => wholeToJson(factorialOf(countAt(args, 'n')))],
  ['combinations', args => wholeToJson(choose(countAt(args, 'n'), countAt(args, 'k')))],
  [
    'permutations',
    args => {
      const [n, k] = [countAt(args, 'n'), countAt(args, 'k')]
      return k > n ? 0 : wholeToJson(arrangements(n, k))
    },
  ],
  [
    'gamma',
    args => {
      const x = numberAt(args, 'x')
      if (x <= 0 && Number.isInteger(x)) throw noResult('The gamma function has no value at 0 and at whole numbers below it.')
      return finite(guarded('gamma', () => math.gamma(x)) as number, 'The gamma function')
    },
  ],
  ['erf', args => math.erf(numberAt(args, 'x')) as number],
  [
    'binomial',
    args => {
      const n = wholeAt(args, 'n', 0, 10_000)
      const k = wholeAt(args, 'k', 0, n)
      const p = shareAt(args, 'p')
      return steps(k, at =>
        p === 0 ? Number(at === 0) : p === 1 ? Number(at === n) : Math.exp(logChoose(n, at) + at * Math.log(p) + (n - at) * Math.log1p(-p)),
      )
    },
  ],
  [
    'poisson',
    args => {
      const rate = above0(args, 'mean')
      return steps(wholeAt(args, 'k', 0, 10_000), at => Math.exp(at * Math.log(rate) - rate - logGamma(at + 1)))
    },
  ],
  [
    'hypergeometric',
    args => {
      const total = wholeAt(args, 'total', 0, 100_000)
      const [hits, drawn] = [wholeAt(args, 'hits', 0, total), wholeAt(args, 'drawn', 0, Math.min(total, 10_000))]
      const all = logChoose(total, drawn)
      return steps(wholeAt(args, 'k', 0, 10_000), at =>
        at > hits || at > drawn || drawn - at > total - hits ? 0 : Math.exp(logChoose(hits, at) + logChoose(total - hits, drawn - at) - all),
      )
    },
  ],
  [
    'normal',
    args => {
      const [mean, sd] = [numberAt(args, 'mean', 0), above0(args, 'sd', 1)]
      const z = (numberAt(args, 'x') - mean) / sd
      return { density: Math.exp((-z * z) / 2) / (sd * Math.sqrt(2 * Math.PI)), below: normalBelow(z), above: normalBelow(-z) }
    },
  ],
  ['normalInverse', args => numberAt(args, 'mean', 0) + above0(args, 'sd', 1) * normalInverse(numberAt(args, 'p'))],
  ['exponential', args => bySides(Math.max(0, 1 - Math.exp(-above0(args, 'rate') * Math.max(0, numberAt(args, 'x')))))],
  ['student', args => bySides(studentBelow(numberAt(args, 't'), above0(args, 'df')))],
  ['chiSquare', args => bySides(gammaBelow(above0(args, 'df') / 2, numberAt(args, 'x') / 2))],
]

const howMany = (args: JsonObject): number => wholeAt(args, 'count', 1, MATH_BOUNDS.samples, 1)
const several = (count: number, one: () => number): number[] => Array.from({ length: count }, one)

function boundsAt(args: JsonObject): readonly [number, number] {
  const [min, max] = [numberAt(args, 'min', 0), numberAt(args, 'max', 1)]
  if (max < min) throw badNumber(`max (${max}) is below min (${min}).`)
  return [min, max]
}

/** Box and Muller's way from two even throws to one of the bell curve. */
const bell = (draw: Draw): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())

export const chance: MathTable = [
  [
    'random.uniform',
    (args, draw) => {
      const [min, max] = boundsAt(args)
      return several(howMany(args), () => min + draw() * (max - min))
    },
  ],
  [
    'random.whole',
    (args, draw) => {
      const [min, max] = boundsAt(args)
      const [low, high] = [Math.ceil(min), Math.floor(max)]
      if (high < low) throw noResult(`There is no whole number from ${min} to ${max}.`)
      if (high - low > Number.MAX_SAFE_INTEGER) throw tooLarge('min and max are too far apart.')
      return several(howMany(args), () => low + Math.floor(draw() * (high - low + 1)))
    },
  ],
  [
    'random.normal',
    (args, draw) => {
      const [mean, sd] = [numberAt(args, 'mean', 0), above0(args, 'sd', 1)]
      return several(howMany(args), () => mean + sd * bell(draw))
    },
  ],
]
