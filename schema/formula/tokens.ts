/**
 * The words of a formula, read one at a time from a place in a text. Where a formula ends is the
 * parser's business (B24), so nothing here looks further ahead than one word.
 */
import type { FormulaFault } from './expression.ts'

export type Token =
  | { readonly kind: 'end'; readonly from: number; readonly to: number }
  | { readonly kind: 'name' | 'punctuator'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: 'number'; readonly value: number; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly value: string; readonly from: number; readonly to: number }

/** Thrown inside the parser only; `parseFormula` gives it back as data. No Error: a stack trace for each repair that is tried takes most of the time. */
export class SyntaxStop {
  readonly fault: FormulaFault
  constructor(code: string, message: string, from: number, to: number) {
    this.fault = { code, message, from, to }
  }
}

export function stop(code: string, message: string, from: number, to: number): never {
  throw new SyntaxStop(code, message, from, to)
}

const SPACE = /\s*/y
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const NUMBER = /(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?/y
const ODD_NUMBER = /0[xXbBoO]|0\d/y
const PUNCTUATOR = /=>|===|!==|\.\.\.|\?\.(?!\d)|\?\?=?|&&=?|\|\|=?|[=!<>]=|\*\*|\+\+|--|<<|>>|[-+*/%&|^]=|[-+*/%<>=!?:.,()[\]{}`&|^~;]/y

/** The word that begins at or after `at`. */
export function readToken(text: string, at: number): Token {
  SPACE.lastIndex = at
  SPACE.test(text)
  const from = SPACE.lastIndex
  if (from >= text.length) return { kind: 'end', from, to: from }
  const first = text[from] as string
  if (first === "'" || first === '"') return readText(text, from)
  if ((first >= '0' && first <= '9') || (first === '.' && /\d/.test(text[from + 1] ?? ''))) return readNumber(text, from)
  const name = match(NAME, text, from)
  if (name !== null) return { kind: 'name', text: name, from, to: from + name.length }
  if (text.startsWith('//', from) || text.startsWith('/*', from)) stop('not-in-language', 'A formula has no comments: leave it out.', from, from + 2)
  const sign = match(PUNCTUATOR, text, from)
  if (sign !== null) return { kind: 'punctuator', text: sign, from, to: from + sign.length }
  const odd = String.fromCodePoint(text.codePointAt(from) as number)
  return stop('syntax', `The character ${JSON.stringify(odd)} means nothing in a formula. Put text in single quotes.`, from, from + odd.length)
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function readNumber(text: string, from: number): Token {
  if (match(ODD_NUMBER, text, from) !== null) stop('syntax', 'Write numbers in decimal, without leading zeros.', from, from + 2)
  const digits = match(NUMBER, text, from) as string
  const to = from + digits.length
  const after = match(NAME, text, to)
  if (after !== null)
    stop('syntax', `${JSON.stringify(digits + after)} is no number. Put an operator between the number and the name.`, from, to + after.length)
  const value = Number(digits.replaceAll('_', ''))
  if (!Number.isFinite(value)) stop('syntax', `The number ${digits} is too large.`, from, to)
  return { kind: 'number', value, from, to }
}

function readText(text: string, from: number): Token {
  const quote = text[from]
  let value = ''
  let at = from + 1
  for (;;) {
    const char = text[at]
    if (char === undefined) return stop('syntax', `This text is not closed: a ${quote} is missing.`, from, text.length)
    if (char === quote) return { kind: 'text', value, from, to: at + 1 }
    if (char === '\\') {
      const escaped = readEscape(text, at)
      value += escaped.value
      at = escaped.to
    } else {
      value += char
      at += 1
    }
  }
}

const SIMPLE = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
])
const CODE = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}/y

/** The character that the escape at `at` (its backslash) stands for, as JavaScript reads it. */
export function readEscape(text: string, at: number): { value: string; to: number } {
  const char = text[at + 1]
  if (char === undefined) return stop('syntax', 'The text ends after a backslash.', at, at + 1)
  const simple = SIMPLE.get(char)
  if (simple !== undefined) return { value: simple, to: at + 2 }
  if (char === 'x' || char === 'u') {
    CODE.lastIndex = at + 1
    const code = CODE.exec(text)
    const point = Number.parseInt(code?.[1] ?? code?.[2] ?? code?.[3] ?? '', 16)
    if (code === null || point > 0x10ffff) return stop('syntax', 'Write the escape as \\u0041 or \\u{1f600}.', at, at + 2)
    return { value: code[3] === undefined ? String.fromCharCode(point) : String.fromCodePoint(point), to: CODE.lastIndex }
  }
  if (char >= '0' && char <= '9') {
    if (char === '0' && !/\d/.test(text[at + 2] ?? '')) return { value: '\0', to: at + 2 }
    return stop('syntax', 'Write the escape as \\u0041 or \\u{1f600}.', at, at + 2)
  }
  return { value: char, to: at + 2 }
}
