/** Why a text is no JSON document of ours. The first fault ends the reading; what was read before it stays. */
export interface JsonFault {
  readonly code: 'syntax' | 'duplicate-key' | 'too-deep' | 'too-long' | 'unexpected-end'
  /** What is wrong and what to do about it, in a sentence. */
  readonly message: string
  /** UTF-16 units from the start of the text. */
  readonly offset: number
  /** 1-based; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
  /** JSON Pointer to the value (or the list or record) in which the text went wrong. */
  readonly pointer: string
}

/** What the grammar allows next. */
export type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'more' | 'nothing'

const BYTE_ORDER_MARK = 0xfeff

/**
 * A sentence for a character that cannot stand where it stands. It is made of what has been read up
 * to that character and never of what follows, so that it does not depend on how the text was cut.
 *
 * @param last the key or index of the member that was read last (`more`) or begins (`colon`, `value`)
 */
export function explainCharacter(code: number, expected: Expected, inList: boolean, last: string | number | null): string {
  const shown = showCharacter(code)
  const close = inList ? ']' : '}'
  const isClose = code === 0x5d || code === 0x7d
  if (expected === 'nothing') return `The document is complete before this ${shown}: nothing may follow it.`
  if (code === BYTE_ORDER_MARK) return 'A byte order mark stands here: remove it.'
  if (code === 0x2f) return 'JSON has no comments: remove this one.'
  if (code === 0x27) return 'Texts and keys stand in double quotes: write " in place of \'.'
  if (expected === 'colon') return `A colon is missing after the key ${quote(last)}.`
  if (expected === 'more') {
    if (isClose) return `This ${shown} closes what is open with the wrong bracket: ${close} is expected.`
    return code === 0x3a ? 'A colon is not expected here.' : `A comma is missing after ${nameMember(last)}, before this ${shown}.`
  }
  if (expected === 'key') return isClose ? `There is a comma too many before this ${shown}.` : `A key in double quotes is expected, not ${shown}.`
  if (expected === 'first-key') return code === 0x5d ? 'This ] closes a record: } is expected.' : `A key in double quotes is expected, not ${shown}.`
  if (expected === 'first-value' && code === 0x7d) return 'This } closes a list: ] is expected.'
  if (last === null && !inList) return `A JSON document is expected, not ${shown}.`
  if (isClose) return inList ? `There is a comma too many before this ${shown}.` : `The value of ${quote(last)} is missing.`
  if (code === 0x2c) return `A value is missing before this comma.`
  if (code === 0x2b) return 'A number has no plus sign: remove it.'
  if (code === 0x2e) return 'A number needs a digit before its point.'
  return `A value is expected, not ${shown}: a "text", a number, true, false, null, a list or a record.`
}

/**
 * A sentence for a text that stops too early.
 *
 * @param closers the brackets that would close what is open, innermost first
 */
export function explainEnd(where: Expected | 'string' | 'token', closers: string, last: string | number | null): string {
  const rest = closers === '' ? '' : ` and then ${closers}`
  const verb = closers === '' ? 'is' : 'are'
  switch (where) {
    case 'string':
      return `The text ends inside quotes: a closing "${rest} ${verb} missing.`
    case 'token':
      return `The text ends inside a value: the rest of it${rest} ${verb} missing.`
    case 'colon':
      return `The text ends before the value of ${quote(last)}: it${rest} ${verb} missing.`
    case 'value':
      if (closers === '') return 'The text is empty: a JSON document is expected.'
      return closers.startsWith('}')
        ? `The text ends before the value of ${quote(last)}: it${rest} ${verb} missing.`
        : `The text ends after a comma: a further element${rest} ${verb} missing.`
    default:
      return `The text ends inside a ${closers.startsWith(']') ? 'list' : 'record'}: ${closers} is missing.`
  }
}

/** A control character inside a string. */
export function explainControl(code: number): string {
  const written = code === 0x0a ? '\\n' : code === 0x09 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`
  return `A ${showCharacter(code)} cannot stand in a text as it is (is a closing quote missing?): write ${written}.`
}

/** `"title"` is the member `title`, `2` the third element of a list. */
export function nameMember(key: string | number | null): string {
  return typeof key === 'number' ? `element ${key + 1}` : `the value of ${quote(key)}`
}

export function quote(key: string | number | null): string {
  const text = String(key ?? '')
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text)
}

export function showCharacter(code: number): string {
  if (code === 0x0a) return 'line break'
  if (code === 0x09) return 'tab'
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code)
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
