import type { Json, JsonObject } from '../../schema/json/json.ts'
import { type Secret, spellings } from './secret.ts'

/** What stands in an answer in the place of a key. */
const MASK = '[key]'

/**
 * A server that is told a key may say it back. Gives what takes every spelling of it out of a text, and out of the names and
 * texts of a JSON value, to whatever depth, whatever escapes the text of that JSON was written with.
 */
export function redactionOf(secret: Secret): { text(text: string): string; json(value: Json): Json } {
  const hidden = spellings(secret)
  const text = (given: string) => hidden.reduce((clean, spelling) => clean.replaceAll(spelling, MASK), given)
  const json = (value: Json, depth = 0): Json => {
    // No app takes data as deep as that, and going down into it has an end.
    if (depth > 200) return MASK
    if (typeof value === 'string') return text(value)
    if (typeof value === 'number') return text(String(value)) === String(value) ? value : MASK
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(inner => json(inner, depth + 1))
    return Object.fromEntries(Object.entries(value as JsonObject).map(([name, inner]) => [text(name), json(inner, depth + 1)]))
  }
  return { text, json: value => json(value) }
}
