/** The functions that an expression may call, each with how many values it takes and what it refuses to compute. */
import { MATH_BOUNDS } from '../bounds.ts'
import { badExpression, badShape, noResult, tooLarge } from '../failures.ts'
import { math } from '../mathjs.ts'
import { sizeOf } from './growth.ts'

export interface ExpressionFunction {
  readonly least: number
  readonly most: number
  run(...args: never[]): unknown
}

type Value = unknown
// mathjs tells the kinds of values apart by itself, and refuses those that a function does not take.
const api = math as unknown as Readonly<Record<string, (...args: Value[]) => Value>>

function through(name: string, least = 1, most = least): [string, ExpressionFunction] {
  return [name, { least, most, run: (...args: Value[]) => api[name]?.(...args) }]
}

function own(name: string, least: number, most: number, run: (...args: Value[]) => Value): [string, ExpressionFunction] {
  return [name, { least, most, run }]
}

/** All numbers of all arguments, in one list. */
function numbersOf(args: readonly Value[], name: string): number[] {
  const found = args.flat(3)
  for (const value of found) if (typeof value !== 'number') throw badExpression(`${name} takes plain numbers.`)
  if (found.length === 0) throw badShape(`${name} needs at least one number.`)
  return found as number[]
}

function list(name: string, run: (values: readonly number[]) => Value): [string, ExpressionFunction] {
  return own(name, 1, 100, (...args) => run(numbersOf(args, name)))
}

function counts(name: string): [string, ExpressionFunction] {
  return own(name, 2, 2, (n, k) => {
    for (const value of [n, k]) if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw noResult(`${name} takes whole numbers from 0.`)
    if ((n as number) > MATH_BOUNDS.factorial) throw tooLarge(`${name} goes up to ${MATH_BOUNDS.factorial}; use math.${name} for its exact digits.`)
    return api[name]?.(n, k)
  })
}

/** A function of a square matrix costs about the cube of its side. */
function ofMatrix(name: string, least = 1): [string, ExpressionFunction] {
  return own(name, least, least, (...args) => {
    for (const value of args) {
      const { rows, columns } = sizeOf(value)
      if (Math.max(rows, columns) > MATH_BOUNDS.matrixSide) throw tooLarge(`${name} takes matrices of at most ${MATH_BOUNDS.matrixSide} rows and columns.`)
    }
    return api[name]?.(...args)
  })
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const mean = (values: readonly number[]): number => total(values) / values.length
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
function variance(values: readonly number[]): number {
  if (values.length < 2) throw badShape('variance and std need at least two numbers.')
  const center = mean(values)
  return total(values.map(value => (value - center) ** 2)) / (values.length - 1)
}

export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map<string, ExpressionFunction>([
  ...['abs', 'sign', 'sqrt', 'cbrt', 'exp', 'log2', 'log10', 'ceil', 'floor', 'fix', 'gamma', 'erf', 're', 'im', 'conj', 'arg'].map(name => through(name)),
  ...['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'].map(name => through(name)),
  through('log', 1, 2),
  own('ln', 1, 1, x => api.log?.(x)),
  own('round', 1, 2, (x, digits = 0) => {
    if (typeof digits !== 'number' || !Number.isInteger(digits) || digits < 0 || digits > 15) throw badExpression('round takes 0 to 15 digits.')
    return api.round?.(x, digits)
  }),
  through('mod', 2),
  through('gcd', 2),
  through('lcm', 2),
  through('atan2', 2),
  own('nthRoot', 2, 2, (x, n) => {
    if (typeof x !== 'number' || typeof n !== 'number') throw badExpression('nthRoot takes a number and which root.')
    return api.nthRoot?.(x, n)
  }),
  own('pow', 2, 2, (x, n) => api.pow?.(x, n)),
  own('factorial', 1, 1, n => {
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 0) throw noResult('The factorial is there for whole numbers from 0.')
    if (n > 170) throw tooLarge('The factorial of a number above 170 is larger than a number can be; use math.factorial for its digits.')
    return api.factorial?.(n)
  }),
  counts('combinations'),
  counts('permutations'),
  own('fraction', 1, 2, (...args) => {
    for (const value of args)
      if (typeof value !== 'number' || Math.abs(value) > 1e15 || (value !== 0 && Math.abs(value) < 1e-15))
        throw badExpression('fraction takes numbers from 1e-15 to 1e15: fraction(1, 3).')
    return api.fraction?.(...args)
  }),
  list('sum', total),
  list('prod', values => values.reduce((product, value) => product * value, 1)),
  list('mean', mean),
  list('median', median),
  list('variance', variance),
  list('std', values => Math.sqrt(variance(values))),
  list('min', values => Math.min(...values)),
  list('max', values => Math.max(...values)),
  list('hypot', values => Math.hypot(...values)),
  own('transpose', 1, 1, x => api.transpose?.(x)),
  ofMatrix('det'),
  ofMatrix('inv'),
  ofMatrix('trace'),
  ofMatrix('norm'),
  ofMatrix('dot', 2),
  ofMatrix('cross', 2),
])
