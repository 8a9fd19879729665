import { equalJson } from '../../schema/check/validator-runtime.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { convert, covers } from './convert.ts'
import { firstValue, keptEntries } from './state-fit.ts'

export interface FittingEntry {
  readonly name: string
  /** The value as the entry would hold it. */
  readonly value: Json
  /** What the entry begins with; undefined where a formula says it. */
  readonly first: Json | undefined
}

/** The entries of a document that can hold all that a value says; the one called `name` comes first. */
export function fittingEntries(document: JsonObject, value: Json, name: string): readonly FittingEntry[] {
  const found: FittingEntry[] = []
  for (const [other, entry] of keptEntries(document)) {
    const held = convert(value, entry.type)
    if (held === undefined || !covers(held, value) || (entry.allowed !== null && !entry.allowed.some(one => equalJson(one, held)))) continue
    const place = { name: other, value: held, first: firstValue(entry) }
    if (other === name) found.unshift(place)
    else found.push(place)
  }
  return found
}
