import type { Runtime } from '../../engine/app/runtime.ts'
import { readStateEntry, type StateEntry } from '../../engine/app/state-types.ts'
import { fitsKept } from '../../engine/migrate/state-fit.ts'
import { isRecord } from '../../schema/check/kinds.ts'
import { ANY, describeType, parseType, type Type, typeOfValue } from '../../schema/formula/types.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'

/** One entry of an app's state, as it was declared. */
export interface EntryShape {
  readonly entry: StateEntry
  readonly type: Type
  /** The only values that it takes; null where any of its type is. */
  readonly choices: readonly Json[] | null
}

/** The entries that a document declares, by name. One without a type has that of its first value. */
export function entryShapes(document: JsonObject | null, first: (name: string) => Json): ReadonlyMap<string, EntryShape> {
  const section = document && isRecord(document.state) ? document.state : {}
  return new Map(
    Object.entries(section).map(([name, raw]) => {
      const entry = readStateEntry(raw)
      const parsed = entry.type === null ? null : parseType(entry.type)
      const type = parsed === null ? loose(typeOfValue(first(name))) : parsed.ok ? parsed.type : ANY
      const choices = isRecord(raw) && Object.hasOwn(raw, 'enum') && Array.isArray(raw.enum) ? (raw.enum as readonly Json[]) : null
      return [name, { entry, type, choices }] as const
    }),
  )
}

/** A type that was read off one value says only what kind of value it is. */
function loose(type: Type): Type {
  return type.kind === 'text' || type.kind === 'number' || type.kind === 'bool' ? type : type.kind === 'date' ? { kind: 'text' } : ANY
}

/** The type of what stands one step below a value of this type. */
export function typeBelow(type: Type, key: string | number): Type {
  if (type.kind === 'list') return type.of
  if (type.kind === 'record') return type.fields.get(String(key)) ?? ANY
  return ANY
}

/** Why `value` may not be written at `path`, in words; null where it may. The whole entry has to fit its type. */
export function whyNot(app: Runtime, shapes: ReadonlyMap<string, EntryShape>, path: Path, value: Json): string | null {
  const [name, ...below] = path
  const shape = shapes.get(String(name))
  if (!shape) return 'This is no entry of the state.'
  const next = valueWith(app.store.peek([String(name)]), below, value)
  if (shape.choices && !shape.choices.includes(next)) return `It takes one of ${shape.choices.map(choice => JSON.stringify(choice)).join(', ')}.`
  return fitsKept(next, shape.type) ? null : `This entry takes ${describeType(shape.type)}.`
}

/** `whole` with another value at `path`; what is not on the path is shared. */
function valueWith(whole: Json, path: Path, value: Json): Json {
  const [key, ...below] = path
  if (key === undefined) return value
  if (Array.isArray(whole)) return whole.map((element: Json, index) => (index === Number(key) ? valueWith(element, below, value) : element))
  const record = isRecord(whole) ? whole : {}
  const copy: { [key: string]: Json } = {}
  for (const name of Object.keys(record)) setOwn(copy, name, record[name] ?? null)
  setOwn(copy, String(key), valueWith(Object.hasOwn(record, key) ? (record[key] ?? null) : null, below, value))
  return copy
}
