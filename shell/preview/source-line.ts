/** Characters of the line that are shown. */
const WIDTH = 56
/** How many of them stand before the place, where the line is longer. */
const BEFORE = 24

/** The line of a text that an issue is about, cropped around its column, and how many characters stand before the place; both from 1. */
export function sourceLine(text: string, line: number, column: number): { readonly shown: string; readonly caret: number } | null {
  const source = text.split('\n', line)[line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ')
  if (source === undefined || source.trim() === '') return null
  const indent = source.length - source.trimStart().length
  const place = column - 1
  const from = source.length - indent <= WIDTH || place - indent < BEFORE ? Math.min(indent, Math.max(0, place)) : place - BEFORE
  const ahead = from > indent ? '…' : ''
  const rest = from + WIDTH < source.length ? '…' : ''
  return { shown: ahead + source.slice(from, from + WIDTH) + rest, caret: ahead.length + place - from }
}
