/** Of each kind of mathematics the most that its bounds let through. */
import type { JsonObject } from '../../schema/json/json.ts'

const list = (length: number): readonly number[] => Array.from({ length }, (_, at) => ((at * 7919) % 1000) / 7 + 1)
const matrix = (side: number) =>
  Array.from({ length: side }, (_, row) => Array.from({ length: side }, (__, column) => (((row + 1) * (column + 3) * 31) % 17) - (row === column ? 40 : 0)))
const digits = (length: number): string => `9${'7'.repeat(length - 1)}`
const values = list(10_000)
const a = matrix(40)

export const largest: readonly (readonly [string, JsonObject])[] = [
  ...['summary', 'mode', 'frequencies', 'zscores', 'mad', 'cumulative', 'outliers', 'product'].map((name): [string, JsonObject] => [name, { values }]),
  ['movingMean', { values, size: 1000 }],
  ['histogram', { values, bins: 200 }],
  ['fit', { xs: values, ys: [...values].reverse(), degree: 8 }],
  ['regression', { xs: values, ys: [...values].reverse() }],
  ...['inverse', 'pseudoInverse', 'determinant', 'rank', 'reduce', 'lu', 'qr'].map((name): [string, JsonObject] => [`matrix.${name}`, { matrix: a }]),
  ['matrix.multiply', { a, b: a }],
  ['matrix.kronecker', { a: matrix(10), b: matrix(10) }],
  ['matrix.power', { matrix: matrix(40).map(row => row.map(each => each / 1000)), n: 1000 }],
  ['matrix.eigen', { matrix: matrix(15) }],
  ['solve', { matrix: a, vector: list(40) }],
  ['roots', { coefficients: list(13) }],
  ['primes', { from: 999_999_900_000, to: 1_000_000_000_000 }],
  ['factors', { n: '999999866000004473' }],
  ['divisors', { n: '897612484786617600' }],
  ['nextPrime', { n: digits(60) }],
  ['isPrime', { n: digits(500) }],
  ['modPow', { base: digits(500), exponent: digits(500), modulus: digits(500) }],
  ['modInverse', { a: digits(499), modulus: digits(500) }],
  ['factorial', { n: 1000 }],
  ['combinations', { n: 1000, k: 500 }],
  ['fibonacci', { n: 2000 }],
  ['base', { value: digits(500), from: 10, to: 36 }],
  ['binomial', { n: 10_000, p: 0.5, k: 10_000 }],
  ['poisson', { mean: 5000, k: 10_000 }],
  ['hypergeometric', { total: 100_000, hits: 50_000, drawn: 10_000, k: 10_000 }],
  ['random.normal', { count: 10_000, seed: 1 }],
  ...['sqrt', 'exp', 'ln'].map((name): [string, JsonObject] => [`big.${name}`, { x: `${digits(3)}.${digits(490)}`, digits: 500 }]),
  ['big.exp', { x: '9999.5', digits: 500 }],
  ['big.pow', { a: '1.0000001', b: '999999999.5', digits: 500 }],
  ['big.divide', { a: digits(500), b: digits(499), digits: 500 }],
  ['big.mod', { a: '1e499', b: '7.3', digits: 500 }],
  ['big.pi', { digits: 500 }],
  ['fraction.power', { a: '2/3', n: 500 }],
  ['fraction.add', { a: `${digits(90)}/${digits(89)}`, b: `${digits(88)}/${digits(90)}` }],
  ['integral', { expression: 'sin(1/x) * cos(1000 * x) / x', from: 0.0001, to: 1 }],
  ['points', { expression: 'sin(x)^2 + cos(x)^2', from: 0, to: 1, count: 1000 }],
  ['evaluate', { expression: 'sum(1:10000) + mean(1:10000) + std(0:0.001:9)' }],
  ['evaluate', { expression: 'det(a * a) + norm(inv(a))', scope: { a } }],
  ['simplify', { expression: Array.from({ length: 12 }, (_, at) => `(x + ${at})`).join(' * ') }],
  ['derivative', { expression: 'sin(x)*cos(x)*tan(x)*exp(x)*log(x)*sqrt(x)*sin(2x)*cos(2x)' }],
  ['derivative', { expression: 'x^x^x^x^x^x^x^x' }],
  ['rationalize', { expression: '(x + y + z)^12 / (x - y)' }],
  ['rationalize', { expression: Array.from({ length: 8 }, (_, at) => `1 / (x^2 + ${at} * x + 1)`).join(' + ') }],
  ['isSame', { a: '(x + y + z)^12', b: '(x + y + z)^6 * (x + y + z)^6' }],
  ['unit.list', {}],
]
