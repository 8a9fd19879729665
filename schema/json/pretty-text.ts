/**
 * The one layout of JSON that is written for people, in the page and by the command. It depends on the
 * value alone, so writing it twice changes nothing and a place in it can be named by line and column.
 */
import type { Json, JsonObject } from './json.ts'

/** Columns that a line may have before its list or record is broken up. */
const WIDTH = 120
/** Lists and records inside each other that may share a line. */
const DEPTH = 3
/** Values of a list of short values are set side by side, as many as fit. */
const SHORT = 24

/**
 * Two spaces a level; what is short stands on one line; a list of several records has a line for each.
 * A text that does not fit stays whole: formulas are never broken.
 */
export function prettyText(value: Json): string {
  return write(value, '', 0)
}

/** The text of a whole document: each section begins on a line of its own. */
export function prettyDocument(value: Json): string {
  return isRecord(value) && Object.keys(value).length > 0 ? broken(value, '') : prettyText(value)
}

/** `taken`: columns in use on the line before the value and after it. */
function write(value: Json, indent: string, taken: number): string {
  const line = flat(value, WIDTH - taken, DEPTH)
  return line ?? broken(value, indent)
}

function broken(value: Json, indent: string): string {
  const inner = `${indent}  `
  if (isList(value)) {
    if (value.length > 0 && value.every(isShort)) return `[\n${fill(value, inner)}\n${indent}]`
    return `[\n${value.map(child => inner + write(child, inner, inner.length + 1)).join(',\n')}\n${indent}]`
  }
  if (!isRecord(value)) return scalar(value)
  const members = Object.keys(value).map(key => {
    const name = `${scalar(key)}: `
    return inner + name + write(value[key] as Json, inner, inner.length + name.length + 1)
  })
  return `{\n${members.join(',\n')}\n${indent}}`
}

/** On one line, or null where that is too long, too deep, or a list of several records. */
function flat(value: Json, room: number, depth: number): string | null {
  if (!isList(value) && !isRecord(value)) return within(scalar(value), room)
  const entries = isList(value) ? value.map(child => ['', child] as const) : ownEntries(value)
  if (entries.length === 0) return within(isList(value) ? '[]' : '{}', room)
  if (depth === 0 || (isList(value) && value.length > 1 && value.some(isRecord))) return null
  let text = isList(value) ? '[' : '{ '
  for (const [name, child] of entries) {
    const inner = flat(child, room - text.length - name.length, depth - 1)
    if (inner === null) return null
    text += `${name}${inner}, `
  }
  return within(text.slice(0, -2) + (isList(value) ? ']' : ' }'), room)
}

const ownEntries = (record: JsonObject): (readonly [string, Json])[] => Object.keys(record).map(key => [`${scalar(key)}: `, record[key] as Json])

const isShort = (value: Json): boolean => !isList(value) && !isRecord(value) && scalar(value).length <= SHORT

function fill(list: readonly Json[], indent: string): string {
  const lines: string[] = []
  let line = ''
  list.forEach((value, index) => {
    const text = scalar(value) + (index < list.length - 1 ? ',' : '')
    if (line !== '' && indent.length + line.length + 1 + text.length > WIDTH) {
      lines.push(indent + line)
      line = text
    } else line += line === '' ? text : ` ${text}`
  })
  return [...lines, indent + line].join('\n')
}

/** Marks that cannot be seen, or turn the direction of what follows, are written as escapes: what is in a document can be read in it. */
function scalar(value: Json): string {
  return JSON.stringify(value).replace(/[\p{Cf}\u2028\u2029\u00a0]/gu, mark =>
    mark === '\u200d' ? mark : Array.from({ length: mark.length }, (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}

const within = (text: string, room: number): string | null => (text.length > room ? null : text)
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isRecord = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
