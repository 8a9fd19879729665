/** Telling the kinds of plain JSON apart, and reading records by own properties only. */
import type { Json, JsonObject } from '../json/json.ts'
import { setOwn } from '../json/own.ts'

export const isRecord = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
export const isText = (value: Json | undefined): value is string => typeof value === 'string'

/** An own property of a record, else undefined. */
export const own = (record: JsonObject, key: string): Json | undefined => (Object.hasOwn(record, key) ? record[key] : undefined)

/** The entries of a section: none where it is missing or no record. */
export function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isRecord(value) ? Object.keys(value).map(key => [key, value[key] as Json] as const) : []
}

/** A record made of entries, `__proto__` being a name like any other. */
export function recordOf(entries: Iterable<readonly [string, Json]>): JsonObject {
  const record: Record<string, Json> = {}
  for (const [key, value] of entries) setOwn(record, key, value)
  return record
}

/** What a value is, for a message: `a text`, `a list`. */
export function kindText(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (isList(value)) return 'a list'
  if (typeof value === 'object') return 'a record'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'number' ? 'a number' : String(value)
}

/** A value as it may stand in a message: short. */
export function shown(value: Json | undefined): string {
  if (isList(value) || isRecord(value) || value === undefined) return kindText(value)
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…"` : text
}

/** `a, b or c`. */
export function listed(names: readonly (string | number | boolean)[]): string {
  const words = names.map(String)
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`
}
