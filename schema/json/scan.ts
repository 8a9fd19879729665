import type { Expected } from './fault.ts'
import { readQuoted, readWord } from './scan-token.ts'
import type { TextEdit } from './text-edits.ts'

/** A list or record that is open; shared by all that is said of what stands in it. */
export interface OpenFrame {
  readonly isList: boolean
  readonly parent: OpenFrame | null
  /** Where it is in its parent; null for the document itself. */
  readonly key: string | number | null
  /** Offset of its bracket, and by how many characters the line of that is indented. */
  readonly start: number
  readonly lineStart: number
  readonly indent: number
}

export interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'odd' | 'end' | '{' | '}' | '[' | ']' | ',' | ':'
  readonly start: number
  readonly end: number
  /** What may stand where it stands, in which frame, after which member of that. */
  readonly expected: Expected
  readonly frame: OpenFrame | null
  readonly member: string | number | null
  /** A text without its closing quote. */
  readonly open?: boolean
}

/** Something that JSON does not allow and that can mean one thing only, and how it is written in JSON. */
export interface Slip extends TextEdit {
  readonly code: string
  /** Why it is none, without a full stop. */
  readonly reason: string
  readonly at: string | number | null
  readonly frame: OpenFrame | null
}

export interface Scan {
  readonly tokens: readonly Token[]
  readonly slips: readonly Slip[]
  /** The token that cannot stand where it stands; null where the text can be read to its end, its slips put right. */
  readonly stop: Token | null
  /** Tokens at the start of a line that is indented less than what they stand in: a bracket may be missing before. */
  readonly outdented: readonly number[]
  /** Closing brackets at the start of a line that is indented more than what they close: one before may be too many. */
  readonly indented: readonly number[]
}

const SPACES = /[ \n\r\t]+/y
const ODD_SPACE = /[\v\f\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/y
/** Characters with which, after the end of a document, more data goes on rather than a remark. */
const DATA = /[,:"[\]{}\d-]/

/**
 * Reads the structure of a text that is meant to be JSON, and stops at the first token that cannot stand
 * where it stands. Slips are read as what they mean. What is inside numbers and texts is not looked at.
 *
 * @param from a token of an earlier scan of a text that is the same up to there: the scan goes on from it
 * @param until the offset up to which is read
 */
export function scanJson(text: string, from?: Token, until = text.length): Scan {
  const tokens: Token[] = []
  const slips: Slip[] = []
  const outdented: number[] = []
  const indented: number[] = []
  let expected: Expected = from?.expected ?? 'value'
  let frame: OpenFrame | null = from?.frame ?? null
  let member: string | number | null = from?.member ?? null
  let at = from?.start ?? 0
  let lineStart = text.lastIndexOf('\n', at - 1) + 1
  let isFirst = text.slice(lineStart, at).trim() === ''

  const slip = (code: string, offset: number, end: number, insert: string, reason: string): void => {
    slips.push({ code, offset, delete: end - offset, insert, reason, at: frame?.isList && expected !== 'more' ? nextIndex() : member, frame })
  }
  const nextIndex = (): number => (typeof member === 'number' ? member + 1 : 0)
  const indent = (): number => /^[ \t]*/.exec(text.slice(lineStart, Math.min(at, lineStart + 400)))?.[0].length ?? 0

  /** Looks for line breaks in what has just been read, and nowhere else: a text may be one long line. */
  function passLines(start: number, end: number): void {
    const lineBreak = text.slice(start, end).lastIndexOf('\n')
    if (lineBreak < 0) return
    lineStart = start + lineBreak + 1
    isFirst = true
  }

  /** To the next character that is neither space nor comment. */
  function skip(): void {
    while (at < text.length) {
      const character = text[at] as string
      if (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
        SPACES.lastIndex = at
        SPACES.test(text)
        passLines(at, SPACES.lastIndex)
        at = SPACES.lastIndex
      } else if (ODD_SPACE.test(character)) {
        let end = at + 1
        while (end < text.length && ODD_SPACE.test(text[end] as string)) end++
        slip('odd-space', at, end, ' ', 'A space of a kind that JSON does not know stands here')
        at = end
      } else if (character === '/' || character === '#') {
        COMMENT.lastIndex = at
        const found = COMMENT.exec(text)
        if (found === null) return
        const end = COMMENT.lastIndex
        slip('comment', at, end, ' ', 'JSON has no comments')
        passLines(at, end)
        at = end
      } else return
    }
  }

  function read(): Token {
    const start = at
    const make = (kind: Token['kind'], end: number, open = false): Token => ({ kind, start, end, expected, frame, member, ...(open && { open }) })
    const character = text[start]
    if (character === undefined) return make('end', start)
    if (character === '{' || character === '}' || character === '[' || character === ']' || character === ',' || character === ':')
      return make(character, start + 1)
    const isKey = expected === 'key' || expected === 'first-key'
    const quoted = readQuoted(text, start, isKey)
    const found = quoted ?? readWord(text, start, isKey)
    for (const { code, offset, end, insert, reason } of found.slips) slip(code, offset, end, insert, reason)
    return quoted === null ? make((found as ReturnType<typeof readWord>).kind, found.end) : make('text', quoted.end, quoted.open)
  }

  function open(token: Token): void {
    const key = begin()
    frame = { isList: token.kind === '[', parent: frame, key: frame === null ? null : key, start: token.start, lineStart, indent: indent() }
    member = null
    expected = frame.isList ? 'first-value' : 'first-key'
  }

  /** The key or index of the value that begins here. */
  function begin(): string | number | null {
    if (frame?.isList) member = nextIndex()
    return member
  }

  function close(): void {
    member = frame?.key ?? null
    frame = frame?.parent ?? null
    expected = frame === null ? 'nothing' : 'more'
  }

  /** Takes a token where it may stand. */
  function take(token: Token): boolean {
    const { kind } = token
    const isValue = expected === 'value' || expected === 'first-value'
    const isKey = expected === 'key' || expected === 'first-key'
    if ((kind === ']' && frame?.isList) || (kind === '}' && frame !== null && !frame.isList)) {
      if (expected === 'colon' || (expected === 'value' && kind === '}')) return false
      const comma = tokens.at(-1)
      if (comma !== undefined && (expected === 'key' || expected === 'value'))
        slip('extra-comma', comma.start, comma.end, '', `There is a comma too many before this ${kind}`)
      close()
      return true
    }
    if (isValue) {
      if (kind === '{' || kind === '[') open(token)
      else if (kind === 'text' || kind === 'number' || kind === 'word') {
        if (token.open) return false
        begin()
        expected = frame === null ? 'nothing' : 'more'
      } else return false
      return true
    }
    if (isKey && (kind === 'text' || kind === 'word') && !token.open) {
      member = keyOf(text.slice(token.start, token.end))
      expected = 'colon'
      return true
    }
    if (expected === 'colon' && kind === ':') expected = 'value'
    else if (expected === 'more' && kind === ',') expected = frame?.isList ? 'value' : 'key'
    else return false
    return true
  }

  for (;;) {
    skip()
    if (at >= until && until < text.length) return { tokens, slips, stop: null, outdented, indented }
    if (expected === 'nothing') {
      if (at >= text.length) return { tokens, slips, stop: null, outdented, indented }
      if (!DATA.test(text[at] as string)) {
        slip('text-around', at, text.length, '', 'What stands after the document is no part of it')
        return { tokens, slips, stop: null, outdented, indented }
      }
    }
    const token = read()
    if (isFirst && frame !== null && frame.lineStart < lineStart && token.kind !== 'end') {
      const isCloser = token.kind === '}' || token.kind === ']'
      if (isCloser ? indent() < frame.indent : indent() <= frame.indent) outdented.push(tokens.length)
      else if (isCloser && indent() > frame.indent) indented.push(tokens.length)
    }
    isFirst = false
    if (!take(token)) return { tokens, slips, stop: token, outdented, indented }
    tokens.push(token)
    at = token.end
    if (token.kind === 'text') passLines(token.start, at)
    isFirst = false
  }
}

/** The code of a fault, by the token that cannot stand where it stands. */
export function faultCode({ kind, expected, frame, open }: Token): string {
  const isCloser = kind === '}' || kind === ']'
  if (kind === 'end') return 'unexpected-end'
  if (kind === 'text' && open) return 'unclosed-text'
  if (expected === 'nothing') return 'text-after-the-end'
  if (expected === 'colon') return 'missing-colon'
  if (expected === 'more') return isCloser ? 'mismatched-bracket' : kind === ':' ? 'extra-colon' : 'missing-comma'
  if (expected === 'value' && frame?.isList === false && (isCloser || kind === ',' || kind === ':')) return 'missing-value'
  if (kind === ',') return 'extra-comma'
  if (isCloser) return 'mismatched-bracket'
  return kind === 'odd' ? 'missing-quotes' : 'syntax'
}

/** The path to a member of a frame, or to the frame itself. */
export function pathTo(frame: OpenFrame | null, member: string | number | null): (string | number)[] {
  const path: (string | number)[] = frame === null || member === null ? [] : [member]
  for (let up = frame; up !== null && up.key !== null; up = up.parent) path.push(up.key)
  return path.reverse()
}

function keyOf(source: string): string {
  try {
    return String(JSON.parse(source))
  } catch {
    return source.replace(/^['"“”`]|['"“”`]$/g, '') // unquoted, or quoted in a way that JSON does not know
  }
}
