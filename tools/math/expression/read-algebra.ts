/** Expressions that are worked on as expressions: any name is a variable, and what may double at each step is bounded tighter. */
import type { MathNode } from 'mathjs'
import { MATH_BOUNDS } from '../bounds.ts'
import { badExpression, tooLarge } from '../failures.ts'
import { math } from '../mathjs.ts'
import { childrenOf, isNode, readExpression } from './read-expression.ts'

const FUNCTIONS = new Set([
  ...['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
  ...['exp', 'log', 'ln', 'log2', 'log10', 'sqrt', 'cbrt', 'abs', 'pow'],
])
const SIGNS = new Set(['add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus', 'unaryPlus'])
export const ALGEBRA_CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
])

/** @throws ToolFailure */
export function readAlgebra(text: string): MathNode {
  const tree = readExpression(text, { functions: FUNCTIONS, constants: new Set(ALGEBRA_CONSTANTS.keys()), variables: null, units: false })
  let count = 0
  const look = (node: MathNode, depth: number, exponent: number): void => {
    count += 1
    if (count > MATH_BOUNDS.algebraNodes) throw tooLarge(`The expression has more than ${MATH_BOUNDS.algebraNodes} parts. Take a part of it at a time.`)
    if (depth > MATH_BOUNDS.algebraDepth) throw tooLarge(`The expression is more than ${MATH_BOUNDS.algebraDepth} levels deep. Take a part of it at a time.`)
    if (['ArrayNode', 'RangeNode', 'ConditionalNode', 'RelationalNode'].includes(node.type))
      throw badExpression('only sums, products, powers and functions of variables are worked on here; no lists and no comparisons.')
    const power = powerOf(node)
    if (isNode(node, 'OperatorNode') && !SIGNS.has((node as unknown as { fn: string }).fn))
      throw badExpression(`the sign ${(node as unknown as { op: string }).op} is not worked on here; there are + - * / and ^.`)
    for (const child of childrenOf(node)) {
      const inPower = power && child === power.base ? exponent * Math.max(1, power.size) : exponent
      if (inPower > MATH_BOUNDS.algebraExponent) throw tooLarge(`The powers in the expression come to more than ${MATH_BOUNDS.algebraExponent}.`)
      look(child, depth + (isNode(node, 'ParenthesisNode') ? 0 : 1), inPower)
    }
  }
  look(tree, 1, 1)
  // The natural logarithm is called log by mathjs.
  return tree.transform(node => {
    const called = (node as unknown as { fn?: { name?: unknown } }).fn
    return isNode(node, 'FunctionNode') && called?.name === 'ln'
      ? new math.FunctionNode('log', [...childrenOf(node)])
      : isNode(node, 'SymbolNode') && (node as unknown as { name: string }).name === 'tau'
        ? math.parse('2 * pi')
        : node
  })
}

/** The base of a power, and how large its exponent can get where that is a number. */
function powerOf(node: MathNode): { readonly base: MathNode | undefined; readonly size: number } | null {
  const { fn } = node as unknown as { fn?: unknown }
  const name = typeof fn === 'string' ? fn : (fn as { name?: string } | undefined)?.name
  if (name !== 'pow') return null
  const [base, exponent] = childrenOf(node)
  return { base, size: exponent ? constantSize(exponent) : 1 }
}

/** No smaller than the amount of a constant; 1 where there is a variable in it. */
function constantSize(node: MathNode): number {
  const inside = childrenOf(node)
  switch (node.type) {
    case 'ConstantNode':
      return Math.abs(Number((node as unknown as { value: unknown }).value))
    case 'ParenthesisNode':
      return constantSize((node as unknown as { content: MathNode }).content)
    case 'OperatorNode': {
      const sizes = inside.map(constantSize)
      const [a = 1, b = 1] = sizes
      switch ((node as unknown as { fn: string }).fn) {
        case 'pow':
          return Math.max(a, 1) ** b
        case 'multiply':
          return a * b
        case 'divide':
          return isNode(inside[1] as MathNode, 'ConstantNode') && b > 0 ? a / b : a * Math.max(1, b)
        default:
          return sizes.reduce((sum, size) => sum + size, 0)
      }
    }
    default:
      return 1
  }
}

export function variablesOf(node: MathNode): readonly string[] {
  const found = new Set<string>()
  const look = (each: MathNode): void => {
    if (isNode(each, 'SymbolNode')) found.add((each as unknown as { name: string }).name)
    for (const child of childrenOf(each)) look(child)
  }
  look(node)
  return [...found].filter(name => !ALGEBRA_CONSTANTS.has(name)).sort()
}
