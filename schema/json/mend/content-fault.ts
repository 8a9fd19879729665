/** Faults inside of numbers and texts, and keys that stand twice: what the parser refuses in a text whose structure is sound. */
import type { JsonFault } from '../fault.ts'
import type { Json } from '../json.ts'
import { parseJson } from '../parse-json.ts'
import { scanJson, type Token } from '../scan.ts'
import { applyTextEdits, type TextEdit } from '../text-edits.ts'
import type { Language } from './mend.ts'

export interface ContentFault {
  readonly code: string
  readonly message: string
  readonly offset: number
  readonly fix?: { readonly title: string; readonly edit: TextEdit }
}

/** @param fault what the parser says of the text, which is JSON but for it, or up to it */
export function explainContent(text: string, fault: JsonFault, language: Language): ContentFault {
  const { code, message, offset } = fault
  if (code === 'duplicate-key') return { code, message, offset, ...doubled(text, offset, language) }
  if (code !== 'syntax') return { code, message, offset }
  const { tokens, stop } = scanJson(text)
  const token = [...tokens, ...(stop ? [stop] : [])].findLast(({ start }) => start <= offset)
  if (token?.kind === 'text') return insideText(text, token, fault)
  const before = tokens.findLast(({ end, kind }) => kind === 'number' && end === offset)
  return numberFault(text, token?.kind === 'number' ? token : (before ?? token), fault)
}

function insideText(text: string, token: Token, fault: JsonFault): ContentFault {
  const { message, offset } = fault
  const backslash = text.lastIndexOf('\\', offset)
  const found =
    backslash > token.start ? /^\\(x[\da-f]{2}|u\{([\da-f]{1,6})\}|u(?![\da-f]{4})[\da-f]{0,3}|[^u])/i.exec(text.slice(backslash, backslash + 12)) : null
  if (found === null || offset > backslash + 6 || /^\\["\\/bfnrt]/.test(found[0])) return { code: 'half-character', message, offset }
  const [whole, inner = '', point] = found
  const edit = (insert: string, length = whole.length): TextEdit => ({ offset: backslash, delete: length, insert })
  const code = 'bad-escape'
  if (point !== undefined && Number.parseInt(point, 16) <= 0x10ffff) {
    const character = String.fromCodePoint(Number.parseInt(point, 16))
    if (character.isWellFormed()) return { code, message, offset, fix: { title: 'Write the character', edit: edit(JSON.stringify(character).slice(1, -1)) } }
  }
  if (inner.startsWith('x') && inner.length === 3)
    return { code, message, offset, fix: { title: `Write \\u00${inner.slice(1)}`, edit: edit(`\\u00${inner.slice(1)}`) } }
  if (inner === "'" || inner === '`') return { code, message, offset, fix: { title: 'Leave the backslash out', edit: edit(inner) } }
  return { code, message, offset, fix: { title: 'Write two backslashes', edit: edit('\\\\', 1) } }
}

function numberFault(text: string, token: Token | undefined, { message, offset }: JsonFault): ContentFault {
  if (token?.kind !== 'number') return { code: 'syntax', message, offset }
  const written = text.slice(token.start, token.end)
  const value = /^[+-]?(0x[\da-f]+|[\d_]*\.?\d*(e[+-]?\d+)?)$/i.test(written) ? Number(written.replace(/^\+/, '').replaceAll('_', '')) : Number.NaN
  const edit = (insert: string): TextEdit => ({ offset: token.start, delete: written.length, insert })
  const at = token.start
  if (Number.isFinite(value))
    return { code: 'bad-number', message, offset: at, fix: { title: `Write ${JSON.stringify(value)}`, edit: edit(JSON.stringify(value)) } }
  if (/^[-+.]?\d[\d.]*$/.test(written) || /e\+?\d{3,}$/i.test(written)) return { code: 'bad-number', message, offset: at }
  return {
    code: 'missing-quotes',
    message: `${written.slice(0, 40).toWellFormed()} is no number: put it in double quotes.`,
    offset: at,
    fix: { title: 'Put it in quotes', edit: edit(JSON.stringify(written)) },
  }
}

interface Member {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** The removal of one of two members of the same name: where they say the same, or only without the one the document makes sense. */
function doubled(text: string, offset: number, language: Language): { readonly fix?: { readonly title: string; readonly edit: TextEdit } } {
  const { tokens } = scanJson(text)
  const second = tokens.findIndex(({ start }) => start === offset)
  const there = tokens[second]
  if (there === undefined || there.frame === null) return {}
  const key = text.slice(there.start, there.end)
  const first = tokens.findIndex(
    token => token.frame === there.frame && (token.expected === 'key' || token.expected === 'first-key') && text.slice(token.start, token.end) === key,
  )
  const [before, after] = [memberAt(text, tokens, first), memberAt(text, tokens, second)]
  if (before === null || after === null || first === second) return {}
  const without = (member: Member, index: number): TextEdit => {
    const comma = tokens[index - 1]
    if (comma?.kind === ',') return { offset: comma.start, delete: member.end - comma.start, insert: '' }
    const next = tokens.find(({ start }) => start > member.end)
    return { offset: member.start, delete: (next?.start ?? member.end) - member.start, insert: '' }
  }
  const removeSecond = { title: 'Remove the second', edit: without(after, second) }
  if (before.value === after.value) return { fix: removeSecond }
  const removeFirst = { title: 'Remove the first', edit: without(before, first) }
  const [faultsOfFirst, faultsOfSecond] = [removeSecond, removeFirst].map(({ edit }) => {
    const { value, fault } = parseJson(applyTextEdits(text, [edit]))
    return value === undefined || fault !== null ? Number.POSITIVE_INFINITY : language.judge(value).filter(({ severity }) => severity === 'error').length
  }) as [number, number]
  if (faultsOfFirst === faultsOfSecond) return {}
  return { fix: faultsOfFirst < faultsOfSecond ? removeSecond : removeFirst }
}

function memberAt(text: string, tokens: readonly Token[], index: number): Member | null {
  const [key, value] = [tokens[index], tokens[index + 2]]
  if (key === undefined || value === undefined) return null
  const close =
    value.kind === '{' || value.kind === '[' ? tokens.find(token => (token.kind === '}' || token.kind === ']') && token.frame?.start === value.start) : value
  if (close === undefined) return null
  const written = text.slice(value.start, close.end)
  const { value: read } = parseJson(written)
  return { start: key.start, end: close.end, value: read === undefined ? written : JSON.stringify(read satisfies Json) }
}
