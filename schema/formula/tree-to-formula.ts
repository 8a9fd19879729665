/** Expression tree → formula text, with no more parentheses than it takes. */
import type { Argument, Entry, Expression, Spread } from './expression.ts'
import type { Template } from './text.ts'

/**
 * The text of a tree. Law: for every tree that `parseFormula` gives, parsing the text gives the same tree again (offsets aside).
 */
export function treeToFormula(tree: Argument): string {
  if (tree.kind !== 'lambda') return print(tree, 0)
  const [only] = tree.params
  const params = tree.params.length === 1 && only !== undefined ? only : `(${tree.params.join(', ')})`
  const body = print(tree.body, 0)
  // After an arrow a brace would begin statements.
  return `${params} => ${body.startsWith('{') ? `(${body})` : body}`
}

/** The text of a plain slot again: literal pieces with `$${` where they need it, holes as `${…}`. */
export function templateToText(template: Pick<Template, 'parts'>): string {
  return template.parts
    .map((part, i) => {
      if (typeof part !== 'string') return `\${${treeToFormula(part)}}`
      const text = part.split('${').join('$${')
      // A dollar sign just before a hole would make it an escape.
      return text.endsWith('$') && i + 1 < template.parts.length ? `${text.slice(0, -1)}\${'$'}` : text
    })
    .join('')
}

// How tightly each form binds; an operand that binds less tightly than its place wants gets parentheses.
const LEVELS = new Map([
  ['??', 2],
  ['||', 2],
  ['&&', 3],
  ['==', 4],
  ['!=', 4],
  ['<', 5],
  ['<=', 5],
  ['>', 5],
  ['>=', 5],
  ['in', 5],
  ['+', 6],
  ['-', 6],
  ['*', 7],
  ['/', 7],
  ['%', 7],
])
const UNARY = 8
const POSTFIX = 9

function levelOf(node: Expression): number {
  switch (node.kind) {
    case 'conditional':
      return 1
    case 'binary':
    case 'logical':
      return LEVELS.get(node.op) as number
    case 'unary':
      return UNARY
    case 'literal':
      // `5.x` would be a number with a fraction, and a negative number begins with a sign.
      return typeof node.value === 'number' ? UNARY : POSTFIX
    default:
      return POSTFIX
  }
}

function print(node: Expression, level: number): string {
  const text = printBare(node)
  return levelOf(node) < level ? `(${text})` : text
}

function printBare(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? quote(node.value) : String(node.value)
    case 'name':
      return node.name
    case 'member':
      return `${print(node.object, POSTFIX)}${node.optional ? '?.' : '.'}${node.key}`
    case 'index':
      return `${print(node.object, POSTFIX)}${node.optional ? '?.' : ''}[${print(node.index, 0)}]`
    case 'list':
      return `[${node.items.map(printItem).join(', ')}]`
    case 'record':
      return node.entries.length === 0 ? '{}' : `{ ${node.entries.map(printItem).join(', ')} }`
    case 'unary':
      return `${node.op}${node.value.kind === 'unary' && node.op === '-' && node.value.op === '-' ? ' ' : ''}${print(node.value, UNARY)}`
    case 'binary': {
      const level = LEVELS.get(node.op) as number
      return `${print(node.left, level)} ${node.op} ${print(node.right, level + 1)}`
    }
    case 'logical': {
      const level = LEVELS.get(node.op) as number
      return `${printOperand(node.op, node.left, level)} ${node.op} ${printOperand(node.op, node.right, level + 1)}`
    }
    case 'conditional':
      return `${print(node.test, 2)} ? ${print(node.then, 0)} : ${print(node.else, 0)}`
    case 'template':
      return `\`${node.parts.map(part => (typeof part === 'string' ? escapeTemplate(part) : `\${${print(part, 0)}}`)).join('')}\``
    case 'call': {
      const [first, ...rest] = node.args
      if (!node.method || first === undefined || first.kind === 'lambda') return `${node.name}(${node.args.map(treeToFormula).join(', ')})`
      return `${print(first, POSTFIX)}${node.optional ? '?.' : '.'}${node.name}(${rest.map(treeToFormula).join(', ')})`
    }
  }
}

/** JavaScript refuses `??` beside `||` or `&&` without parentheses, and so do we. */
function printOperand(op: string, side: Expression, level: number): string {
  const mixed = side.kind === 'logical' && (op === '??') !== (side.op === '??')
  return print(side, mixed ? POSTFIX : level)
}

function printItem(item: Expression | Spread | Entry): string {
  if (item.kind === 'spread') return `...${print(item.value, 0)}`
  if (item.kind !== 'entry') return print(item, 0)
  const key = typeof item.key === 'string' ? (isName(item.key) ? item.key : quote(item.key)) : `[${print(item.key, 0)}]`
  return `${key}: ${print(item.value, 0)}`
}

/** Whether a text can stand for a field as it is, without quotes. */
export function isName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text)
}

/** A text in single quotes, as a formula writes it. */
export function quote(text: string): string {
  return `'${escapeText(text).replaceAll("'", "\\'")}'`
}

function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16)}`)
}

function escapeTemplate(text: string): string {
  return escapeText(text).replaceAll('`', '\\`').replaceAll('${', '\\${')
}
