import { entriesOf, isList, isRecord, isText, own } from '../check/kinds.ts'
import type { Json, JsonObject } from '../json/json.ts'

export interface Part {
  readonly params: readonly string[]
  readonly view: Json
  /** Every word in the texts of its view and of the parts in it that could be a name. */
  readonly mentions: ReadonlySet<string>
}

export type PartTable = ReadonlyMap<string, Part>

export function readParts(document: JsonObject): PartTable {
  const written = entriesOf(own(document, 'parts')).flatMap(([name, part]): [string, JsonObject][] => (isRecord(part) ? [[name, part]] : []))
  const names = new Set(written.map(([name]) => name))
  const views = new Map(written.map(([name, part]) => [name, own(part, 'view') ?? null]))
  const mentionsOf = (name: string, seen: ReadonlySet<string>): ReadonlySet<string> => {
    const view = views.get(name) ?? null
    const inner = [...typesIn(view)].filter(type => names.has(type) && !seen.has(type))
    return new Set([...wordsIn(view), ...inner.flatMap(type => [...mentionsOf(type, new Set([...seen, type]))])])
  }
  return new Map(
    written.map(([name, part]) => [
      name,
      { params: entriesOf(own(part, 'params')).map(([param]) => param), view: own(part, 'view') ?? null, mentions: mentionsOf(name, new Set([name])) },
    ]),
  )
}

/** Whether a component in `value` is a part. */
export function usesParts(value: Json, parts: PartTable): boolean {
  for (const type of typesIn(value)) if (parts.has(type)) return true
  return false
}

/** Every word in a value, keys included, that could be a name. */
export function wordsIn(value: Json): ReadonlySet<string> {
  return new Set(JSON.stringify(value).match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu))
}

export function typesIn(value: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (isList(value)) for (const child of value) typesIn(child, found)
  else if (isRecord(value))
    for (const key of Object.keys(value)) {
      const child = value[key] as Json
      if (key === 'type' && isText(child)) found.add(child)
      else typesIn(child, found)
    }
  return found
}
