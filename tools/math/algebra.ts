/** Expressions and equations. */
import type { MathNode } from 'mathjs'
import { ToolFailure } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { evaluateExpression, guarded } from './expression/evaluate-expression.ts'
import { type NumberFunction, toNumberFunction } from './expression/number-function.ts'
import { areSame, rationalText, reduced, toRational } from './expression/rational.ts'
import { readAlgebra, variablesOf } from './expression/read-algebra.ts'
import { tidy, valueToJson } from './expression/to-json.ts'
import { badExpression, badNumber, badShape, finite, noResult, tooLarge } from './failures.ts'
import { math } from './mathjs.ts'
import type { MathTable } from './operation.ts'
import { numberAt, numbersAt, squareAt, wholeAt } from './read-arguments.ts'
import { solveSquare } from './solve-square.ts'

const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]{0,30}$/u

function variableAt(args: JsonObject): string {
  const name = String(args.variable ?? 'x')
  if (!VARIABLE.test(name)) throw badExpression(`The variable is a name such as x, not ${JSON.stringify(name.slice(0, 30))}.`)
  return name
}

const textAt = (args: JsonObject, name: string): string => String(args[name] ?? '')

/** Values by name, for an expression; a map, so that no name means anything but itself. */
function scopeOf(value: Json | undefined): ReadonlyMap<string, unknown> {
  if (value === undefined || value === null) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) throw badShape('The scope is a record of values by name, such as { "x": 3 }.')
  return new Map(
    Object.entries(value).map(([name, each]) => {
      if (!VARIABLE.test(name)) throw badExpression(`The scope has a value called ${JSON.stringify(name.slice(0, 30))}; an expression cannot name it.`)
      return [name, scopeValue(each, name)]
    }),
  )
}

function scopeValue(value: Json, name: string): unknown {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value
  if (Array.isArray(value) && value.length <= MATH_BOUNDS.elements) {
    const plain = (each: Json): boolean => typeof each === 'number'
    if (value.every(plain)) return [...value]
    if (value.every(row => Array.isArray(row) && row.length <= MATH_BOUNDS.elements && row.every(plain)))
      return value.map(row => [...(row as readonly number[])])
  }
  throw badNumber(`${name} in the scope has to be a number, true or false, or a list or matrix of numbers.`)
}

/** Each step of mathjs's own rules may fail on what it does not know. */
function worked(name: string, run: () => MathNode): MathNode {
  const result = guarded(name, run) as MathNode
  const text = result.toString()
  if (/\b(NaN|Infinity|undefined)\b/.test(text)) throw noResult('There is no result: somewhere a number is divided by 0.')
  return result
}

const simplified = (tree: MathNode): MathNode => worked('simplify', () => math.simplify(tree))

/** A derivative is built without being shortened at each step, whose cost would double with each level. */
function derivativeOf(tree: MathNode, variable: string): MathNode {
  const raw = worked('derivative', () => math.derivative(tree, variable, { simplify: false }))
  return countOf(raw) > MATH_BOUNDS.algebraNodes ? worked('derivative', () => math.simplifyCore(raw)) : simplified(raw)
}

function countOf(node: MathNode): number {
  let count = 0
  node.traverse(() => {
    count += 1
  })
  return count
}

function rationalized(tree: MathNode): string {
  const names = variableNames(tree)
  return rationalText(reduced(toRational(tree, names)), names)
}

/** Constants too: nothing is known of π in a polynomial. */
function variableNames(...trees: readonly MathNode[]): readonly string[] {
  const found = new Set<string>()
  for (const tree of trees)
    tree.traverse(node => {
      if (node.type === 'SymbolNode') found.add((node as unknown as { name: string }).name)
    })
  return [...found].sort()
}

/** Exact for quotients of polynomials; of others it says whether a difference was found. */
function isSameExpression(a: MathNode, b: MathNode): boolean {
  const names = variableNames(a, b)
  try {
    return areSame(toRational(a, names), toRational(b, names))
  } catch (cause) {
    if (cause instanceof ToolFailure && ['bad-expression', 'too-large'].includes(cause.code)) return sameEverywhere(a, b)
    throw cause
  }
}

interface Curve {
  readonly at: (x: number) => number
  readonly from: number
  readonly to: number
}

function curveOf(args: JsonObject): Curve {
  const tree = readAlgebra(textAt(args, 'expression'))
  const variable = variableAt(args)
  const other = variablesOf(tree).find(name => name !== variable)
  if (other !== undefined) throw badExpression(`${other} has no value here. Write a number for it, or make it the variable.`)
  const [from, to] = [numberAt(args, 'from'), numberAt(args, 'to')]
  const run: NumberFunction = toNumberFunction(tree)
  return { at: x => run(new Map([[variable, x]])), from, to }
}

function pointsOf(args: JsonObject): Json {
  const { at, from, to } = curveOf(args)
  const count = wholeAt(args, 'count', 2, 1000, 50)
  return Array.from({ length: count }, (_, place) => {
    const x = tidy(from + ((to - from) * place) / (count - 1))
    const y = at(x)
    return { x, y: Number.isFinite(y) ? y : null }
  })
}

/** Simpson's rule, halved where it is not near enough; the bounds hold it to some ten thousand points. */
function integralOf(args: JsonObject): number {
  const { at, from, to } = curveOf(args)
  if (from === to) return 0
  let points = 0
  const look = (x: number): number => {
    points += 1
    if (points > 50_000) throw noResult('The area does not settle. The curve may jump, or go to infinity, between the two ends.')
    const y = at(x)
    if (!Number.isFinite(y)) throw noResult(`The curve has no value at ${tidy(x)}, so that the area has no end there.`)
    return y
  }
  const simpson = (width: number, left: number, middle: number, right: number): number => (width / 6) * (left + 4 * middle + right)
  const halve = (a: number, b: number, fa: number, fm: number, fb: number, whole: number, near: number, depth: number): number => {
    const m = (a + b) / 2
    const [fl, fr] = [look((a + m) / 2), look((m + b) / 2)]
    const [left, right] = [simpson(m - a, fa, fl, fm), simpson(b - m, fm, fr, fb)]
    const off = left + right - whole
    if (depth <= 0 || Math.abs(off) <= 15 * near) return left + right + off / 15
    return halve(a, m, fa, fl, fm, left, near / 2, depth - 1) + halve(m, b, fm, fr, fb, right, near / 2, depth - 1)
  }
  // Several stretches first: a wave may be 0 at both ends and in the middle.
  const stretches = 16
  let area = 0
  for (let place = 0; place < stretches; place++) {
    const [a, b] = [from + ((to - from) * place) / stretches, from + ((to - from) * (place + 1)) / stretches]
    const [fa, fm, fb] = [look(a), look((a + b) / 2), look(b)]
    const whole = simpson(b - a, fa, fm, fb)
    area += halve(a, b, fa, fm, fb, whole, 1e-12 * Math.max(1, Math.abs(whole)), 30)
  }
  return tidy(finite(area, 'The area'))
}

/** Where the curve crosses zero between the two ends: the place nearest to the first of them that a fine grid shows. */
function zeroOf(args: JsonObject): number {
  const { at, from, to } = curveOf(args)
  const steps = 400
  let [a, fa] = [from, at(from)]
  if (fa === 0) return tidy(from)
  for (let place = 1; place <= steps; place++) {
    const b = from + ((to - from) * place) / steps
    const fb = at(b)
    if (fb === 0) return tidy(b)
    if (fa * fb < 0) {
      const zero = bisect(at, a, b, fa)
      // A pole changes sign as well.
      if (Math.abs(at(zero)) <= Math.max(Math.abs(fa), Math.abs(fb))) return tidy(Number(zero.toPrecision(13)))
    }
    ;[a, fa] = [b, fb]
  }
  throw noResult(`The curve does not cross zero between ${from} and ${to}. Look at its points, and choose other ends.`)
}

function bisect(at: (x: number) => number, from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to]
  for (let turn = 0; turn < 80; turn++) {
    const middle = (low + high) / 2
    const value = at(middle)
    if (value === 0) return middle
    if (atFrom * value < 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** Linear equations as people write them, `2x + y = 5`; their unknowns are found out. */
function equationsOf(args: JsonObject): Json {
  const given = args.equations
  if (!Array.isArray(given) || given.length === 0) throw badShape('Give at least one equation, such as "2x + y = 5".')
  if (given.length > 10) throw tooLarge('At most ten equations are solved at once; use math.solve with a matrix for more.')
  const sides = given.map((text, place) => {
    const [left = '', right, ...more] = String(text).split('=')
    if (right === undefined || more.length > 0) throw badExpression(`equation ${place + 1} needs one = sign.`)
    return [readAlgebra(left), readAlgebra(right)] as const
  })
  const unknowns = [...new Set(sides.flatMap(pair => pair.flatMap(variablesOf)))].sort()
  if (unknowns.length === 0) throw badExpression('the equations name nothing that is not known. Write a letter for it, such as x.')
  if (unknowns.length !== sides.length)
    throw unknowns.length > sides.length
      ? noResult(
          `There are ${unknowns.length} unknowns (${unknowns.join(', ')}) and ${sides.length} ${sides.length === 1 ? 'equation' : 'equations'}; it takes as many of both.`,
        )
      : badShape(
          `There are ${sides.length} equations and ${unknowns.length} ${unknowns.length === 1 ? 'unknown' : 'unknowns'}; take those away that say nothing new.`,
        )
  const rows = sides.map(([left, right], place) => {
    const [run, other] = [toNumberFunction(left), toNumberFunction(right)]
    const off = (values: readonly number[]): number => {
      const at = new Map(unknowns.map((name, index) => [name, values[index] ?? 0]))
      return run(at) - other(at)
    }
    const constant = off(unknowns.map(() => 0))
    const factors = unknowns.map((_, index) => off(unknowns.map((__, at) => (at === index ? 1 : 0))) - constant)
    for (const [seed] of [[3], [-7]] as const) {
      const at = unknowns.map((_, index) => seed * (index + 2) + 0.5)
      const straight = factors.reduce((sum, factor, index) => sum + factor * (at[index] ?? 0), constant)
      if (!(Math.abs(off(at) - straight) <= 1e-9 * Math.max(1, Math.abs(straight))))
        throw badExpression(`equation ${place + 1} is not linear: its unknowns may be added and multiplied by numbers, nothing else.`)
    }
    return { factors, constant }
  })
  const solution = solveSquare(
    rows.map(({ factors }) => factors),
    rows.map(({ constant }) => -constant),
  )
  return Object.fromEntries(unknowns.map((name, index) => [name, neat(solution[index] ?? 0)]))
}

const neat = (value: number): number => tidy(Number(finite(value, 'The solution').toPrecision(13)))

export const algebra: MathTable = [
  [
    'evaluate',
    args => {
      const value = valueToJson(evaluateExpression(textAt(args, 'expression'), scopeOf(args.scope)))
      return typeof value === 'number' ? tidy(value) : value
    },
  ],
  ['simplify', args => simplified(readAlgebra(textAt(args, 'expression'))).toString()],
  ['rationalize', args => rationalized(readAlgebra(textAt(args, 'expression')))],
  ['derivative', args => derivativeOf(readAlgebra(textAt(args, 'expression')), variableAt(args)).toString()],
  ['isSame', args => isSameExpression(readAlgebra(textAt(args, 'a')), readAlgebra(textAt(args, 'b')))],
  ['integral', integralOf],
  ['points', pointsOf],
  ['zero', zeroOf],
  ['equations', equationsOf],
  [
    'solve',
    args => {
      const matrix = squareAt(args, 'matrix')
      const vector = numbersAt(args, 'vector')
      if (vector.length !== matrix.length) throw badShape(`The matrix has ${matrix.length} rows and the vector ${vector.length} numbers; each row needs one.`)
      return solveSquare(matrix, vector).map(neat)
    },
  ],
]

/** Looks at many points; where they all agree, no difference was found. */
function sameEverywhere(a: MathNode, b: MathNode): boolean {
  const names = [...new Set([...variablesOf(a), ...variablesOf(b)])]
  const [left, right] = [toNumberFunction(a), toNumberFunction(b)]
  let seen = 0
  for (let turn = 1; turn <= 60; turn++) {
    const at = new Map(names.map((name, place) => [name, ((turn * (place + 2) * 0.6180339887) % 3) - 1.2]))
    const [x, y] = [left(at), right(at)]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    seen += 1
    if (Math.abs(x - y) > 1e-9 * Math.max(1, Math.abs(x), Math.abs(y))) return false
  }
  return seen > 20
}
