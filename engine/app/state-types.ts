/** The entries of `state` (B10, B11): their types, first values and flags. */
import type { Json, JsonObject } from '../../schema/json/json.ts'

export interface StateEntry {
  /** Null where the type is the value's own. */
  readonly type: Json
  readonly init: Json | undefined
  readonly persist: boolean
  readonly history: boolean
}

/** An entry is a bare value, or a record that says its type. */
export function readStateEntry(raw: Json): StateEntry {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) {
    const entry = raw as JsonObject
    if (Object.hasOwn(entry, 'type') || Object.hasOwn(entry, 'init'))
      return { type: entry.type ?? null, init: entry.init, persist: entry.persist === true, history: entry.history === true }
  }
  return { type: null, init: raw, persist: false, history: false }
}

/** What an entry holds where its author gave no first value. */
export function emptyOf(type: Json): Json {
  if (Array.isArray(type)) return []
  if (type !== null && typeof type === 'object') {
    const record: { [key: string]: Json } = {}
    for (const [field, fieldType] of Object.entries(type)) record[field] = emptyOf(fieldType)
    return record
  }
  switch (type) {
    case 'text':
      return ''
    case 'number':
    case 'time':
      return 0
    case 'bool':
      return false
    default:
      return null
  }
}

/** A first value whose left-out nullable fields are there as null (B11). */
export function completeInit(value: Json, type: Json): Json {
  if (Array.isArray(type) && Array.isArray(value)) return value.map((element: Json) => completeInit(element, type[0] ?? 'any'))
  if (type !== null && typeof type === 'object' && !Array.isArray(type) && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const record: { [key: string]: Json } = { ...(value as JsonObject) }
    for (const [field, fieldType] of Object.entries(type))
      record[field] = Object.hasOwn(record, field) ? completeInit(record[field] ?? null, fieldType) : emptyOf(fieldType)
    return record
  }
  return value
}
