/**
 * What the operators do with values (B25): JavaScript's rules for plain data, with null as 0 and as
 * the empty text, content equality for lists and records, and numbers rounded to 15 digits.
 */
import type { Json, JsonObject } from '../../schema/json/json.ts'

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A number as the language keeps it: 15 significant digits unless it is whole, no -0, null where it is not finite. */
export function finite(x: number): number | null {
  if (!Number.isFinite(x)) return null
  return Number.isInteger(x) ? x + 0 : Number(x.toPrecision(15))
}

/** Texts beyond this are not read as numbers: it would take longer than anything else that counts as one step. */
const LONGEST_NUMBER = 1_000

/** As JavaScript's `Number(x)`, null being 0; NaN where it is none. A record is never one. */
export function toNumber(value: Json): number {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return value.length > LONGEST_NUMBER ? Number.NaN : Number(value)
  if (!isList(value) || value.length > 1) return Number.NaN
  // JavaScript reads a list by its text, so one of one number is that number; a longer one has a comma in it.
  const [only = null] = value
  return typeof only === 'boolean' ? Number.NaN : toNumber(only)
}

/** As it is joined to a text: null is nothing, a list its elements with commas between, a record its JSON. */
export function textOf(value: Json): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (isList(value)) return value.map(textOf).join(',')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** JavaScript's truth: false, 0, '' and null are false, all else is true. */
export function isTrue(value: Json): boolean {
  return value !== null && value !== false && value !== 0 && value !== ''
}

/** Equal in type and content. Order counts in lists and not among the fields of records. Counts the values that it compares. */
export function equals(a: Json, b: Json, visited: { count: number }): boolean {
  visited.count += 1
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isList(a)) return isList(b) && a.length === b.length && a.every((element, i) => equals(element, b[i] as Json, visited))
  if (isList(b)) return false
  const [left, right] = [a as JsonObject, b as JsonObject]
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every(key => Object.hasOwn(right, key) && equals(left[key] as Json, right[key] as Json, visited))
}

/**
 * `a - b` in the sense of `<`: texts by UTF-16 unit, all else as numbers with null as 0; NaN where they cannot be
 * compared, so that `<`, `<=`, `>` and `>=` are all false. For lists and records give their texts, as JavaScript does.
 */
export function difference(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return toNumber(a) - toNumber(b)
}

const KIND_ORDER = new Map([
  ['boolean', 0],
  ['number', 1],
  ['string', 2],
  ['object', 3],
])

/**
 * The order of `sort`, `min` and `max`: numbers by size, texts by code point, false before true; of different kinds booleans, numbers, texts, then
 * the rest by their texts. Null is not ordered here: it stands last either way.
 */
export function order(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return byCodePoint(a, b)
  if (typeof a !== typeof b) return (KIND_ORDER.get(typeof a) as number) - (KIND_ORDER.get(typeof b) as number)
  return typeof a === 'boolean' ? Number(a) - Number(b) : byCodePoint(textOf(a), textOf(b))
}

function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1
  if (i === a.length || i === b.length) return a.length - b.length
  const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
  // Surrogates stand for code points beyond all others, though their units are below U+E000.
  const rank = (unit: number) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)
  return rank(left) - rank(right)
}

/** The value of an own field of a record or of an element of a list; `length` of a list or a text. Missing is null (B27). */
export function getField(value: Json, key: string | number): Json {
  if (value === null) return null
  if (typeof value === 'string') return key === 'length' ? value.length : null
  if (typeof value !== 'object') return null
  if (isList(value)) {
    if (key === 'length') return value.length
    const index = typeof key === 'number' ? key : /^(0|[1-9]\d{0,9})$/.test(key) ? Number(key) : -1
    return Object.hasOwn(value, index) ? (value[index] ?? null) : null
  }
  const record = value as JsonObject
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null
}

/** A text that two values share exactly if they are equal: what `group` and `uniq` tell elements apart by. */
export function identityOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : `${value}`
  if (isList(value)) return `[${value.map(inner => identityOf(inner)).join()}]`
  const record = value as JsonObject
  return `{${Object.keys(record)
    .sort()
    .map(key => `${JSON.stringify(key)}:${identityOf(record[key] as Json)}`)
    .join()}}`
}
