import type { Json } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { complexText, tidy } from './expression/to-json.ts'
import { badShape, finite, noResult, tooLarge } from './failures.ts'
import type { MathTable } from './operation.ts'
import { numberAt, numbersAt, pairsAt, wholeAt } from './read-arguments.ts'
import { solveSquare } from './solve-square.ts'

interface Complex {
  readonly re: number
  readonly im: number
}

const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im })
const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im })
const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re })
function over(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size }
}

/** Horner's rule; the highest power first. */
function valueAt(coefficients: readonly number[], x: Complex): Complex {
  return coefficients.reduce<Complex>((sum, coefficient) => plus(times(sum, x), { re: coefficient, im: 0 }), { re: 0, im: 0 })
}

/** All roots at once (Durand and Kerner), the highest power first. */
export function rootsOf(coefficients: readonly number[]): readonly Complex[] {
  const start = coefficients.findIndex(coefficient => coefficient !== 0)
  if (start < 0) throw noResult('Every number is a root where all coefficients are 0.')
  const wholes = coefficients.slice(start)
  const end = wholes.findLastIndex(coefficient => coefficient !== 0)
  const zeros = wholes.length - 1 - end
  const lead = wholes[0] ?? 1
  const monic = wholes.slice(0, end + 1).map(coefficient => finite(coefficient / lead, 'A coefficient'))
  const degree = monic.length - 1
  if (degree + zeros > MATH_BOUNDS.polynomialDegree) throw tooLarge(`The degree is ${degree + zeros}; ${MATH_BOUNDS.polynomialDegree} is the most.`)
  if (degree + zeros === 0) throw noResult('A number alone has no roots.')
  const radius = 1 + Math.max(0, ...monic.slice(1).map(Math.abs))
  let roots = Array.from({ length: degree }, (_, place): Complex => {
    const angle = (2 * Math.PI * place) / degree + 0.4
    return { re: radius ** (1 / Math.max(1, degree)) * Math.cos(angle), im: radius ** (1 / Math.max(1, degree)) * Math.sin(angle) }
  })
  for (let turn = 0; turn < 500; turn++) {
    let moved = 0
    roots = roots.map((root, place) => {
      const below = roots.reduce<Complex>((product, other, at) => (at === place ? product : times(product, minus(root, other))), { re: 1, im: 0 })
      const step = over(valueAt(monic, root), below.re === 0 && below.im === 0 ? { re: 1e-12, im: 1e-12 } : below)
      moved = Math.max(moved, Math.hypot(step.re, step.im) / Math.max(1, Math.hypot(root.re, root.im)))
      return minus(root, step)
    })
    if (moved < 1e-15) break
  }
  return [...roots.map(root => settled(monic, root)), ...Array.from({ length: zeros }, () => ({ re: 0, im: 0 }))].sort((a, b) => a.re - b.re || a.im - b.im)
}

/** What is real or whole but for rounding is made so where the polynomial agrees. */
function settled(monic: readonly number[], root: Complex): Complex {
  const scale = Math.max(1, Math.hypot(root.re, root.im))
  const near = (value: number): number => (Math.abs(value - Math.round(value)) < 2e-3 * scale ? Math.round(value) : value)
  const off = (at: Complex): number => {
    const { re, im } = valueAt(monic, at)
    return Math.hypot(re, im)
  }
  const size = monic.reduce((sum, coefficient) => sum * scale + Math.abs(coefficient), 0)
  const real: Complex = { re: root.re, im: Math.abs(root.im) < 2e-3 * scale ? 0 : root.im }
  for (const guess of [{ re: near(root.re), im: near(root.im) }, { re: near(real.re), im: real.im }, real])
    if (off(guess) <= Math.max(off(root), 1e-14 * size)) return guess
  return Math.abs(root.im) < 1e-9 * scale ? real : root
}

/** Least squares: the polynomial that passes nearest to the points, the highest power first. */
function fitted(xs: readonly number[], ys: readonly number[], degree: number): readonly number[] {
  if (xs.length <= degree) throw badShape(`A polynomial of degree ${degree} needs at least ${degree + 1} points; there are ${xs.length}.`)
  const center = xs.reduce((sum, x) => sum + x, 0) / xs.length
  const scale = Math.max(...xs.map(x => Math.abs(x - center))) || 1
  const us = xs.map(x => (x - center) / scale)
  const powers = Array.from({ length: degree + 1 }, (_, power) => us.map(u => u ** power))
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0)
  const solution = solveSquare(
    powers.map(row => powers.map(column => dot(row, column))),
    powers.map(row => dot(row, ys)),
  )
  // From powers of (x - center) / scale back to powers of x.
  let result: number[] = [0]
  for (const factor of [...solution].reverse()) {
    const next = Array.from({ length: result.length + 1 }, () => 0)
    for (const [power, value] of result.entries()) {
      next[power] = (next[power] ?? 0) - (value * center) / scale
      next[power + 1] = (next[power + 1] ?? 0) + value / scale
    }
    next[0] = (next[0] ?? 0) + factor
    result = next
  }
  const parts = result.slice(0, degree + 1).map((value, power) => finite(value, 'A coefficient') * scale ** power)
  const largest = Math.max(...parts.map(Math.abs))
  // What rounding left is nothing.
  return parts.map((part, power) => (Math.abs(part) < largest * 1e-12 ? 0 : Number((part / scale ** power).toPrecision(12)))).reverse()
}

export const polynomials: MathTable = [
  [
    'roots',
    args =>
      rootsOf(numbersAt(args, 'coefficients', 2)).map((root): Json => {
        const [re, im] = [tidy(Number(root.re.toPrecision(13))), tidy(Number(root.im.toPrecision(13)))]
        return { re, im, text: complexText({ re, im }) }
      }),
  ],
  ['polynomial', args => finite(valueAt(numbersAt(args, 'coefficients'), { re: numberAt(args, 'x'), im: 0 }).re, 'The polynomial')],
  ['fit', args => [...fitted(...pairsAt(args, 'xs', 'ys'), wholeAt(args, 'degree', 1, 8, 1))]],
]
