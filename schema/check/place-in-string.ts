/** The place of a word inside a JSON string, whatever escapes stand before it. */
import type { Place } from '../json/locate.ts'

/** A stretch of a text in the document, in UTF-16 units of the text itself. */
export interface Within {
  /** The whole text. */
  readonly text: string
  readonly from: number
  readonly to: number
}

type Spot = Pick<Place, 'line' | 'column' | 'offset'>

/**
 * Where the unit at `within.from` stands in `source`, given the place of its string there; the place of the string where what is written there is another text,
 * as of a slip that was put right.
 */
export function placeInString(source: string, string: Place, within: Within): Spot {
  if (source[string.offset] !== '"') return string
  const found = findUnit(source, string, within, string.offset + 1) ?? findUnit(source, string, bareOf(within), spaceEnd(source, string.offset + 1))
  if (found === null) return string
  // A raw line break in a string is accepted where slips are, and begins a line.
  const before = source.slice(string.offset, found)
  const breaks = before.split('\n').length - 1
  return {
    line: string.line + breaks,
    column: breaks === 0 ? string.column + before.length : before.length - before.lastIndexOf('\n'),
    offset: found,
  }
}

/** Where the unit at `from` stands, the text beginning at `at`; null where another text stands there. */
function findUnit(source: string, string: Place, { text, from, to }: Within, at: number): number | null {
  const end = Math.min(to, text.length)
  let place = at
  let found = at
  for (let i = 0; i < end; i += 1) {
    if (i === from) found = place
    const length = unitLength(source, place)
    if (place + length >= string.end || unitAt(source, place, length) !== text[i]) return null
    place += length
  }
  return from >= end ? place : found
}

/** A formula as it was written without its `${…}`. */
function bareOf({ text, from, to }: Within): Within {
  return { text: text.slice(2, -1), from: Math.max(0, from - 2), to: Math.max(0, to - 2) }
}

function spaceEnd(source: string, at: number): number {
  let end = at
  while (/\s/.test(source[end] ?? '')) end += 1
  return end
}

/** How many units of the source stand for the unit of the text that begins at `at`. */
function unitLength(source: string, at: number): number {
  if (source[at] !== '\\') return 1
  return source[at + 1] === 'u' ? 6 : 2
}

const ESCAPES = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function unitAt(source: string, at: number, length: number): string {
  if (length === 1) return source[at] ?? ''
  const code = source[at + 1] as string
  return length === 6 ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)) : (ESCAPES.get(code) ?? code)
}
