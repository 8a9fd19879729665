/**
 * Types of the language (B11), as the checker knows them.
 *
 * They exist to find mistakes before anything runs, so they lean to silence: `any` fits everything
 * and everything fits `any`, a date is a text too and a time is a number too.
 */
import type { Json } from '../json/json.ts'

export type ScalarKind = 'text' | 'number' | 'bool' | 'date' | 'time' | 'file'
export type Type =
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: ScalarKind; readonly nullable?: true }
  | { readonly kind: 'list'; readonly of: Type; readonly nullable?: true }
  | RecordType
export interface RecordType {
  readonly kind: 'record'
  readonly fields: ReadonlyMap<string, Type>
  /** It may have further fields that are not known. */
  readonly open?: true
  readonly nullable?: true
}

export const ANY: Type = { kind: 'any' }
export const NULL: Type = { kind: 'null' }
export const TEXT: Type = { kind: 'text' }
export const NUMBER: Type = { kind: 'number' }
export const BOOL: Type = { kind: 'bool' }
export const DATE: Type = { kind: 'date' }
export const TIME: Type = { kind: 'time' }
export const FILE: Type = { kind: 'file' }
/** A record of which nothing is known. */
export const RECORD: Type = { kind: 'record', fields: new Map(), open: true }

const NAMED = new Map<string, Type>([
  ['any', ANY],
  ['null', NULL],
  ['text', TEXT],
  ['number', NUMBER],
  ['bool', BOOL],
  ['date', DATE],
  ['time', TIME],
  ['file', FILE],
  ['record', RECORD],
])
/** The fields of an attachment, which is a record in the state. */
export const FILE_FIELDS: ReadonlyMap<string, Type> = new Map([
  ['ref', TEXT],
  ['name', TEXT],
  ['type', TEXT],
  ['size', NUMBER],
])

export function listOf(of: Type): Type {
  return { kind: 'list', of }
}

export function recordOf(fields: Iterable<readonly [string, Type]>): Type {
  return { kind: 'record', fields: new Map(fields) }
}

/** The same type that may be null too. */
export function nullable(type: Type): Type {
  return type.kind === 'any' || type.kind === 'null' ? type : { ...type, nullable: true }
}

/** Whether null is among the values of the type. */
export function isNullable(type: Type): boolean {
  return type.kind === 'any' || type.kind === 'null' || type.nullable === true
}

/**
 * Reads a type as a blueprint or a schema writes it: `"text"`, `"date?"`, `["text"]`, `{ "id": "text", "tags": ["text"] }`, and in schemas also
 * the short `"[text]"` and `"null"`.
 */
export function parseType(json: unknown): { readonly ok: true; readonly type: Type } | { readonly ok: false; readonly message: string } {
  if (typeof json === 'string') {
    const text = json.trim()
    if (text.startsWith('[') && text.endsWith(']')) return wrap(parseType(text.slice(1, -1)))
    const optional = text.endsWith('?')
    const type = NAMED.get(optional ? text.slice(0, -1) : text)
    if (type !== undefined) return { ok: true, type: optional ? nullable(type) : type }
    return {
      ok: false,
      message: `${JSON.stringify(json)} is no type: write text, number, bool, date, time, file or any (with ? where it may be null), [T] for a list, { field: T } for a record.`,
    }
  }
  if (Array.isArray(json)) {
    if (json.length !== 1) return { ok: false, message: 'The type of a list is written [T], with one type in it.' }
    return wrap(parseType(json[0]))
  }
  if (typeof json === 'object' && json !== null) {
    const fields = new Map<string, Type>()
    for (const [name, value] of Object.entries(json)) {
      const field = parseType(value)
      if (!field.ok) return { ok: false, message: `${name}: ${field.message}` }
      fields.set(name, field.type)
    }
    return { ok: true, type: { kind: 'record', fields } }
  }
  return { ok: false, message: 'A type is a name ("text"), a list of one type (["text"]) or a record of types ({ "id": "text" }).' }
}

function wrap(inner: ReturnType<typeof parseType>): ReturnType<typeof parseType> {
  return inner.ok ? { ok: true, type: listOf(inner.type) } : inner
}

/** The narrowest type of a value; of the elements of a list what they have in common. */
export function typeOfValue(value: Json | undefined): Type {
  if (value === null || value === undefined) return NULL
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? DATE : TEXT
  if (typeof value === 'number') return NUMBER
  if (typeof value === 'boolean') return BOOL
  if (isList(value)) return listOf(value.length === 0 ? ANY : value.map(typeOfValue).reduce(joinTypes))
  return recordOf(Object.entries(value).map(([key, inner]) => [key, typeOfValue(inner)] as const))
}

/**
 * Whether a value may stand where a type is wanted. Fields with `?` may be missing; further fields may not.
 * A bare time or date is not told from other numbers; a date must look like one.
 */
export function fits(value: Json | undefined, type: Type): boolean {
  if (type.kind === 'any') return true
  if (value === null || value === undefined) return isNullable(type)
  switch (type.kind) {
    case 'null':
      return false
    case 'text':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    case 'number':
    case 'time':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'list':
      return isList(value) && value.every(element => fits(element, type.of))
    case 'file':
    case 'record': {
      if (typeof value !== 'object' || isList(value)) return false
      const record = value
      const fields = type.kind === 'record' ? type.fields : FILE_FIELDS
      for (const [key, field] of fields) if (!fits(Object.hasOwn(record, key) ? record[key] : null, field)) return false
      return type.kind !== 'record' || type.open === true || Object.keys(record).every(key => fields.has(key))
    }
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** What a value is that is of the one type or of the other. */
export function joinTypes(a: Type, b: Type): Type {
  if (a === b || b.kind === 'null') return b.kind === 'null' ? nullable(a) : a
  if (a.kind === 'null') return nullable(b)
  if (a.kind === 'any' || b.kind === 'any') return ANY
  const joined = joinSolid(a, b)
  return isNullable(a) || isNullable(b) ? nullable(joined) : joined
}

function joinSolid(a: Type, b: Type): Type {
  if (a.kind === 'list' && b.kind === 'list') return listOf(joinTypes(a.of, b.of))
  if (a.kind === 'record' && b.kind === 'record') {
    const fields = new Map<string, Type>()
    for (const [key, type] of [...a.fields, ...b.fields]) {
      const [left, right] = [a.fields.get(key), b.fields.get(key)]
      fields.set(key, left !== undefined && right !== undefined ? joinTypes(left, right) : nullable(type))
    }
    return { kind: 'record', fields, ...(a.open || b.open ? { open: true as const } : {}) }
  }
  if (a.kind === b.kind) return a
  const kinds = new Set([a.kind, b.kind])
  if (kinds.has('text') && kinds.has('date')) return TEXT
  if (kinds.has('number') && kinds.has('time')) return NUMBER
  return ANY
}

/** A type as a message shows it: `[{ id: text, due: date? }]`. */
export function describeType(type: Type): string {
  const mark = type.kind !== 'any' && type.kind !== 'null' && type.nullable ? '?' : ''
  if (type.kind === 'list') return `[${describeType(type.of)}]${mark}`
  if (type.kind !== 'record') return type.kind + mark
  const fields = [...type.fields].map(([key, field]) => `${key}: ${describeType(field)}`)
  if (fields.length === 0 && type.open) return `record${mark}`
  if (type.open) fields.push('…')
  return `{ ${fields.join(', ')} }${mark}`
}
