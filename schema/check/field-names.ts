/** Names of fields that a component is given as texts: they must be fields of the records beside them (B29). */
import type { ComponentSpec } from '../catalog.ts'
import type { Type } from '../formula/types.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import type { AsMeant } from './as-meant.ts'
import { isList, isRecord, isText, listed, own } from './kinds.ts'
import { changeTo, orElse, setTo } from './repairs.ts'
import type { Origin } from './scope.ts'
import type { Walk } from './walk.ts'

/** Where the components say which list they draw and name fields of it. */
const namedIn: ReadonlyMap<string, { readonly list: string; readonly fields: readonly string[] }> = new Map([
  ['Table', { list: 'rows', fields: ['key', 'columns'] }],
  ['Chart', { list: 'data', fields: ['x', 'y', 'series'] }],
  ['Board', { list: 'items', fields: ['key', 'groupBy'] }],
  ['SortableList', { list: 'items', fields: ['key'] }],
])

/** Holds the names of fields in a component to the type of its list, as `typeOf` gives it. */
export function checkFieldNames(walk: Walk, { record, place }: AsMeant, spec: ComponentSpec, typeOf: (list: Json) => Type): void {
  const named = namedIn.get(spec.name)
  const list = named && own(record, named.list)
  const element = list === undefined ? undefined : elementOf(typeOf(list))
  if (!named || element === undefined) return
  for (const property of named.fields) {
    const value = own(record, property)
    if (value !== undefined) checkIn(walk, value, place(property), element)
  }
}

/** The `key` of a repeat, or what could be one (B42). */
export function checkKey(walk: Walk, { record, place }: AsMeant, at: Path, list: { readonly type: Type; readonly origin: Origin }): void {
  const element = elementOf(list.type)
  if (element === undefined) return
  const key = own(record, 'key')
  if (key !== undefined) {
    checkIn(walk, key, place('key'), element)
    return
  }
  // Elsewhere than in the state nothing moves by itself, so that the place is as good.
  if (typeof list.origin !== 'string' || element.has('id')) return
  const candidates = [...element].filter(
    ([field, { kind }]) => (kind === 'text' || kind === 'number') && /^(?:key|uid|uuid|code|slug|name)$|(?:Id|Key)$/.test(field),
  )
  const [only] = candidates.length === 1 ? (candidates[0] as readonly [string, Type]) : []
  if (only !== undefined)
    walk.report.note(
      'missing-key',
      at,
      `The elements have no "id", so that they are told apart by their place. If no two have the same "${only}", write "key": "${only}".`,
      { suggestion: only, ...setTo([...at, 'key'], only, `Tell them apart by ${only}`) },
    )
}

/** The fields of a list's records; undefined where they are not all known. */
function elementOf(type: Type): ReadonlyMap<string, Type> | undefined {
  return type.kind === 'list' && type.of.kind === 'record' && !type.of.open ? type.of.fields : undefined
}

function checkIn(walk: Walk, value: Json, at: Path, fields: ReadonlyMap<string, Type>): void {
  if (isText(value)) checkField(walk, value, at, fields)
  else if (isList(value)) for (const [index, element] of value.entries()) checkIn(walk, element, [...at, index], fields)
  // What a column draws by itself needs no field of that name.
  else if (isRecord(value) && !Object.hasOwn(value, 'cell')) checkColumn(walk, value, at, fields)
}

function checkColumn(walk: Walk, column: JsonObject, at: Path, fields: ReadonlyMap<string, Type>): void {
  const field = own(column, 'field')
  if (isText(field)) checkField(walk, field, [...at, 'field'], fields)
}

function checkField(walk: Walk, name: string, at: Path, fields: ReadonlyMap<string, Type>): void {
  const [first = ''] = name.split('.')
  if (name.includes('${') || fields.has(first)) return
  const names = [...fields.keys()]
  const near = walk.report.advice?.nearest(first, names)
  walk.report.error(
    'unknown-field',
    at,
    `The records here have no field "${first}"${orElse(near, names.length > 0 ? `. They have ${listed(names)}.` : '.')}`,
    first === name ? changeTo(at, near) : { suggestion: near?.name },
  )
}
