/** Applies a fix to the text that an author wrote, and leaves his layout alone. */
import { type Node, parseTree } from 'jsonc-parser'
import type { Fix, FixEdit } from '../issue.ts'
import type { Json } from '../json/json.ts'
import { parsePointer } from '../json/pointer.ts'
import { prettyText } from '../json/pretty-text.ts'
import { applyTextEdits, type TextEdit } from '../json/text-edits.ts'
import { scanDocument } from './read-text.ts'

type DocumentEdit = Exclude<FixEdit, TextEdit>

/**
 * The text with a fix applied. What the fix does not speak of stays as it is, character for character;
 * a key or element that is added is laid out as its neighbours are.
 *
 * - For edits of the document, reading the result gives what `applyFix` makes of what the text reads to.
 * - Offsets of neighbouring text edits all speak of the text as it was before the first of them.
 * - An edit whose place is not there throws a RangeError: a fix belongs to the text that it was found in.
 *   So does an edit of the document where the text cannot be read: its faults of syntax have fixes of their own.
 *   Slips of the syntax (a comment, single quotes) are written as JSON on the way.
 */
export function applyFixToText(text: string, fix: Fix): string {
  let result = text
  let tree: Node | undefined
  let waiting: TextEdit[] = []
  const flush = (): void => {
    result = applyTextEdits(result, waiting)
    waiting = []
    tree = undefined
  }
  for (const edit of fix.edits) {
    if ('offset' in edit) {
      if (tree !== undefined) flush()
      waiting.push(edit)
      continue
    }
    if (tree === undefined) {
      flush()
      result = asJson(result)
      tree = treeOf(result)
    }
    // One reading of the text serves all the values that are replaced in it, as long as none stands in another.
    const there = 'set' in edit ? findAt(tree, tokensOf(edit.set)) : undefined
    const next = there && 'set' in edit ? replaceNode(result, there, edit.value as Json) : undefined
    if (next !== undefined && !waiting.some(other => meets(next, other))) {
      waiting.push(next)
      continue
    }
    flush()
    waiting = toTextEdits(result, treeOf(result), edit)
    flush()
  }
  flush()
  return result
}

const meets = (a: TextEdit, b: TextEdit): boolean => a.offset <= b.offset + b.delete && b.offset <= a.offset + a.delete

function asJson(text: string): string {
  const { slips, stop } = scanDocument(text)
  return stop === null ? applyTextEdits(text, slips) : text
}

function treeOf(text: string): Node {
  const faults: unknown[] = []
  const tree = parseTree(text, faults as never[], { disallowComments: true })
  if (tree === undefined || faults.length > 0) throw new RangeError('The text is not JSON: mend its syntax first.')
  return tree
}

function toTextEdits(text: string, tree: Node, edit: DocumentEdit): TextEdit[] {
  // The checker makes fixes out of plain JSON only; their type leaves the value open for other callers.
  if ('set' in edit) return [setAt(text, tree, tokensOf(edit.set), edit.value as Json)]
  const tokens = tokensOf('remove' in edit ? edit.remove : edit.rename)
  const holder = tokens.length === 0 ? undefined : findAt(tree, tokens.slice(0, -1))
  const key = tokens.at(-1) ?? ''
  const members = holder?.children ?? []
  const at = holder === undefined ? -1 : indexOf(holder, key)
  if ('remove' in edit) {
    if (at >= 0) return [removeMember(holder as Node, at)]
    if (holder?.type === 'object') return []
    throw new RangeError(`There is no "${key}" to remove.`)
  }
  const name = members[at]?.children?.[0]
  if (name === undefined || holder?.type !== 'object') throw new RangeError(`There is no "${key}" to rename.`)
  const renamed: TextEdit = { offset: name.offset, delete: name.length, insert: JSON.stringify(edit.to) }
  const other = edit.to === key ? -1 : indexOf(holder, edit.to)
  return other < 0 ? [renamed] : [renamed, removeMember(holder, other)]
}

function tokensOf(pointer: string): readonly string[] {
  const tokens = parsePointer(pointer)
  if (tokens === null) throw new RangeError(`${pointer} is no JSON Pointer.`)
  return tokens
}

/** The node of a value, by the tokens that lead to it. */
function findAt(tree: Node, tokens: readonly string[]): Node | undefined {
  let node: Node | undefined = tree
  for (const token of tokens) {
    const index: number = node === undefined ? -1 : indexOf(node, token)
    const member: Node | undefined = node?.children?.[index]
    node = node?.type === 'object' ? member?.children?.[1] : member
  }
  return node
}

/** Which of a record's or list's members has this key; -1 for none. */
function indexOf(holder: Node, key: string): number {
  const members = holder.children ?? []
  if (holder.type === 'object') return members.findIndex(member => member.children?.[0]?.value === key)
  return holder.type === 'array' && /^\d+$/.test(key) && Number(key) < members.length ? Number(key) : -1
}

const endOf = (node: Node): number => node.offset + node.length

function setAt(text: string, tree: Node, tokens: readonly string[], value: Json): TextEdit {
  const there = findAt(tree, tokens)
  if (there !== undefined) return replaceNode(text, there, value)
  const key = tokens.at(-1) as string
  const holder = findAt(tree, tokens.slice(0, -1))
  if ((holder === undefined || holder.type === 'null') && key === '-') return setAt(text, tree, tokens.slice(0, -1), [value])
  if (holder?.type === 'object') return addMember(text, holder, value, key)
  if (holder?.type === 'array' && key === '-') return addMember(text, holder, value)
  throw new RangeError(`There is nothing at "${key}".`)
}

function replaceNode(text: string, node: Node, value: Json): TextEdit {
  return { offset: node.offset, delete: node.length, insert: layOut(text, value, indentAt(text, node.offset)) }
}

function addMember(text: string, holder: Node, value: Json, key?: string): TextEdit {
  const members = holder.children ?? []
  const last = members.at(-1)
  const colon =
    members.length > 0 && last?.children?.[1] ? text.slice(endOf(last.children[0] as Node), last.children[1].offset) : isOnOneLine(text) ? ':' : ': '
  const named = (inner: string): string => (key === undefined ? inner : JSON.stringify(key) + colon + inner)
  if (last === undefined) {
    const room = key === undefined || isOnOneLine(text) ? '' : ' '
    const [open, close] = key === undefined ? '[]' : '{}'
    return { offset: holder.offset, delete: holder.length, insert: `${open}${room}${named(layOut(text, value, indentAt(text, holder.offset)))}${room}${close}` }
  }
  const before = members.at(-2)
  const gap = before === undefined ? gapOfOnlyOne(text, holder, last) : text.slice(endOf(before), last.offset)
  const indent = gap.includes('\n') ? indentAt(gap, gap.length) : indentAt(text, last.offset)
  return { offset: endOf(last), delete: 0, insert: gap + named(layOut(text, value, indent)) }
}

/** What would stand between the only member and a next one. */
function gapOfOnlyOne(text: string, holder: Node, only: Node): string {
  const lead = text.slice(holder.offset + 1, only.offset)
  if (lead.includes('\n')) return `,${lead}`
  return isOnOneLine(text) ? ',' : ', '
}

function removeMember(holder: Node, at: number): TextEdit {
  const members = holder.children ?? []
  const [before, member, after] = [members[at - 1], members[at] as Node, members[at + 1]]
  if (before !== undefined) return { offset: endOf(before), delete: endOf(member) - endOf(before), insert: '' }
  if (after !== undefined) return { offset: member.offset, delete: after.offset - member.offset, insert: '' }
  return { offset: holder.offset + 1, delete: holder.length - 2, insert: '' }
}

/** Is the whole text written without a line break inside, as `JSON.stringify` does it? */
const isOnOneLine = (text: string): boolean => !text.trimEnd().includes('\n')

/** The white space at the start of the line on which `offset` stands. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

function layOut(text: string, value: Json, indent: string): string {
  if (isOnOneLine(text)) return JSON.stringify(value)
  const unit = /\n(\t+| +)\S/.exec(text)?.[1] ?? '  '
  const [first = '', ...rest] = prettyText(value).split('\n')
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  return [first, ...rest.map(line => indent + line.replace(/^ +/, spaces => unit.repeat(spaces.length / 2)))].join(lineBreak)
}
