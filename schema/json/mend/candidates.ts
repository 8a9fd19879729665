/** Small changes of a broken text, one of which may be what its writer left out. */
import type { OpenFrame, Scan, Token } from '../scan.ts'
import type { TextEdit } from '../text-edits.ts'

export interface Candidate extends TextEdit {
  readonly code: string
  /** What is done, in the imperative. */
  readonly title: string
  /** How little it takes to believe it: 0 is what happens most. */
  readonly prior: number
  /** The token before or at which it is done, by index; the one that stops the reading has the last. */
  readonly token: number
}

/** How many tokens before the one that cannot stand are looked at, and how many places of each kind of clue. */
const NEAR = 6
/** Quotes are tried at so many places of one text. */
const PLACES_IN_TEXT = 12

/** All that is worth a try close to the token that stops the reading, and where the lines' indentation says so. */
export function nearCandidates(text: string, scan: Scan, sections: ReadonlySet<string>): Candidate[] {
  const stop = scan.stop as Token
  const tokens = [...scan.tokens, stop]
  const last = tokens.length - 1
  const found = [...quotes(text, tokens), ...escapes(text, tokens), ...words(text, tokens), ...punctuation(text, tokens), ...openers(tokens)]
  for (let index = last; index > Math.max(0, last - NEAR); index--) {
    const close = closeBefore(text, tokens, index, 2 + (last - index) / 10)
    if (close !== null) found.push(close)
    const token = tokens[index] as Token
    if (token.kind === '}' || token.kind === ']') found.push({ ...remove(token, index, 5 + (last - index) / 10), code: 'extra-bracket' })
  }
  for (const index of scan.outdented.slice(0, NEAR)) {
    const close = closeBefore(text, tokens, index, 1.5)
    if (close !== null) found.push(close)
  }
  for (const index of scan.indented.slice(0, NEAR)) {
    const token = tokens[index - 1] as Token
    if (token.kind === '}' || token.kind === ']') found.push({ ...remove(token, index - 1, 1.5), code: 'extra-bracket' })
  }
  for (const index of displaced(text, tokens, sections)) {
    const close = closeBefore(text, tokens, index, 2.2)
    if (close !== null) found.push(close)
  }
  found.push(...endings(text, tokens))
  if (stop.kind !== 'end' && stop.kind !== 'text') found.push({ ...remove(stop, last, 6), code: 'syntax' })
  return found
}

/** Keys one level too deep that a document has at its top: what is around them may not be closed. */
function displaced(text: string, tokens: readonly Token[], sections: ReadonlySet<string>): number[] {
  const found: number[] = []
  for (const [index, token] of tokens.entries()) {
    const isInSection = token.frame !== null && token.frame.parent !== null && token.frame.parent.parent === null
    if (!isInSection || token.kind !== 'text' || token.expected !== 'key') continue
    if (sections.has(text.slice(token.start + 1, token.end - 1))) found.push(index)
  }
  return found.slice(0, NEAR)
}

/** The bracket that is missing before a token, with the comma that stands there left to what is around. */
export function closeBefore(text: string, tokens: readonly Token[], index: number, prior: number): Candidate | null {
  const before = tokens[index - 1]?.kind === ',' ? index - 1 : index
  const token = tokens[before]
  if (token === undefined || token.frame === null || (token.expected !== 'more' && token.expected !== 'first-key' && token.expected !== 'first-value'))
    return null
  const bracket = bracketOf(token.frame)
  return {
    code: token.frame.isList ? 'unclosed-list' : 'unclosed-record',
    title: `Write ${bracket}`,
    offset: gapFor(text, tokens[before - 1]?.end ?? 0, token, token.frame),
    delete: 0,
    insert: bracket,
    prior,
    token: before,
  }
}

const bracketOf = (frame: OpenFrame): string => (frame.isList ? ']' : '}')

/** Where a closing bracket looks right: on a line of its own that has its indentation, else right behind what it closes. */
function gapFor(text: string, from: number, token: Token, frame: OpenFrame): number {
  const gap = text.slice(from, token.start)
  if (!gap.includes('\n')) return from
  let offset = from + gap.indexOf('\n') + 1
  while (offset <= token.start) {
    const lineEnd = text.indexOf('\n', offset)
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, token.start)
    if (end - offset === frame.indent && (end < token.start || token.kind === ',' || token.kind === '}' || token.kind === ']' || token.kind === 'end'))
      return end
    offset = end + 1
  }
  return token.kind === 'end' ? token.start : from
}

function remove(token: Token, index: number, prior: number): Omit<Candidate, 'code'> {
  return { title: 'Remove it', offset: token.start, delete: token.end - token.start, insert: '', prior, token: index }
}

/** Commas and colons, too few and too many. */
function punctuation(text: string, tokens: readonly Token[]): Candidate[] {
  const last = tokens.length - 1
  const stop = tokens[last] as Token
  const before = tokens[last - 1]
  const found: Candidate[] = []
  const insert = (code: string, mark: string, prior: number): void => {
    if (before) found.push({ code, title: `Write ${mark === ',' ? 'a comma' : 'a colon'}`, offset: before.end, delete: 0, insert: mark, prior, token: last })
  }
  if (stop.kind === 'end') return found
  const sign = text.slice(stop.start, stop.end)
  if (stop.expected === 'more') {
    insert('missing-comma', ',', 1)
    if (/^[;.|]$/.test(sign)) found.push({ ...remove(stop, last, 1.2), code: 'missing-comma', title: 'Write a comma', insert: ',' })
  }
  if (stop.expected === 'colon') {
    insert('missing-colon', ':', 1)
    if (/^(,|;|\.|[-=]>?)$/.test(sign)) found.push({ ...remove(stop, last, 2), code: 'missing-colon', title: 'Write a colon', insert: ':' })
  }
  if (stop.kind === ',' && before?.kind !== ':') found.push({ ...remove(stop, last, 1), code: 'extra-comma' })
  if (stop.kind === ':' && before?.kind === ':') found.push({ ...remove(stop, last, 1), code: 'extra-colon' })
  if ((stop.kind === '}' || stop.kind === ']') && stop.frame !== null)
    found.push({ ...remove(stop, last, 3), code: 'mismatched-bracket', title: `Write ${bracketOf(stop.frame)}`, insert: bracketOf(stop.frame) })
  return found
}

/** The bracket that would open what is closed, or named, without one. */
function openers(tokens: readonly Token[]): Candidate[] {
  const last = tokens.length - 1
  const stop = tokens[last] as Token
  const found: Candidate[] = []
  const open = (bracket: string, index: number, prior: number): void => {
    const token = tokens[index]
    if (token) found.push({ code: 'missing-bracket', title: `Write ${bracket}`, offset: token.start, delete: 0, insert: bracket, prior, token: index })
  }
  if (stop.kind === ':') open('{', last - 1, 3)
  if (stop.frame === null) return found
  let tried = 0
  for (let index = last; index > 0 && tried < NEAR; index--) {
    const token = tokens[index] as Token
    if (token.frame !== stop.frame || (token.expected !== 'value' && token.expected !== 'first-value')) continue
    open(stop.frame.isList ? '{' : '[', index, 4 + tried / 10)
    tried++
  }
  return found
}

/** Quotes that are missing at the start of the token that cannot stand, or that would have ended an earlier text. */
function quotes(text: string, tokens: readonly Token[]): Candidate[] {
  const last = tokens.length - 1
  const found: Candidate[] = []
  const insert = (offset: number, token: number, prior: number): void => {
    found.push({ code: 'unclosed-text', title: 'Write a quotation mark', offset, delete: 0, insert: '"', prior, token })
  }
  for (let index = last; index >= Math.max(0, last - 3); index--) {
    const token = tokens[index] as Token
    if (token.kind === 'end') continue
    if (token.kind !== 'text') {
      if (token.kind === 'odd' || token.kind === 'word' || token.kind === 'number' || index === last) insert(token.start, index, index === last ? 0.5 : 2)
      continue
    }
    if (text[token.start] !== '"') continue
    const start = token.start + 1
    const inside = text.slice(start, token.open ? token.end : token.end - 1)
    const tail = inside.length - (/[\s,:\]}[{]*$/.exec(inside.slice(-200))?.[0].length ?? 0)
    if (tail < inside.length || token.open) insert(start + tail, index, token.open || index >= last - 1 ? 0 : 0.7)
    let tried = 0
    for (let i = inside.length - 1; i >= 0 && tried < PLACES_IN_TEXT; i--) {
      if (i === tail || !/[\s,:\]}]/.test(inside[i] as string) || /\s/.test(inside[i - 1] ?? '')) continue
      insert(start + i, index, i > tail ? 0.4 : 3)
      tried++
    }
  }
  return found
}

const EMPTY_WORDS: ReadonlySet<string> = new Set(['undefined', 'nil', 'NaN', 'Infinity', '-Infinity', 'void'])

/** Words without quotes, and words and signs that stand for nothing, or for what was not written. */
function words(text: string, tokens: readonly Token[]): Candidate[] {
  const last = tokens.length - 1
  const stop = tokens[last] as Token
  const before = tokens[last - 1]
  // 20:00 ends at its colon where it lacks its quotes.
  const isTime = stop.kind === ':' && before?.kind === 'number'
  const [token, index] = isTime ? [before, last - 1] : [stop, last]
  if (token.kind !== 'odd' && !isTime) return []
  const word = text.slice(token.start, token.end)
  const isValue = token.expected === 'value' || token.expected === 'first-value'
  if (isValue && EMPTY_WORDS.has(word)) return [{ ...remove(token, index, 0.3), code: 'not-a-json-word', title: 'Write null', insert: 'null' }]
  if (/^(\.{3}|…)$/.test(word)) {
    const from = before?.kind === ',' ? before : token
    return [{ code: 'ellipsis', title: 'Remove it', offset: from.start, delete: token.end - from.start, insert: '', prior: 0.3, token: index }]
  }
  const run = (isTime ? TIMES : UNQUOTED).exec(text.slice(token.start, token.start + 1000))?.[0].trimEnd() ?? ''
  if (run === '' || (!isValue && token.expected !== 'key' && token.expected !== 'first-key')) return []
  return [{ code: 'missing-quotes', title: 'Put it in quotes', offset: token.start, delete: run.length, insert: JSON.stringify(run), prior: 0.6, token: index }]
}
const UNQUOTED = /^(?:\$\{(?:[^{}]|\{[^{}]*\})*\}|[^,:{}[\]"\n\r])+/
const TIMES = /^[\d:.]+/

/** Quotes inside of a text that lack their backslash: the text seems to end there, and what follows makes no sense. */
function escapes(text: string, tokens: readonly Token[]): Candidate[] {
  const index = tokens.length - 2
  const before = tokens[index]
  const stop = tokens[index + 1] as Token
  if (before?.kind !== 'text' || text[before.start] !== '"' || stop.kind === 'end' || ',:{}[]'.includes(stop.kind)) return []
  const line = text.indexOf('\n', before.end)
  const rest = text.slice(before.end - 1, line < 0 ? undefined : line).slice(0, 2000)
  let escaped = ''
  let from = 0
  for (const found of rest.matchAll(/\\.|"/g)) {
    if (found[0] !== '"') continue
    if (from > 0 && /^"\s*([,\]}:]|$)/.test(rest.slice(found.index))) break
    escaped += `${rest.slice(from, found.index)}\\"`
    from = found.index + 1
  }
  return from === 0
    ? []
    : [
        {
          code: 'unescaped-quote',
          title: 'Write \\"',
          offset: before.end - 1,
          delete: from,
          insert: escaped,
          prior: stop.kind === 'odd' ? 0.8 : 1.3,
          token: index,
        },
      ]
}

/** What would end a text that stops too early. */
function endings(text: string, tokens: readonly Token[]): Candidate[] {
  const last = tokens.length - 1
  const stop = tokens[last] as Token
  const end = text.trimEnd().length
  if (stop.end < end || (stop.kind !== 'end' && stop.kind !== 'text' && stop.kind !== 'odd')) return []
  const finish = (offset: number, insert: string, prior = 2.5): Candidate[] => [
    {
      code: 'unexpected-end',
      title: 'Close what is open',
      offset,
      delete: Math.max(0, end - offset),
      insert: insert + closersOf(stop.frame),
      prior,
      token: last,
    },
  ]
  const isValue = stop.expected === 'value' || stop.expected === 'first-value'
  if (stop.kind === 'text' && isValue) return finish(text.length, '"')
  if (stop.kind === 'odd' && isValue) {
    const word = ['true', 'false', 'null'].find(whole => whole.startsWith(text.slice(stop.start, stop.end)))
    if (word !== undefined) return finish(stop.start, word)
  }
  // One bracket may be missing anywhere; several at the end are missing there.
  if (stop.kind === 'end' && !isValue && stop.expected !== 'key' && stop.expected !== 'colon') return stop.frame?.parent ? finish(end, '') : []
  // A key without its value goes, and a comma without what it announces.
  const comma = tokens.findLastIndex((token, index) => index < last && token.kind === ',' && token.frame === stop.frame)
  const opener = tokens.findLastIndex((token, index) => index < last && token.start === stop.frame?.start)
  const kept = tokens[Math.max(comma - 1, opener)]
  return kept === undefined ? [] : finish(kept.end, '', 4)
}

/** The brackets that close a frame and all around it, innermost first. */
export function closersOf(frame: OpenFrame | null): string {
  let closers = ''
  for (let up = frame; up !== null; up = up.parent) closers += bracketOf(up)
  return closers
}
