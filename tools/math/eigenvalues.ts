/**
 * Eigenvalues and eigenvectors of a real square matrix, complex ones too: the matrix is turned into Hessenberg form, and then by
 * QR steps with Wilkinson's shift until the values stand on its diagonal (Golub and Van Loan, 7.5). A vector is what the inverse
 * of the matrix less its value makes of any other (inverse iteration).
 */
import { noResult } from './failures.ts'

export interface Complex {
  readonly re: number
  readonly im: number
}

const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im })
const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im })
const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re })
const size = (a: Complex): number => Math.hypot(a.re, a.im)
const conjugate = (a: Complex): Complex => ({ re: a.re, im: -a.im })
const scaled = (a: Complex, by: number): Complex => ({ re: a.re * by, im: a.im * by })
const ZERO: Complex = { re: 0, im: 0 }
const ONE: Complex = { re: 1, im: 0 }

function over(a: Complex, b: Complex): Complex {
  // Smith's way: no square that could leave the numbers.
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const share = b.im / b.re
    const below = b.re + b.im * share
    return { re: (a.re + a.im * share) / below, im: (a.im - a.re * share) / below }
  }
  const share = b.re / b.im
  const below = b.re * share + b.im
  return { re: (a.re * share + a.im) / below, im: (a.im * share - a.re) / below }
}

function rootOf(a: Complex): Complex {
  const length = size(a)
  const re = Math.sqrt((length + Math.abs(a.re)) / 2)
  if (re === 0) return ZERO
  return a.re >= 0 ? { re, im: a.im / (2 * re) } : { re: Math.abs(a.im) / (2 * re), im: a.im < 0 ? -re : re }
}

type Rows = Complex[][]
const at = (rows: Rows, row: number, column: number): Complex => rows[row]?.[column] ?? ZERO
function put(rows: Rows, row: number, column: number, value: Complex): void {
  const own = rows[row]
  if (own) own[column] = value
}

/** Zeros below the first subdiagonal, by Gauss's steps and their inverses, which keep the values. */
function hessenberg(matrix: readonly (readonly number[])[]): Rows {
  const rows: Rows = matrix.map(row => row.map(re => ({ re, im: 0 })))
  const n = rows.length
  for (let step = 1; step < n - 1; step++) {
    let best = step
    for (let row = step + 1; row < n; row++) if (size(at(rows, row, step - 1)) > size(at(rows, best, step - 1))) best = row
    const first = at(rows, best, step - 1)
    if (size(first) === 0) continue
    if (best !== step) {
      ;[rows[best], rows[step]] = [rows[step] as Complex[], rows[best] as Complex[]]
      for (const row of rows) [row[best], row[step]] = [row[step] ?? ZERO, row[best] ?? ZERO]
    }
    for (let row = step + 1; row < n; row++) {
      const by = over(at(rows, row, step - 1), first)
      if (size(by) === 0) continue
      for (let column = 0; column < n; column++) put(rows, row, column, minus(at(rows, row, column), times(by, at(rows, step, column))))
      for (const each of rows) each[step] = plus(each[step] ?? ZERO, times(by, each[row] ?? ZERO))
    }
  }
  return rows
}

/** The value of the last two by two that is nearer to its last number. */
function shiftOf(rows: Rows, last: number): Complex {
  const [a, b, c, d] = [at(rows, last - 1, last - 1), at(rows, last - 1, last), at(rows, last, last - 1), at(rows, last, last)]
  const half = scaled(minus(a, d), 0.5)
  const root = rootOf(plus(times(half, half), times(b, c)))
  const [one, other] = [plus(half, root), minus(half, root)]
  return plus(d, size(one) < size(other) ? one : other)
}

/** One QR step on the rows and columns from `first` to `last`: what is left of them once Q is taken from one side to the other. */
function turn(rows: Rows, first: number, last: number, shift: Complex): void {
  for (let place = first; place <= last; place++) put(rows, place, place, minus(at(rows, place, place), shift))
  const turns: { readonly c: number; readonly s: Complex }[] = []
  for (let place = first; place < last; place++) {
    const [x, y] = [at(rows, place, place), at(rows, place + 1, place)]
    const length = Math.hypot(size(x), size(y))
    // Givens: c is real and not below 0.
    const phase = size(x) === 0 ? ONE : scaled(x, 1 / size(x))
    const c = length === 0 ? 1 : size(x) / length
    const s = length === 0 ? ZERO : scaled(times(phase, conjugate(y)), 1 / length)
    turns.push({ c, s })
    for (let column = place; column <= last; column++) {
      const [p, q] = [at(rows, place, column), at(rows, place + 1, column)]
      put(rows, place, column, plus(scaled(p, c), times(s, q)))
      put(rows, place + 1, column, minus(scaled(q, c), times(conjugate(s), p)))
    }
  }
  for (const [offset, { c, s }] of turns.entries()) {
    const place = first + offset
    for (let row = first; row <= Math.min(place + 1, last); row++) {
      const [p, q] = [at(rows, row, place), at(rows, row, place + 1)]
      put(rows, row, place, plus(scaled(p, c), times(conjugate(s), q)))
      put(rows, row, place + 1, minus(scaled(q, c), times(s, p)))
    }
  }
  for (let place = first; place <= last; place++) put(rows, place, place, plus(at(rows, place, place), shift))
}

/** In the order of their real parts. @throws ToolFailure `no-result` where they do not settle */
export function eigenvaluesOf(matrix: readonly (readonly number[])[]): readonly Complex[] {
  const rows = hessenberg(matrix)
  const norm = Math.max(...rows.flat().map(size), Number.MIN_VALUE)
  let last = rows.length - 1
  let turns = 0
  while (last > 0) {
    let first = last
    while (first > 0) {
      const below = size(at(rows, first, first - 1))
      const beside = size(at(rows, first, first)) + size(at(rows, first - 1, first - 1))
      if (below <= Number.EPSILON * (beside === 0 ? norm : beside)) break
      first--
    }
    if (first === last) {
      last--
      turns = 0
      continue
    }
    if (++turns > 200) throw noResult('The eigenvalues of this matrix do not settle.')
    // A shift of its own now and then breaks circles.
    turn(rows, first, last, turns % 11 === 10 ? plus(at(rows, last, last), { re: size(at(rows, last, last - 1)), im: 0 }) : shiftOf(rows, last))
  }
  return rows.map((row, place) => settled(row[place] ?? ZERO, norm)).sort((a, b) => a.re - b.re || a.im - b.im)
}

/** Rounding is no imaginary part, and no distance from 0. */
function settled({ re, im }: Complex, norm: number): Complex {
  const nothing = norm * 1e-13
  return { re: Math.abs(re) < nothing ? 0 : re, im: Math.abs(im) < nothing * 10 ? 0 : im }
}

/**
 * A vector of length 1 that the matrix makes `value` times as long, or null where none was found. `place` is the value's among
 * its like, so that each of several that are the same has a vector of its own where there are several.
 */
export function eigenvectorOf(matrix: readonly (readonly number[])[], value: Complex, place: number): readonly Complex[] | null {
  return (
    grownFrom(
      matrix,
      value,
      matrix.map((_, row) => ({ re: row === place ? 1 : 0, im: 0 })),
    ) ??
    grownFrom(
      matrix,
      value,
      matrix.map((_, row) => ({ re: 1 + row * 0.1, im: 0 })),
    )
  )
}

function grownFrom(matrix: readonly (readonly number[])[], value: Complex, start: readonly Complex[]): readonly Complex[] | null {
  const n = matrix.length
  const norm = Math.max(...matrix.flat().map(Math.abs), 1e-300)
  const near = plus(value, { re: norm * 1e-10, im: 0 })
  let vector = start
  for (let round = 0; round < 4; round++) {
    const solved = solve(
      matrix.map((row, place) => [...row.map((re, column) => (place === column ? minus({ re, im: 0 }, near) : { re, im: 0 })), vector[place] ?? ZERO]),
    )
    const length = Math.hypot(...solved.map(size))
    if (!Number.isFinite(length) || length === 0) return null
    vector = solved.map(each => scaled(each, 1 / length))
  }
  // The largest part is made real and above 0, so that there is one answer.
  const largest = vector.reduce((most, each) => (size(each) > size(most) * (1 + 1e-9) ? each : most), ZERO)
  const phase = over({ re: size(largest), im: 0 }, largest)
  const result = vector.map(each => times(each, phase))
  const off = result.map((_, row) =>
    minus(
      result.reduce((sum, each, column) => plus(sum, scaled(each, matrix[row]?.[column] ?? 0)), ZERO),
      times(value, result[row] ?? ZERO),
    ),
  )
  return Math.hypot(...off.map(size)) <= norm * n * 1e-7
    ? result.map(({ re, im }) => ({ re: Math.abs(re) < 1e-9 ? 0 : re, im: Math.abs(im) < 1e-9 ? 0 : im }))
    : null
}

/** Gauss's way, with the largest first. */
function solve(rows: Rows): readonly Complex[] {
  const n = rows.length
  for (let step = 0; step < n; step++) {
    let best = step
    for (let row = step + 1; row < n; row++) if (size(at(rows, row, step)) > size(at(rows, best, step))) best = row
    ;[rows[best], rows[step]] = [rows[step] as Complex[], rows[best] as Complex[]]
    const first = at(rows, step, step)
    const pivot = size(first) === 0 ? { re: 1e-300, im: 0 } : first
    put(rows, step, step, pivot)
    for (let row = step + 1; row < n; row++) {
      const by = over(at(rows, row, step), pivot)
      for (let column = step; column <= n; column++) put(rows, row, column, minus(at(rows, row, column), times(by, at(rows, step, column))))
    }
  }
  const found: Complex[] = Array.from({ length: n }, () => ZERO)
  for (let row = n - 1; row >= 0; row--) {
    let rest = at(rows, row, n)
    for (let column = row + 1; column < n; column++) rest = minus(rest, times(at(rows, row, column), found[column] ?? ZERO))
    found[row] = over(rest, at(rows, row, row))
  }
  return found
}
