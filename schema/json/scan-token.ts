/** Texts and words as writers quote and name them, beside the ways of JSON. */
interface Put {
  readonly code: string
  readonly offset: number
  readonly end: number
  readonly insert: string
  readonly reason: string
}

export interface Quoted {
  readonly end: number
  /** No closing quote was found where one may stand. `end` is then the end of the line, or of the text. */
  readonly open: boolean
  readonly slips: readonly Put[]
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
])

/**
 * The text that opens at `start`, or null where none does. A line break may stand in it only where what
 * follows its closing quote may follow a text: else the closing quote of an earlier line is missing.
 */
export function readQuoted(text: string, start: number, isKey: boolean): Quoted | null {
  const quote = text[start] as string
  const closing = CLOSING.get(quote)
  if (closing === undefined) return null
  if (quote === '"') return readJsonText(text, start, isKey)
  const end = endOfForeign(text, start, quote, closing, isKey, true) ?? endOfForeign(text, start, quote, closing, isKey, false)
  if (end === null) return { end: start + 1, open: true, slips: [] }
  const reason = `Texts and keys stand in double quotes, not in ${quote}`
  return { end, open: false, slips: [{ code: 'single-quotes', offset: start, end, insert: requote(text.slice(start + 1, end - 1)), reason }] }
}

function readJsonText(text: string, start: number, isKey: boolean): Quoted {
  const slips: Put[] = []
  let lineBreak = -1
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5c) i++
    else if (code === 0x22)
      return lineBreak >= 0 && !mayEnd(text, i + 1, isKey) ? { end: lineBreak, open: true, slips: [] } : { end: i + 1, open: false, slips }
    else if (code < 0x20) {
      let end = i + 1
      while (text.charCodeAt(end) < 0x20) end++
      const run = text.slice(i, end)
      const isBreak = /[\n\r]/.test(run)
      if (isBreak && isKey) return { end: i, open: true, slips: [] }
      if (isBreak && lineBreak < 0) lineBreak = i
      const insert = JSON.stringify(run.replaceAll('\r\n', '\n')).slice(1, -1)
      const what = isBreak ? 'A line break' : 'A tab or another control character'
      slips.push({ code: 'raw-control', offset: i, end, insert, reason: `${what} cannot stand in a text as it is` })
      i = end - 1
    }
  }
  return { end: lineBreak < 0 ? text.length : lineBreak, open: true, slips: [] }
}

/** After the quote that ends a text in other quotes; with `skipHoles`, quotes inside of `${…}` are those of a formula. */
function endOfForeign(text: string, start: number, quote: string, closing: string, isKey: boolean, skipHoles: boolean): number | null {
  let depth = 0
  for (let i = start + 1; i < text.length; i++) {
    const character = text[i] as string
    if (character === '\\') i++
    else if (character === '\n' && quote !== '`') return null
    else if (skipHoles && character === '$' && text[i + 1] === '{' && depth === 0) {
      depth = 1
      i++
    } else if (depth > 0) depth += character === '{' ? 1 : character === '}' ? -1 : 0
    else if (character === closing && mayEnd(text, i + 1, isKey)) return i + 1
  }
  return null
}

/** May a text end before `at`, by what follows there? */
function mayEnd(text: string, at: number, isKey: boolean): boolean {
  AFTER.lastIndex = at
  const next = AFTER.exec(text)?.[1] ?? ''
  return isKey ? next === ':' : next === '' || ',]}'.includes(next)
}
const AFTER = /\s*([\s\S]?)/y

/** What stands between other quotes, as a text of JSON. */
function requote(inside: string): string {
  let written = ''
  for (let i = 0; i < inside.length; i++) {
    const character = inside[i] as string
    const next = inside[i + 1] ?? ''
    if (character === '\\') {
      i++
      written += "'`".includes(next) ? next : next === '\n' ? '' : character + next
    } else written += character === '"' || character < ' ' ? JSON.stringify(character).slice(1, -1) : character
  }
  return `"${written}"`
}

/** Words of other languages that mean exactly what a word of JSON means. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['Null', 'null'],
  ['NULL', 'null'],
])
const RUN = /[^\s,:;{}[\]"'`/#]+/y
const NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u

/** A number, a word, or whatever else stands at `start`. */
export function readWord(
  text: string,
  start: number,
  isKey: boolean,
): { readonly kind: 'number' | 'word' | 'odd'; readonly end: number; readonly slips: readonly Put[] } {
  RUN.lastIndex = start
  const run = RUN.exec(text)?.[0] ?? ''
  const end = start + Math.max(1, run.length)
  if (isKey) {
    if (!NAME.test(run) || !mayEnd(text, end, true)) return { kind: 'odd', end, slips: [] }
    return { kind: 'word', end, slips: [{ code: 'missing-quotes', offset: start, end, insert: JSON.stringify(run), reason: 'Keys stand in double quotes' }] }
  }
  if (run === 'true' || run === 'false' || run === 'null') return { kind: 'word', end, slips: [] }
  if (/^[-+.]?\d/.test(run)) return { kind: 'number', end, slips: [] }
  const word = WORDS.get(run)
  if (word === undefined) return { kind: 'odd', end, slips: [] }
  return { kind: 'word', end, slips: [{ code: 'not-a-json-word', offset: start, end, insert: word, reason: `${run} is no word of JSON` }] }
}
