import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomRuns } from '../../tests/random-seed.ts'
import { NO_CHANCE } from './draw.ts'
import { runMath } from './run-math.ts'

// Any value: each test knows what it asked for.
const call = (name: string, args: JsonObject): never => runMath(`math.${name}`, args, NO_CHANCE) as never
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
const small = fc.integer({ min: -9, max: 9 })
const written = fc.tuple(whole, fc.integer({ min: 1, max: 5000 })).map(([n, d]) => `${n}/${d}`)
const long = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 12 })).map(([digits, places]) => {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - places)}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`
})
const holds = (...of: [...fc.Arbitrary<unknown>[], (...values: never[]) => void]): void => {
  const check = of.pop() as (...values: unknown[]) => void
  fc.assert(
    fc.property(fc.tuple(...(of as fc.Arbitrary<unknown>[])), values => check(...values)),
    { numRuns: randomRuns(100) },
  )
}

describe('fractions and big numbers', () => {
  it.each(['fraction', 'big'])('%s: the order of a sum and of a product does not matter, and what was added can be taken away', family => {
    const value = family === 'fraction' ? written : long
    holds(value, value, (a: string, b: string) => {
      for (const name of ['add', 'multiply']) expect(call(`${family}.${name}`, { a, b })).toEqual(call(`${family}.${name}`, { a: b, b: a }))
      const sum = call(`${family}.add`, { a, b }) as string | { text: string }
      expect(call(`${family}.compare`, { a: call2(`${family}.subtract`, sum, b), b: a })).toBe(0)
    })
  })

  const call2 = (name: string, a: string | { text: string }, b: string): Json => {
    const result = call(name, { a: typeof a === 'string' ? a : a.text, b }) as Json
    return typeof result === 'object' && result !== null ? ((result as JsonObject).text ?? null) : result
  }

  it('a fraction times what it is divided by is itself', () => {
    holds(written, written, (a: string, b: string) => {
      fc.pre(!b.startsWith('0/'))
      const { text } = call('fraction.divide', { a, b }) as { text: string }
      expect(call('fraction.compare', { a: (call('fraction.multiply', { a: text, b }) as { text: string }).text, b: a })).toBe(0)
    })
  })

  it('whole numbers as texts are what BigInt says', () => {
    const big = fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n })
    holds(big, big, (a: bigint, b: bigint) => {
      expect(call('big.add', { a: String(a), b: String(b) })).toBe(String(a + b))
      expect(call('big.multiply', { a: String(a), b: String(b) })).toBe(String(a * b))
    })
  })
})

describe('numbers', () => {
  it('decimals are as on paper, and as JavaScript’s own but for its rounding', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
    holds(cents, cents, (a: number, b: number) => {
      const [x, y] = [a / 100, b / 100]
      expect(call('add', { a: x, b: y })).toBe((a + b) / 100 || 0)
      expect(call('subtract', { a: x, b: y })).toBe((a - b) / 100 || 0)
      expect(call('multiply', { a: x, b: y })).toBeCloseTo(x * y, 6)
      if (b !== 0) expect(call('divide', { a: x, b: y })).toBeCloseTo(x / y, 6)
    })
  })

  it.each(['sin', 'cos', 'tan', 'atan', 'sinh', 'tanh', 'exp', 'cbrt', 'floor', 'ceil', 'trunc', 'abs', 'sign'] as const)('%s is JavaScript’s', name => {
    holds(fc.double({ min: -30, max: 30, noNaN: true }), (x: number) => {
      expect(call(name, { x })).toBeCloseTo(Math[name](x) || 0, 12)
      // Where a whole number is as near as rounding errors go, expressions take it for one.
      if (!['floor', 'ceil', 'trunc'].includes(name))
        expect((call('evaluate', { expression: `${name}(x)`, scope: { x } }) as number) / (Math[name](x) || 1)).toBeCloseTo(Math[name](x) === 0 ? 0 : 1, 9)
    })
  })

  it('an angle in degrees is the same angle in radians', () => {
    holds(fc.integer({ min: -720, max: 720 }), (degrees: number) => {
      for (const name of ['sin', 'cos']) expect(call(name, { x: degrees, unit: 'deg' })).toBeCloseTo(call(name, { x: (degrees * Math.PI) / 180 }), 12)
    })
  })
})

describe('whole numbers', () => {
  it('gcd · lcm = |a · b|, and Bézout’s numbers give the gcd', () => {
    holds(whole, whole, (a: number, b: number) => {
      const gcd = call('gcd', { a, b }) as number
      expect(BigInt(gcd) * BigInt(call('lcm', { a, b }) as number)).toBe(BigInt(Math.abs(a)) * BigInt(Math.abs(b)))
      const found = call('bezout', { a, b }) as { gcd: number; x: number; y: number }
      expect(found.gcd).toBe(gcd)
      expect(a * found.x + b * found.y).toBe(gcd)
    })
  })

  it('the factors of a number are prime and their product is the number', () => {
    holds(fc.integer({ min: 1, max: 1_000_000_000_000 }), (n: number) => {
      const factors = call('factors', { n }) as { prime: number; power: number }[]
      expect(factors.reduce((product, { prime, power }) => product * prime ** power, 1)).toBe(n)
      for (const { prime } of factors) expect(call('isPrime', { n: prime })).toBe(true)
    })
  })

  it('primes are those that the sieve of Eratosthenes leaves', () => {
    const composite = new Set<number>()
    for (let n = 2; n < 100; n++) for (let multiple = n * n; multiple < 5000; multiple += n) composite.add(multiple)
    const sieve = Array.from({ length: 4998 }, (_, at) => at + 2).filter(n => !composite.has(n))
    expect(call('primes', { from: 0, to: 4999 })).toEqual(sieve)
  })

  it('the inverse modulo a prime undoes, and Fermat’s power is 1', () => {
    holds(fc.integer({ min: 1, max: 1_000_002 }), (a: number) => {
      const modulus = 1_000_003
      expect((a * (call('modInverse', { a, modulus }) as number)) % modulus).toBe(1)
      expect(call('modPow', { base: a, exponent: modulus - 1, modulus })).toBe(1)
    })
  })

  it('another base and back', () => {
    holds(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 2, max: 36 }), (value: bigint, base: number) => {
      const text = call('base', { value: String(value), to: base }) as string
      expect(text).toBe(value.toString(base))
      expect(call('base', { value: text, from: base })).toBe(String(value))
    })
  })
})

describe('matrices', () => {
  const matrix = (side: number) => fc.array(fc.array(small, { minLength: side, maxLength: side }), { minLength: side, maxLength: side })
  const close = (value: readonly (readonly number[])[], digits = 6) => value.map(row => row.map(each => expect.closeTo(each, digits)))

  it('inverse(M) · M = I, and det(A · B) = det(A) · det(B)', () => {
    holds(matrix(3), matrix(3), (a: number[][], b: number[][]) => {
      const det = (of: number[][]) => call('matrix.determinant', { matrix: of }) as number
      expect(det(call('matrix.multiply', { a, b }))).toBeCloseTo(det(a) * det(b), 4)
      fc.pre(Math.abs(det(a)) > 0.5)
      const inverse = call('matrix.inverse', { matrix: a })
      expect(call('matrix.multiply', { a: inverse, b: a })).toEqual(
        close([
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]),
      )
      const vector = [1, -2, 3]
      const solution = call('solve', { matrix: a, vector }) as number[]
      expect(a.map(row => row.reduce((sum, factor, at) => sum + factor * (solution[at] ?? 0), 0))).toEqual(vector.map(each => expect.closeTo(each, 6)))
    })
  })

  it('L · U are the rows in that order, Q · R is the matrix, and Q turns without stretching', () => {
    holds(matrix(3), (a: number[][]) => {
      const { l, u, order } = call('matrix.lu', { matrix: a }) as { l: number[][]; u: number[][]; order: number[] }
      const product = call('matrix.multiply', { a: l, b: u }) as number[][]
      expect(order.map(place => product[place - 1])).toEqual(close(a))
      const { q, r } = call('matrix.qr', { matrix: a }) as { q: number[][]; r: number[][] }
      expect(call('matrix.multiply', { a: q, b: r })).toEqual(close(a))
    })
  })

  it('eigenvalues add up to the trace, and their vectors are only stretched', () => {
    const side = fc.integer({ min: 1, max: 7 })
    holds(side.chain(matrix), (of: number[][]) => {
      const { values, vectors } = call('matrix.eigen', { matrix: of }) as { values: { re: number; im: number }[]; vectors: ((number | string)[] | null)[] }
      expect(values).toHaveLength(of.length)
      expect(values.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(call('matrix.trace', { matrix: of }), 6)
      for (const [place, { re, im }] of values.entries()) {
        const vector = vectors[place]
        if (im !== 0 || !vector?.every(each => typeof each === 'number')) continue
        const image = of.map(row => row.reduce((sum, factor, at) => sum + factor * Number(vector[at]), 0))
        expect(image).toEqual(vector.map(each => expect.closeTo(Number(each) * re, 4)))
      }
    })
  })
})

describe('algebra', () => {
  const polynomial = fc.array(small, { minLength: 2, maxLength: 5 })
  const textOf = (coefficients: readonly number[]) => coefficients.map((factor, at) => `${factor} * x ^ ${coefficients.length - 1 - at}`).join(' + ')

  it('the derivative of a polynomial is what differences tend to, and its area is what the derivative adds up to', () => {
    holds(polynomial, fc.integer({ min: -3, max: 3 }), (coefficients: number[], at: number) => {
      const expression = textOf(coefficients)
      const slope = call('evaluate', { expression: call('derivative', { expression }), scope: { x: at } }) as number
      const y = (x: number) => call('polynomial', { coefficients, x }) as number
      expect(slope).toBeCloseTo((y(at + 1e-4) - y(at - 1e-4)) / 2e-4, 3)
      expect(call('integral', { expression: call('derivative', { expression }), from: 0, to: at })).toBeCloseTo(y(at) - y(0), 6)
    })
  })

  it('what is simplified or brought together has the same value', () => {
    holds(polynomial, polynomial, (a: number[], b: number[]) => {
      const expression = `(${textOf(a)}) * (${textOf(b)}) - x`
      for (const name of ['simplify', 'rationalize']) {
        const text = call(name, { expression }) as string
        expect(call('isSame', { a: text, b: expression })).toBe(true)
        for (const x of [-2, 0.5, 3])
          expect(call('evaluate', { expression: text, scope: { x } })).toBeCloseTo(call('evaluate', { expression, scope: { x } }), 6)
      }
      expect(call('isSame', { a: expression, b: `${expression} + 1` })).toBe(false)
    })
  })

  it('a polynomial is 0 at its roots, and there are as many as its degree', () => {
    holds(fc.array(small, { minLength: 1, maxLength: 4 }), (zeros: number[]) => {
      let coefficients = [1]
      for (const zero of zeros) coefficients = [...coefficients, 0].map((factor, at) => factor - zero * (at > 0 ? (coefficients[at - 1] ?? 0) : 0))
      const roots = call('roots', { coefficients }) as { re: number; im: number }[]
      const inOrder = [...zeros].sort((a, b) => a - b)
      expect(roots.map(({ re }) => re)).toEqual(inOrder.map(zero => expect.closeTo(zero, 2)))
    })
  })

  it('equations have the solution that they were made from', () => {
    holds(small, small, small, small, small, small, (x: number, y: number, a: number, b: number, c: number, d: number) => {
      fc.pre(a * d - b * c !== 0 && (a !== 0 || c !== 0) && (b !== 0 || d !== 0))
      expect(call('equations', { equations: [`${a} * x + ${b} * y = ${a * x + b * y}`, `${c} * x + ${d} * y = ${c * x + d * y}`] })).toEqual({
        x: expect.closeTo(x, 9),
        y: expect.closeTo(y, 9),
      })
    })
  })
})

describe('units', () => {
  it('there and back is where it began', () => {
    const pairs = [
      ['m', 'inch'],
      ['kg', 'lb'],
      ['degC', 'degF'],
      ['km/h', 'mph'],
      ['L', 'cup'],
      ['J', 'kWh'],
      ['Pa', 'psi'],
      ['m^2', 'acre'],
    ]
    holds(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(...pairs), (value: number, [unit = '', to = '']: string[]) => {
      const there = call('unit.convert', { quantity: { value, unit }, to }) as { value: number }
      const back = call('unit.convert', { quantity: { value: there.value, unit: to }, to: unit }) as { value: number }
      expect(back.value).toBeCloseTo(value, 6)
    })
  })

  it('what is split adds up', () => {
    holds(fc.integer({ min: 0, max: 1_000_000 }), (seconds: number) => {
      const [hours, minutes, rest] = call('unit.split', { quantity: `${seconds} s`, units: ['hour', 'minute', 'second'] }) as { value: number }[]
      expect((hours?.value ?? 0) * 3600 + (minutes?.value ?? 0) * 60 + (rest?.value ?? 0)).toBeCloseTo(seconds, 6)
      expect(minutes?.value).toBeLessThan(60)
    })
  })
})

describe('statistics and chance', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })

  it('the order of a list does not matter, and the mean lies between its ends', () => {
    holds(values, (list: number[]) => {
      const turned = [...list].reverse()
      for (const name of ['mean', 'median', 'variance', 'sum', 'summary']) expect(call(name, { values: turned })).toEqual(call(name, { values: list }))
      const { min, max, mean, q1, median, q3 } = call('summary', { values: list }) as Record<string, number>
      for (const [low, high] of [
        [min, mean],
        [mean, max],
        [q1, median],
        [median, q3],
      ])
        expect(low).toBeLessThanOrEqual((high ?? 0) + 1e-9)
      const counts = call('histogram', { values: list, bins: 7 }) as { count: number }[]
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
    })
  })

  it('the inverse of the bell curve is its inverse', () => {
    holds(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p: number) => {
      const x = call('normalInverse', { p, mean: 5, sd: 2 }) as number
      expect((call('normal', { x, mean: 5, sd: 2 }) as { below: number }).below).toBeCloseTo(p, 9)
    })
  })

  it('what is known of distributions from tables', () => {
    expect((call('student', { t: 2.228, df: 10 }) as { below: number }).below).toBeCloseTo(0.975, 4)
    expect((call('chiSquare', { x: 3.841, df: 1 }) as { above: number }).above).toBeCloseTo(0.05, 4)
    expect((call('chiSquare', { x: 18.307, df: 10 }) as { above: number }).above).toBeCloseTo(0.05, 4)
    expect((call('normal', { x: 1.96 }) as { below: number }).below).toBeCloseTo(0.975, 4)
    expect((call('hypergeometric', { total: 49, hits: 6, drawn: 6, k: 6 }) as { exactly: number }).exactly).toBeCloseTo(1 / 13983816, 12)
  })

  it('the same seed gives the same throws, another gives others, and all lie within their ends', () => {
    holds(fc.integer(), (seed: number) => {
      const throws = (of: number) => call('random.whole', { min: 1, max: 6, count: 40, seed: of }) as number[]
      expect(throws(seed)).toEqual(throws(seed))
      expect(throws(seed)).not.toEqual(throws(seed + 1))
      for (const each of throws(seed)) expect([1, 2, 3, 4, 5, 6]).toContain(each)
    })
    const many = call('random.uniform', { count: 10_000, seed: 1 }) as number[]
    expect(many.reduce((sum, each) => sum + each, 0) / 10_000).toBeCloseTo(0.5, 1)
  })
})
