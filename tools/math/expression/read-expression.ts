/**
 * Reads an expression that somebody typed. mathjs parses it; what is not on the lists here is refused before anything
 * is computed: no assignment, no function of one's own, no text, no property, no name that is not known.
 */
import type { MathNode } from 'mathjs'
import { didYouMean } from '../../../schema/formula/did-you-mean.ts'
import { MATH_BOUNDS } from '../bounds.ts'
import { badExpression, tooLarge } from '../failures.ts'
import { math } from '../mathjs.ts'

/** What names an expression may use; the caller's own variables come before constants and units. */
export interface Names {
  readonly functions: ReadonlySet<string>
  readonly constants: ReadonlySet<string>
  /** Null: any name is a variable. */
  readonly variables: ReadonlySet<string> | null
  readonly units: boolean
}

export const OPERATORS: ReadonlySet<string> = new Set([
  ...['add', 'subtract', 'multiply', 'divide', 'pow', 'mod', 'unaryMinus', 'unaryPlus', 'factorial'],
  ...['dotMultiply', 'dotDivide', 'dotPow', 'ctranspose', 'to'],
  ...['equal', 'unequal', 'smaller', 'larger', 'smallerEq', 'largerEq', 'and', 'or', 'xor', 'not'],
])

const REFUSED: ReadonlyMap<string, string> = new Map([
  ['AssignmentNode', 'a name cannot be given a value here; put it into the scope'],
  ['FunctionAssignmentNode', 'a function cannot be defined here; write its formula where it is needed'],
  ['BlockNode', 'only one expression fits; take the ; and the new lines out'],
  ['AccessorNode', 'a dot or [ ] after a value reads nothing here; put the value into the scope'],
  ['IndexNode', '[ ] after a value reads nothing here; put the value into the scope'],
  ['ObjectNode', 'records { } are not numbers; put their fields into the scope'],
])

/** @throws ToolFailure `bad-expression` with the column, `too-large` */
export function readExpression(text: string, names: Names): MathNode {
  const { expressionCharacters, expressionNodes, expressionDepth } = MATH_BOUNDS
  if (text.length > expressionCharacters)
    throw tooLarge(`The expression has ${text.length.toLocaleString('en')} characters; at most ${expressionCharacters} are worked out.`)
  if (text.trim() === '') throw badExpression('There is nothing to work out. Write an expression such as 2 * (3 + 4).')
  refuseDeepBrackets(text)
  const tree = parse(text)
  let count = 0
  const look = (node: MathNode, depth: number): void => {
    count += 1
    if (count > expressionNodes) throw tooLarge(`The expression has more than ${expressionNodes} parts. Work it out in several steps.`)
    if (depth > expressionDepth) throw tooLarge(`The expression is more than ${expressionDepth} levels deep. Work it out in several steps.`)
    checkNode(node, text, names)
    for (const child of childrenOf(node)) look(child, depth + 1)
  }
  look(tree, 1)
  return tree
}

/** What an expression's node is made of; of a function call the arguments. */
export function childrenOf(node: MathNode): readonly MathNode[] {
  if (isNode(node, 'FunctionNode')) return (node as unknown as { args: MathNode[] }).args
  const found: MathNode[] = []
  node.forEach(child => {
    found.push(child)
  })
  return found
}

export function isNode(node: MathNode, type: string): boolean {
  return node.type === type
}

/** The parser calls itself for each bracket: what would overflow the stack is refused before. */
function refuseDeepBrackets(text: string): void {
  let depth = 0
  let signs = 0
  for (const [at, sign] of [...text].entries()) {
    if ('([{'.includes(sign)) depth += 1
    else if (')]}'.includes(sign)) depth -= 1
    signs = '-+~^!'.includes(sign) ? signs + 1 : sign === ' ' ? signs : 0
    if (depth > MATH_BOUNDS.expressionDepth || signs > MATH_BOUNDS.expressionDepth)
      throw badExpression(`more than ${MATH_BOUNDS.expressionDepth} brackets or signs stand in each other. Work it out in several steps.`, at + 1)
  }
}

function parse(text: string): MathNode {
  try {
    return math.parse(text) as MathNode
  } catch (cause) {
    const { char, message } = cause as { char?: unknown; message?: unknown }
    const said = String(message ?? '').replace(/\s*\(char \d+\)$/, '')
    throw badExpression(
      `it cannot be read here${said ? ` (${said})` : ''}. Look for a bracket that is not closed, or a sign with nothing after it.`,
      typeof char === 'number' ? char : 1,
    )
  }
}

function checkNode(node: MathNode, text: string, names: Names): void {
  switch (node.type) {
    case 'ParenthesisNode':
    case 'ArrayNode':
    case 'ConditionalNode':
    case 'RelationalNode':
    case 'RangeNode':
      return
    case 'ConstantNode': {
      const { value } = node as unknown as { value: unknown }
      if (typeof value === 'boolean') return
      if (typeof value === 'string') throw badExpression('texts in quotes are not worked out; take the quotes away.', columnOf(text, /["']/))
      if (typeof value !== 'number') throw badExpression(`${String(value)} is no number.`, columnOfName(text, String(value)))
      if (Number.isFinite(value)) return
      throw tooLarge('A number in the expression is larger than a number can be (about 1.8e308).')
    }
    case 'SymbolNode':
      checkSymbol((node as unknown as { name: string }).name, text, names)
      return
    case 'OperatorNode': {
      const { fn, op } = node as unknown as { fn: string; op: string }
      if (OPERATORS.has(fn)) return
      throw badExpression(`the sign ${op} is not offered. There are + - * / ^ ! and the comparisons.`, text.indexOf(op) + 1)
    }
    case 'FunctionNode': {
      const { fn } = node as unknown as { fn: MathNode }
      if (!isNode(fn, 'SymbolNode')) throw badExpression('only a function’s name can stand before the bracket.')
      const { name } = fn as unknown as { name: string }
      if (names.functions.has(name)) return
      const meant = didYouMean(name, names.functions)
      throw badExpression(
        names.variables?.has(name)
          ? `${shown(name)} is a value, no function. Write ${shown(name)} * ( … ) to multiply.`
          : `there is no function ${shown(name)}.${meant ? ` Did you mean ${meant}?` : ''}`,
        columnOfName(text, name),
      )
    }
    default:
      throw badExpression(`${REFUSED.get(node.type) ?? 'this is not offered'}.`, columnOf(text, /[=;{[.]|\n/))
  }
}

function checkSymbol(name: string, text: string, { variables, constants, functions, units }: Names): void {
  if (variables === null ? !functions.has(name) : variables.has(name) || constants.has(name)) return
  if (units && isUnitName(name)) return
  const column = columnOfName(text, name)
  if (functions.has(name)) throw badExpression(`${shown(name)} is a function: write what it is of in brackets, ${shown(name)}(2).`, column)
  const meant = didYouMean(name, new Set([...(variables ?? []), ...constants]))
  throw badExpression(`${shown(name)} is not known.${meant ? ` Did you mean ${meant}?` : ' Give its value in the scope.'}`, column)
}

export function isUnitName(name: string): boolean {
  return /^[A-Za-z]\w{0,30}$/.test(name) && math.Unit.isValuelessUnit(name)
}

const shown = (name: string): string => (name.length > 30 ? `${name.slice(0, 30)}…` : name)

function columnOf(text: string, what: RegExp): number {
  return Math.max(0, text.search(what)) + 1
}

/** Where a name stands as a word of its own; the parser keeps no places. */
function columnOfName(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}_]/u.test(`${text.charAt(at - 1)}${text.charAt(at + name.length)}`) || !/[\p{L}_]/u.test(text.charAt(at - 1))) return at + 1
  return 1
}
