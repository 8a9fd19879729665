import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { eigenvaluesOf, eigenvectorOf } from './eigenvalues.ts'
import { guarded } from './expression/evaluate-expression.ts'
import { complexText, tidy, valueToJson } from './expression/to-json.ts'
import { badShape, finite, noResult, tooLarge } from './failures.ts'
import { math } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { type Matrix, matrixAt, numberAt, numbersAt, squareAt, wholeAt } from './read-arguments.ts'
import { reduceRows } from './solve-square.ts'

const columnsOf = (matrix: Matrix): number => matrix[0]?.length ?? 0
const shown = (matrix: Matrix): string => `${matrix.length} × ${columnsOf(matrix)}`
const tidied = (value: Json): Json => (typeof value === 'number' ? tidy(value) : Array.isArray(value) ? value.map(tidied) : value)
const numbers = (value: unknown): Json => tidied(valueToJson(value, 'The matrix'))

function place(name: string, run: (x: number, y: number) => number): (args: JsonObject) => Json {
  return args => {
    const [a, b] = [matrixAt(args, 'a'), matrixAt(args, 'b')]
    if (a.length !== b.length || columnsOf(a) !== columnsOf(b)) throw badShape(`a is ${shown(a)} and b ${shown(b)}; to ${name} they have to be of one size.`)
    return numbers(a.map((row, at) => row.map((x, column) => run(x, b[at]?.[column] ?? 0))))
  }
}

export function multiplied(a: Matrix, b: Matrix): Matrix {
  if (columnsOf(a) !== b.length) throw badShape(`a is ${shown(a)} and b ${shown(b)}; a needs as many columns as b has rows.`)
  return guarded('multiply', () => math.multiply(a, b)) as Matrix
}

const identityOf = (size: number): Matrix => Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)))

function inverseOf(matrix: Matrix): Matrix {
  const side = matrix.length
  const { rows, pivots } = reduceRows(matrix.map((row, at) => [...row, ...(identityOf(side)[at] ?? [])]))
  if (pivots.length < side || pivots.some((column, at) => column !== at)) throw noResult('This matrix has no inverse: its rows depend on each other.')
  return rows.map(row => row.slice(side))
}

function powerOf(matrix: Matrix, n: number): Matrix {
  let [base, left, result] = [n < 0 ? inverseOf(matrix) : matrix, Math.abs(n), identityOf(matrix.length)]
  while (left > 0) {
    if (left % 2 === 1) result = multiplied(result, base)
    left = Math.floor(left / 2)
    if (left > 0) base = multiplied(base, base)
  }
  return result
}

function eigenOf(matrix: Matrix): Json {
  const values = eigenvaluesOf(matrix)
  return {
    values: values.map(({ re, im }) => ({ re: rounded(re), im: rounded(im), text: complexText({ re: rounded(re), im: rounded(im) }) })),
    vectors: values.map((value, place) => {
      const vector = eigenvectorOf(matrix, value, place)
      return vector ? vector.map(({ re, im }) => (im === 0 ? rounded(re) : complexText({ re: rounded(re), im: rounded(im) }))) : null
    }),
  }
}

const rounded = (value: number): number => tidy(Number(finite(value, 'The eigenvalue').toPrecision(12)))

function kronecker(a: Matrix, b: Matrix): Json {
  if (a.length * b.length * columnsOf(a) * columnsOf(b) > MATH_BOUNDS.elements)
    throw tooLarge(`The product would have more than ${MATH_BOUNDS.elements.toLocaleString('en')} numbers.`)
  return numbers(guarded('kronecker', () => math.kron(a, b)))
}

function of(run: (matrix: Matrix) => Json): (args: JsonObject) => Json {
  return args => run(matrixAt(args, 'matrix'))
}

function ofSquare(run: (matrix: Matrix) => Json, side?: number): (args: JsonObject) => Json {
  return args => run(squareAt(args, 'matrix', side))
}

export const matrices: MathTable = [
  ['matrix.add', place('be added', (x, y) => x + y)],
  ['matrix.subtract', place('be subtracted', (x, y) => x - y)],
  ['matrix.multiply', args => numbers(multiplied(matrixAt(args, 'a'), matrixAt(args, 'b')))],
  ['matrix.kronecker', args => kronecker(matrixAt(args, 'a'), matrixAt(args, 'b'))],
  ['matrix.scale', args => numbers(matrixAt(args, 'matrix').map(row => row.map(x => x * numberAt(args, 'by'))))],
  ['matrix.power', args => numbers(powerOf(squareAt(args, 'matrix'), wholeAt(args, 'n', -MATH_BOUNDS.matrixPower, MATH_BOUNDS.matrixPower)))],
  ['matrix.transpose', of(matrix => numbers(matrix[0]?.map((_, column) => matrix.map(row => row[column] ?? 0))))],
  ['matrix.inverse', ofSquare(matrix => numbers(inverseOf(matrix)))],
  ['matrix.pseudoInverse', of(matrix => numbers(guarded('pseudoInverse', () => math.pinv(matrix))))],
  ['matrix.determinant', ofSquare(matrix => tidied(finite(guarded('determinant', () => math.det(matrix)) as number, 'The determinant')))],
  [
    'matrix.trace',
    ofSquare(matrix =>
      tidied(
        finite(
          matrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0),
          'The trace',
        ),
      ),
    ),
  ],
  ['matrix.rank', of(matrix => reduceRows(matrix).pivots.length)],
  ['matrix.reduce', of(matrix => numbers(reduceRows(matrix).rows))],
  ['matrix.norm', of(matrix => finite(Math.hypot(...matrix.flat()), 'The norm'))],
  ['matrix.eigen', ofSquare(eigenOf, MATH_BOUNDS.eigenSide)],
  [
    'matrix.lu',
    ofSquare(matrix => {
      const { L, U, p } = guarded('lu', () => math.lup(matrix)) as { L: unknown; U: unknown; p: number[] }
      return { l: numbers(L), u: numbers(U), order: p.map(row => row + 1) }
    }),
  ],
  [
    'matrix.qr',
    of(matrix => {
      const { Q, R } = guarded('qr', () => math.qr(matrix)) as { Q: unknown; R: unknown }
      return { q: numbers(Q), r: numbers(R) }
    }),
  ],
  ['matrix.identity', args => identityOf(wholeAt(args, 'size', 1, 100))],
]

type Vector = readonly number[]

function vectorsAt(args: JsonObject, size?: number): readonly [Vector, Vector] {
  const [a, b] = [numbersAt(args, 'a'), numbersAt(args, 'b')]
  if (a.length !== b.length || (size !== undefined && a.length !== size))
    throw badShape(
      size === undefined
        ? `a has ${a.length} numbers and b ${b.length}; they need as many.`
        : `a and b need ${size} numbers each; they have ${a.length} and ${b.length}.`,
    )
  return [a, b]
}

const dotOf = (a: Vector, b: Vector): number => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0)
const lengthOf = (vector: Vector): number => finite(Math.hypot(...vector), 'The length')

function crossOf([a1 = 0, a2 = 0, a3 = 0]: Vector, [b1 = 0, b2 = 0, b3 = 0]: Vector): number[] {
  return [a2 * b3 - a3 * b2, a3 * b1 - a1 * b3, a1 * b2 - a2 * b1].map(x => finite(x, 'The product'))
}

function unitOf(vector: Vector): number[] {
  const length = lengthOf(vector)
  if (length === 0) throw noResult('A vector of length 0 has no direction.')
  return vector.map(x => x / length)
}

export const vectors: MathTable = [
  ['vector.dot', args => finite(dotOf(...vectorsAt(args)), 'The product')],
  ['vector.cross', args => crossOf(...vectorsAt(args, 3))],
  [
    'vector.angle',
    args => {
      const [a, b] = vectorsAt(args)
      const cosine = dotOf(unitOf(a), unitOf(b))
      return tidy((Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI)
    },
  ],
  ['vector.distance', args => lengthOf(vectorsAt(args).reduce((a, b) => a.map((x, at) => x - (b[at] ?? 0))))],
  ['vector.norm', args => lengthOf(numbersAt(args, 'vector'))],
  ['vector.unit', args => unitOf(numbersAt(args, 'vector'))],
]
