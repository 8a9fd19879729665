/** The types of operators with two sides, and the operands that make no sense. */
import type { Binary, Expression } from './expression.ts'
import { type Inference, inferUsed, type Locals, report } from './inference.ts'
import { quote } from './tree-to-formula.ts'
import { ANY, BOOL, describeType, isNullable, NUMBER, TEXT, TIME, type Type } from './types.ts'

export function inferBinary(inference: Inference, node: Binary, locals: Locals | null): Type {
  const { op } = node
  const left = inferUsed(inference, node.left, locals).type
  const right = inferUsed(inference, node.right, locals).type
  switch (op) {
    case '==':
    case '!=':
      if (neverEqual(left, right)) reportNeverEqual(inference, node, left, right)
      return BOOL
    case 'in':
      if (right.kind === 'list' && left.kind === 'text') {
        const text = inference.advice && `has(${inference.advice.textOf(node.right)}, ${inference.advice.textOf(node.left)})`
        const message = `in asks for a key. Whether a list has an element, ${text ?? 'has(list, element)'} tells.`
        report(inference, node, { code: 'key-not-element', severity: 'note', message, ...(text && { fix: { title: `Write ${text}`, text } }) })
      }
      return BOOL
    case '<':
    case '<=':
    case '>':
    case '>=':
      checkOrder(inference, node, left, right)
      return BOOL
    case '+':
      return inferPlus(inference, node, left, right)
    default:
      checkNumber(inference, node.left, left)
      checkNumber(inference, node.right, right)
      return op === '-' && left.kind === 'time' && right.kind === 'number' ? TIME : NUMBER
  }
}

function inferPlus(inference: Inference, node: Binary, left: Type, right: Type): Type {
  if ([left, right].some(type => type.kind === 'list' || type.kind === 'record')) {
    const odd = isSolid(left) ? left : right
    const message =
      odd.kind === 'list' ? 'Plus does not join lists: write [...a, ...b] or concat(a, b).' : 'Plus does not join records: write { ...a, ...b } or merge(a, b).'
    // Text + list is a text, as in JavaScript, and may be meant.
    report(inference, node, { code: 'wrong-type', message, ...(isSolid(left) && isSolid(right) ? {} : { severity: 'note' as const }) })
  }
  if ([left, right].some(type => type.kind === 'text' || type.kind === 'date')) return TEXT
  if (left.kind === 'any' || right.kind === 'any' || isSolid(left) || isSolid(right)) return ANY
  return left.kind === 'time' || right.kind === 'time' ? TIME : NUMBER
}

/** Reports what cannot be calculated with. Texts are read as numbers, so only a text that is none is wrong. */
export function checkNumber(inference: Inference, node: Expression, type: Type): void {
  if (isSolid(type)) report(inference, node, { code: 'wrong-type', message: `Here should be a number, not ${brief(type)}.` })
  else if (node.kind === 'literal' && typeof node.value === 'string' && Number.isNaN(Number(node.value)))
    report(inference, node, { code: 'wrong-type', message: `Here should be a number, not the text ${quote(node.value).slice(0, 40)}.` })
  else if (type.kind === 'date') {
    const message = 'A date is no number: diffDays(a, b) counts the days between two dates, addDays(date, n) moves one.'
    report(inference, node, { code: 'wrong-type', message })
  }
}

/** Lists and records are ordered by their texts, which nobody means. */
function checkOrder(inference: Inference, node: Binary, left: Type, right: Type): void {
  for (const [side, type, other] of [
    [node.left, left, right],
    [node.right, right, left],
  ] as const) {
    if (!isSolid(type) || other.kind === 'null') continue
    const count = type.kind === 'list' && inference.advice ? `count(${inference.advice.textOf(side)})` : null
    const hint = count ? ` For how many elements it has write ${count}.` : ''
    const fix = count && other.kind === 'number' ? { fix: { title: 'Count its elements', text: count } } : {}
    report(inference, side, { code: 'wrong-type', message: `${brief(type)} is not more or less than anything.${hint}`, ...fix })
  }
}

function reportNeverEqual(inference: Inference, node: Binary, left: Type, right: Type): void {
  const message = `A ${describeType(left)} never equals a ${describeType(right)}: this is always ${node.op === '!='}.`
  const change = meantLiteral(node.left, right) ?? meantLiteral(node.right, left)
  report(inference, node, {
    code: 'never-equal',
    message,
    ...(change !== undefined && {
      fix: {
        title: `Write ${change.text}`,
        text: change.text,
        ...(change.node.from !== undefined && { from: change.node.from }),
        ...(change.node.to !== undefined && { to: change.node.to }),
      },
    }),
  })
}

/** A literal as it is written where it is to equal a value of the other side's type. */
function meantLiteral(node: Expression, other: Type): { readonly node: Expression; readonly text: string } | undefined {
  if (node.kind !== 'literal') return undefined
  const { value } = node
  if (typeof value === 'string' && (other.kind === 'number' || other.kind === 'time') && value.trim() !== '' && String(Number(value)) === value)
    return { node, text: value }
  if (other.kind === 'bool' && (value === 'true' || value === 'false')) return { node, text: value }
  if ((typeof value === 'number' || typeof value === 'boolean') && other.kind === 'text') return { node, text: quote(String(value)) }
  if (other.kind === 'bool' && (value === 1 || value === 0)) return { node, text: String(value === 1) }
  return undefined
}

function neverEqual(a: Type, b: Type): boolean {
  if (isNullable(a) && isNullable(b)) return false
  if (a.kind === 'any' || b.kind === 'any' || a.kind === 'null' || b.kind === 'null') return false
  return familyOf(a) !== familyOf(b)
}

function familyOf(type: Type): string {
  if (type.kind === 'date') return 'text'
  if (type.kind === 'time') return 'number'
  return type.kind === 'file' ? 'record' : type.kind
}

function isSolid(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'record' || type.kind === 'file'
}

function brief(type: Type): string {
  const text = describeType(type)
  return text.length > 120 ? 'this record' : text
}
