/** Whole numbers, of as many digits as are written. What does not fit into a number exactly is given as a text of digits. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { badNumber, noResult, tooLarge } from './failures.ts'
import type { MathTable } from './operation.ts'
import { bigWholeAt, wholeAt, wholeToJson } from './read-arguments.ts'

const amount = (value: bigint): bigint => (value < 0n ? -value : value)

export function gcdOf(a: bigint, b: bigint): bigint {
  let [x, y] = [amount(a), amount(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `x` and `y` with a·x + b·y = gcd. */
function bezout(a: bigint, b: bigint): { readonly gcd: bigint; readonly x: bigint; readonly y: bigint } {
  let [r0, r1, x0, x1, y0, y1] = [a, b, 1n, 0n, 0n, 1n]
  while (r1 !== 0n) {
    const times = r0 / r1
    ;[r0, r1, x0, x1, y0, y1] = [r1, r0 - times * r1, x1, x0 - times * x1, y1, y0 - times * y1]
  }
  return r0 < 0n ? { gcd: -r0, x: -x0, y: -y0 } : { gcd: r0, x: x0, y: y0 }
}

export function powerMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, left] = [1n % modulus, ((base % modulus) + modulus) % modulus, exponent]
  while (left > 0n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
    left >>= 1n
  }
  return result
}

const SMALL = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n, 73n, 79n, 83n, 89n]

/** Miller and Rabin's test. With the first twelve primes it is a proof up to 3·10²³; beyond, no number is known that passes with all of these and is not prime. */
export function isPrime(n: bigint): boolean {
  if (n < 2n) return false
  for (const prime of SMALL) if (n % prime === 0n) return n === prime
  let [odd, twos] = [n - 1n, 0]
  while (odd % 2n === 0n) [odd, twos] = [odd / 2n, twos + 1]
  return SMALL.every(base => {
    let value = powerMod(base, odd, n)
    if (value === 1n || value === n - 1n) return true
    for (let turn = 1; turn < twos; turn++) {
      value = (value * value) % n
      if (value === n - 1n) return true
    }
    return false
  })
}

/** Pollard's ρ, in Brent's way of collecting differences. */
function divisorOf(n: bigint): bigint {
  if (n % 2n === 0n) return 2n
  for (let constant = 1n; ; constant++) {
    let [x, y, product, found] = [2n, 2n, 1n, 1n]
    const next = (value: bigint): bigint => (value * value + constant) % n
    while (found === 1n) {
      const [from, other] = [x, y]
      for (let step = 0; step < 64; step++) {
        x = next(x)
        y = next(next(y))
        product = (product * amount(x - y)) % n
      }
      found = gcdOf(product, n)
      if (found !== n) continue
      // The collected step went too far: it is gone again, one by one.
      ;[x, y, found] = [from, other, 1n]
      while (found === 1n) {
        x = next(x)
        y = next(next(y))
        found = gcdOf(x - y, n)
      }
    }
    if (found !== n) return found
  }
}

export function primeFactors(n: bigint): ReadonlyMap<bigint, number> {
  const found = new Map<bigint, number>()
  const split = (left: bigint): void => {
    if (left === 1n) return
    if (isPrime(left)) {
      found.set(left, (found.get(left) ?? 0) + 1)
      return
    }
    const divisor = divisorOf(left)
    split(divisor)
    split(left / divisor)
  }
  let left = n
  for (const prime of SMALL)
    while (left % prime === 0n) {
      found.set(prime, (found.get(prime) ?? 0) + 1)
      left /= prime
    }
  split(left)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function factorableAt(args: JsonObject): bigint {
  const n = bigWholeAt(args, 'n')
  if (n < 1n) throw noResult('Only whole numbers from 1 are taken apart.')
  if (String(n).length > MATH_BOUNDS.factorDigits)
    throw tooLarge(`n has ${String(n).length} digits; numbers of at most ${MATH_BOUNDS.factorDigits} are taken apart.`)
  return n
}

function divisorsOf(n: bigint): readonly bigint[] {
  let divisors = [1n]
  for (const [prime, power] of primeFactors(n)) {
    if (divisors.length * (power + 1) > MATH_BOUNDS.elements) throw tooLarge(`n has more than ${MATH_BOUNDS.elements.toLocaleString('en')} divisors.`)
    divisors = divisors.flatMap(divisor => Array.from({ length: power + 1 }, (_, exponent) => divisor * prime ** BigInt(exponent)))
  }
  return divisors.sort((a, b) => (a < b ? -1 : 1))
}

/** The sieve of Eratosthenes, of a stretch: what is left once the multiples of all primes up to the root are gone. */
function primesBetween(from: number, to: number): number[] {
  if (to - from > 100_000) throw tooLarge('from and to are at most 100,000 apart.')
  const root = Math.floor(Math.sqrt(to))
  const isComposite = new Uint8Array(root + 1)
  const stretch = new Uint8Array(Math.max(0, to - from + 1))
  for (let prime = 2; prime <= root; prime++) {
    if (isComposite[prime]) continue
    for (let multiple = prime * prime; multiple <= root; multiple += prime) isComposite[multiple] = 1
    for (let multiple = Math.max(prime * prime, Math.ceil(from / prime) * prime); multiple <= to; multiple += prime) stretch[multiple - from] = 1
  }
  const primes: number[] = []
  for (let n = Math.max(2, from); n <= to; n++) if (!stretch[n - from]) primes.push(n)
  return primes
}

function nextPrime(n: bigint): bigint {
  if (String(n).length > 60) throw tooLarge('The next prime is looked for from numbers of at most 60 digits.')
  let candidate = n < 2n ? 2n : n + 1n
  while (!isPrime(candidate)) candidate++
  return candidate
}

function fibonacci(n: number): bigint {
  let [a, b] = [0n, 1n]
  for (let step = 0; step < n; step++) [a, b] = [b, a + b]
  return a
}

function modulusAt(args: JsonObject): bigint {
  const modulus = bigWholeAt(args, 'modulus')
  if (modulus < 1n) throw noResult('The modulus is a whole number from 1.')
  return modulus
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A whole number in another base, 2 to 36: digits and then letters. */
function inBase(args: JsonObject): string {
  const [from, to] = [wholeAt(args, 'from', 2, 36, 10), wholeAt(args, 'to', 2, 36, 10)]
  const text = String(args.value ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]/g, '')
  const minus = text.startsWith('-')
  const digits = minus ? text.slice(1) : text
  if (digits === '' || digits.length > MATH_BOUNDS.wholeDigits) throw badNumber(`value needs 1 to ${MATH_BOUNDS.wholeDigits} digits.`)
  let number = 0n
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit)
    if (worth < 0 || worth >= from)
      throw badNumber(`“${digit}” is no digit in base ${from}; it has ${DIGITS.slice(0, from).slice(0, 1)} to ${DIGITS.charAt(from - 1)}.`)
    number = number * BigInt(from) + BigInt(worth)
  }
  return `${minus && number !== 0n ? '-' : ''}${number.toString(to)}`
}

function bits(run: (a: bigint, b: bigint) => bigint): (args: JsonObject) => Json {
  return args => wholeToJson(run(bigWholeAt(args, 'a'), bigWholeAt(args, 'b')))
}

function shifted(a: bigint, by: bigint): bigint {
  if (amount(by) > 1000n) throw tooLarge('A number is shifted by at most 1,000 places.')
  return by < 0n ? a >> -by : a << by
}

export const numberTheory: MathTable = [
  ['gcd', bits(gcdOf)],
  ['lcm', bits((a, b) => (a === 0n || b === 0n ? 0n : amount(a * b) / gcdOf(a, b)))],
  [
    'bezout',
    args => {
      const { gcd, x, y } = bezout(bigWholeAt(args, 'a'), bigWholeAt(args, 'b'))
      return { gcd: wholeToJson(gcd), x: wholeToJson(x), y: wholeToJson(y) }
    },
  ],
  ['isPrime', args => isPrime(bigWholeAt(args, 'n'))],
  ['factors', args => [...primeFactors(factorableAt(args))].map(([prime, power]) => ({ prime: wholeToJson(prime), power }))],
  ['divisors', args => divisorsOf(factorableAt(args)).map(wholeToJson)],
  [
    'totient',
    args => wholeToJson([...primeFactors(factorableAt(args))].reduce((product, [prime, power]) => product * (prime - 1n) * prime ** BigInt(power - 1), 1n)),
  ],
  ['nextPrime', args => wholeToJson(nextPrime(bigWholeAt(args, 'n')))],
  ['primes', args => primesBetween(wholeAt(args, 'from', 0, 1e12), wholeAt(args, 'to', 0, 1e12))],
  ['fibonacci', args => wholeToJson(fibonacci(wholeAt(args, 'n', 0, 2000)))],
  [
    'modPow',
    args => {
      const exponent = bigWholeAt(args, 'exponent')
      if (exponent < 0n) throw noResult('The exponent is a whole number from 0; math.modInverse gives the inverse.')
      return wholeToJson(powerMod(bigWholeAt(args, 'base'), exponent, modulusAt(args)))
    },
  ],
  [
    'modInverse',
    args => {
      const [a, modulus] = [bigWholeAt(args, 'a'), modulusAt(args)]
      const { gcd, x } = bezout(((a % modulus) + modulus) % modulus, modulus)
      if (gcd !== 1n) throw noResult(`${a} has no inverse modulo ${modulus}: both can be divided by ${gcd}.`)
      return wholeToJson(((x % modulus) + modulus) % modulus)
    },
  ],
  ['base', inBase],
  ['bits.and', bits((a, b) => a & b)],
  ['bits.or', bits((a, b) => a | b)],
  ['bits.xor', bits((a, b) => a ^ b)],
  ['bits.shift', bits(shifted)],
]
