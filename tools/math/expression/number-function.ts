/** An expression of algebra as a plain function of numbers, for what has to look at many points of it. */
import type { MathNode } from 'mathjs'
import { badExpression } from '../failures.ts'
import { ALGEBRA_CONSTANTS } from './read-algebra.ts'
import { childrenOf } from './read-expression.ts'

export type Point = ReadonlyMap<string, number>
/** NaN or infinite where there is no value. */
export type NumberFunction = (at: Point) => number

const FUNCTIONS: ReadonlyMap<string, (...args: number[]) => number> = new Map([
  ...(
    ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'exp', 'log2', 'log10', 'sqrt', 'cbrt', 'abs'] as const
  ).map((name): [string, (x: number) => number] => [name, Math[name]]),
  ['sec', (x: number) => 1 / Math.cos(x)],
  ['csc', (x: number) => 1 / Math.sin(x)],
  ['cot', (x: number) => 1 / Math.tan(x)],
  ['log', (x: number, base?: number) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base))],
  ['pow', (a: number, b: number) => a ** b],
  ['add', (a: number, b: number) => a + b],
  ['subtract', (a: number, b: number) => a - b],
  ['multiply', (a: number, b: number) => a * b],
  ['divide', (a: number, b: number) => a / b],
  ['unaryMinus', (a: number) => -a],
  ['unaryPlus', (a: number) => a],
])

export function toNumberFunction(node: MathNode): NumberFunction {
  switch (node.type) {
    case 'ConstantNode': {
      const value = Number((node as unknown as { value: unknown }).value)
      return () => value
    }
    case 'ParenthesisNode':
      return toNumberFunction((node as unknown as { content: MathNode }).content)
    case 'SymbolNode': {
      const { name } = node as unknown as { name: string }
      const constant = ALGEBRA_CONSTANTS.get(name)
      return at => at.get(name) ?? constant ?? Number.NaN
    }
    case 'OperatorNode':
    case 'FunctionNode': {
      const { fn } = node as unknown as { fn: string | { readonly name: string } }
      const run = FUNCTIONS.get(typeof fn === 'string' ? fn : fn.name)
      if (!run) break
      const [first, second, ...more] = childrenOf(node).map(toNumberFunction)
      if (!first || more.length > 0) break
      return second ? at => run(first(at), second(at)) : at => run(first(at))
    }
  }
  throw badExpression('only numbers, variables, + - * / ^ and functions of them can be followed along a line.')
}
