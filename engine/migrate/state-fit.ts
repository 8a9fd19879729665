/** Which values an entry of the state takes back (B81), and its value while nothing was entered. */
import { isRecord, recordOf } from '../../schema/check/kinds.ts'
import { fits, isNullable, parseType, type Type } from '../../schema/formula/types.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { completeInit, emptyOf, readStateEntry, type StateEntry } from '../app/state-types.ts'

/** An entry of a document that keeps its value across launches. */
export interface KeptEntry {
  readonly entry: StateEntry
  readonly type: Type
  /** The only values that it takes; null where any of its type is. */
  readonly allowed: readonly Json[] | null
}

/** The entries of a document with `persist`, by name. */
export function keptEntries(document: JsonObject): ReadonlyMap<string, KeptEntry> {
  const kept = new Map<string, KeptEntry>()
  const section = document.state
  if (!isRecord(section)) return kept
  for (const name of Object.keys(section)) {
    const raw = section[name] as Json
    const entry = readStateEntry(raw)
    const parsed = parseType(entry.type)
    if (!entry.persist || !isRecord(raw)) continue
    const allowed = Object.hasOwn(raw, 'enum') && Array.isArray(raw.enum) ? raw.enum : null
    kept.set(name, { entry, type: parsed.ok ? parsed.type : { kind: 'any' }, allowed })
  }
  return kept
}

/**
 * Whether a kept value may stand in the state. As `fits`, but a date or a file may be missing although
 * its type does not say so: there is no other value for one that nobody has chosen yet.
 */
export function fitsKept(value: Json | undefined, type: Type): boolean {
  if (value === null || value === undefined) return isNullable(type) || type.kind === 'date' || type.kind === 'file'
  if (type.kind === 'list') return Array.isArray(value) && value.every(element => fitsKept(element as Json, type.of))
  if (type.kind !== 'record') return fits(value, type)
  if (!isRecord(value)) return false
  for (const [name, field] of type.fields) if (!fitsKept(Object.hasOwn(value, name) ? value[name] : null, field)) return false
  return type.open === true || Object.keys(value).every(name => type.fields.has(name))
}

/** The value of a field that is new, and of one whose old value does not fit. */
export function emptyValue(type: Type): Json {
  if (isNullable(type)) return null
  if (type.kind === 'list') return []
  if (type.kind !== 'record') return emptyOf(type.kind)
  return recordOf([...type.fields].map(([name, field]) => [name, emptyValue(field)]))
}

/** An entry's first value, or undefined where a formula makes it. */
export function firstValue({ entry }: KeptEntry): Json | undefined {
  if (entry.init === undefined) return emptyOf(entry.type)
  return holdsFormula(entry.init) ? undefined : completeInit(entry.init, entry.type)
}

function holdsFormula(value: Json): boolean {
  if (typeof value === 'string') return value.includes('${')
  if (Array.isArray(value)) return value.some(holdsFormula)
  return isRecord(value) && Object.values(value).some(holdsFormula)
}
