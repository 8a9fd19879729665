import type { Json, JsonObject } from './json.ts'

/** Columns that a line may have before its list or record is broken up. */
const WIDTH = 100

/**
 * The formatted text of a value: two spaces a level, and what fits into 100 columns on one line.
 * A value has one such text, so a place in it can be named by line and column.
 */
export function prettyText(value: Json): string {
  return write(value, '', 0, 0)
}

/** `taken`: columns in use before the value on its line; `after`: columns that must stay free behind it. */
function write(value: Json, indent: string, taken: number, after: number): string {
  const flat = writeFlat(value, WIDTH - taken - after)
  if (flat !== null) return flat
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  const members = isList(value)
    ? value.map((child, index) => write(child, inner, inner.length, index < value.length - 1 ? 1 : 0))
    : Object.entries(value).map(([key, child], index, all) => {
        const name = `${JSON.stringify(key)}: `
        return name + write(child, inner, inner.length + name.length, index < all.length - 1 ? 1 : 0)
      })
  const [open, close] = isList(value) ? '[]' : '{}'
  return `${open}\n${members.map(member => inner + member).join(',\n')}\n${indent}${close}`
}

/** On one line, or null where that takes more than `room`. Gives up as soon as it is known to be too long. */
function writeFlat(value: Json, room: number): string | null {
  if (typeof value === 'string' && value.length + 2 > room) return null
  if (value === null || typeof value !== 'object') return within(JSON.stringify(value), room)
  let text = isList(value) ? '[' : '{'
  const entries: Iterable<readonly [string | number, Json]> = isList(value) ? value.entries() : ownEntries(value)
  for (const [key, child] of entries) {
    if (text.length > 1) text += ', '
    else if (typeof key === 'string') text += ' '
    if (typeof key === 'string') text += `${JSON.stringify(key)}: `
    const flat = writeFlat(child, room - text.length)
    if (flat === null) return null
    text += flat
  }
  if (!isList(value) && text.length > 1) text += ' '
  return within(text + (isList(value) ? ']' : '}'), room)
}

function* ownEntries(record: JsonObject): Iterable<readonly [string, Json]> {
  for (const key of Object.keys(record)) yield [key, record[key]!]
}

const within = (text: string, room: number): string | null => (text.length > room ? null : text)
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
