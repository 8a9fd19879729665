/**
 * Works out a tree that `readExpression` let through, one node after the other, so that each value can be measured
 * before the next step is taken. mathjs does the single steps; its own evaluator is not used.
 */
import type { MathNode } from 'mathjs'
import { ToolFailure } from '../../../engine/ports.ts'
import { MATH_BOUNDS } from '../bounds.ts'
import { badExpression, badShape, noResult, tooLarge } from '../failures.ts'
import { math } from '../mathjs.ts'
import { expressionFunctions } from './expression-functions.ts'
import { checkPower, createGrowth, type Growth, sizeOf } from './growth.ts'
import { childrenOf, isUnitName, type Names, OPERATORS, readExpression } from './read-expression.ts'

export type Scope = ReadonlyMap<string, unknown>

export const expressionConstants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
  ['phi', (1 + Math.sqrt(5)) / 2],
  ['i', math.complex(0, 1)],
])

const FUNCTION_NAMES: ReadonlySet<string> = new Set(expressionFunctions.keys())
const CONSTANT_NAMES: ReadonlySet<string> = new Set(expressionConstants.keys())
const api = math as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>

export function namesFor(scope: Scope): Names {
  return { functions: FUNCTION_NAMES, constants: CONSTANT_NAMES, variables: new Set(scope.keys()), units: true }
}

/** @throws ToolFailure, and nothing else */
export function evaluateExpression(text: string, scope: Scope): unknown {
  const tree = readExpression(text, namesFor(scope))
  return evaluateNode(tree, scope, createGrowth())
}

export function evaluateNode(node: MathNode, scope: Scope, growth: Growth): unknown {
  const value = (child: MathNode): unknown => evaluateNode(child, scope, growth)
  growth.spend(1)
  switch (node.type) {
    case 'ConstantNode':
      return (node as unknown as { value: unknown }).value
    case 'ParenthesisNode':
      return value((node as unknown as { content: MathNode }).content)
    case 'SymbolNode':
      return symbol((node as unknown as { name: string }).name, scope)
    case 'ArrayNode':
      return growth.check(childrenOf(node).map(value))
    case 'RangeNode':
      return range(node as unknown as RangeLike, value, growth)
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as unknown as { condition: MathNode; trueExpr: MathNode; falseExpr: MathNode }
      const test = value(condition)
      if (typeof test !== 'boolean') throw badExpression('what stands before the ? has to be true or false, such as x > 0.')
      return value(test ? trueExpr : falseExpr)
    }
    case 'RelationalNode': {
      const { conditionals, params } = node as unknown as { conditionals: readonly string[]; params: readonly MathNode[] }
      const values = params.map(value)
      return conditionals.every((name, place) => perform(name, [values[place], values[place + 1]], growth) === true)
    }
    case 'OperatorNode': {
      const { fn } = node as unknown as { fn: string }
      return perform(fn, childrenOf(node).map(value), growth)
    }
    case 'FunctionNode': {
      const { name } = (node as unknown as { fn: { name: string } }).fn
      const args = childrenOf(node).map(value)
      const known = expressionFunctions.get(name)
      if (!known) throw badExpression(`there is no function ${name}.`)
      if (args.length < known.least || args.length > known.most)
        throw badExpression(
          `${name} takes ${known.least === known.most ? known.least : `${known.least} to ${known.most}`} ${known.most === 1 ? 'value' : 'values'}, not ${args.length}.`,
        )
      if (name === 'pow') checkPower(args[0], args[1])
      growth.spend(args.reduce<number>((sum, each) => sum + workOf(each, name), 0))
      return growth.check(guarded(name, () => known.run(...(args as never[]))))
    }
    default:
      throw badExpression('this is not offered.')
  }
}

/** Of matrices these cost the cube of the side. */
const CUBIC: ReadonlySet<string> = new Set(['det', 'inv', 'multiply', 'pow'])

function workOf(value: unknown, name: string): number {
  const { elements, rows } = sizeOf(value)
  return CUBIC.has(name) && Array.isArray(value) ? elements * rows : elements
}

function perform(name: string, args: readonly unknown[], growth: Growth): unknown {
  if (!OPERATORS.has(name)) throw badExpression('this sign is not offered.')
  const [a, b] = args
  if (['and', 'or', 'xor', 'not'].includes(name)) return logic(name, args)
  if (name === 'factorial') return expressionFunctions.get('factorial')?.run(...(args as never[]))
  if (name === 'pow' || name === 'dotPow') checkPower(name === 'dotPow' ? undefined : a, b)
  if (name === 'unaryPlus') return a
  if (name === 'multiply' || name === 'dotMultiply') checkProduct(a, b)
  growth.spend(args.reduce<number>((sum, each) => sum + workOf(each, name), 0))
  return growth.check(guarded(name, () => api[name === 'ctranspose' ? 'transpose' : name]?.(...args)))
}

/** The product of a column and a row is a matrix: it is measured before it is there. */
function checkProduct(a: unknown, b: unknown): void {
  if (!Array.isArray(a) || !Array.isArray(b)) return
  const [left, right] = [sizeOf(a), sizeOf(b)]
  const side = Math.max(left.rows, left.columns, right.rows, right.columns)
  const flat = !Array.isArray(a[0]) && !Array.isArray(b[0])
  if (!flat && side > MATH_BOUNDS.matrixSide) throw tooLarge(`Matrices that are multiplied have at most ${MATH_BOUNDS.matrixSide} rows and columns.`)
}

function logic(name: string, args: readonly unknown[]): boolean {
  for (const value of args) if (typeof value !== 'boolean') throw badExpression(`${name} stands between comparisons, such as x > 0 ${name} y > 0.`)
  const [a, b] = args as readonly boolean[]
  if (name === 'not') return !a
  return name === 'and' ? Boolean(a && b) : name === 'or' ? Boolean(a || b) : a !== b
}

function symbol(name: string, scope: Scope): unknown {
  if (scope.has(name)) return scope.get(name)
  if (expressionConstants.has(name)) return expressionConstants.get(name)
  if (isUnitName(name)) return api.unit?.(name)
  throw badExpression(`${name} is not known.`)
}

interface RangeLike {
  readonly start: MathNode
  readonly end: MathNode
  readonly step: MathNode | null
}

function range({ start, end, step }: RangeLike, value: (node: MathNode) => unknown, growth: Growth): number[] {
  const [first, last, by] = [value(start), value(end), step ? value(step) : 1]
  if (typeof first !== 'number' || typeof last !== 'number' || typeof by !== 'number' || by === 0 || ![first, last, by].every(Number.isFinite))
    throw badExpression('a range goes from a number to a number, as 1:10 or 0:0.5:2.')
  const count = Math.floor((last - first) / by + 1e-9) + 1
  if (count > MATH_BOUNDS.elements)
    throw tooLarge(`A range of ${count.toLocaleString('en')} numbers is too long; ${MATH_BOUNDS.elements.toLocaleString('en')} is the most.`)
  growth.spend(Math.max(0, count))
  return Array.from({ length: Math.max(0, count) }, (_, place) => first + place * by)
}

/** Whatever mathjs throws is a failure with words; what it gives as no number is one too. */
export function guarded(name: string, run: () => unknown): unknown {
  let value: unknown
  try {
    value = run()
  } catch (cause) {
    if (cause instanceof ToolFailure) throw cause
    throw explained(name, cause)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    if (name === 'divide' || name === 'mod' || Number.isNaN(value))
      throw noResult(name === 'divide' ? 'Nothing can be divided by 0.' : `${name} has no result here.`)
    throw tooLarge(`${name} gives more than a number can be (about 1.8e308).`)
  }
  return value
}

function explained(name: string, cause: unknown): ToolFailure {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/units do not match|Cannot convert|dimension.*unit/i.test(message))
    return badShape('These units do not measure the same thing. Add and convert lengths with lengths, masses with masses.')
  if (/singular|determinant is zero/i.test(message)) return noResult('This matrix has no inverse: its rows depend on each other.')
  if (/dimension|size|columns|length|square/i.test(message)) return badShape(`The sizes do not go together for ${name}.`)
  if (/division by zero|divide by zero/i.test(message)) return noResult('Nothing can be divided by 0.')
  if (cause instanceof RangeError) return tooLarge(`${name} would give too many digits.`)
  return badExpression(`${name} cannot take these values. It may need a number where there is a list, a unit, or a comparison.`)
}
