/** Work on whole values, whose size no call can know beforehand: it is counted as it is done (B28). */
import type { Json } from '../../schema/json/json.ts'
import { type Frame, makeText, spend } from './frame.ts'
import { equals, identityOf, textOf } from './values.ts'

/** The text that a value is joined as. */
export function textValue(frame: Frame, value: Json): string {
  if (typeof value === 'string') return value
  const text = textOf(value)
  if (typeof value === 'object' && value !== null) makeText(frame, text.length)
  return text
}

export function sameValue(frame: Frame, a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const visited = { count: 0 }
  const same = equals(a, b, visited)
  spend(frame, visited.count >> 3)
  return same
}

/** See `identityOf`. */
export function identityValue(frame: Frame, value: Json): string {
  const identity = identityOf(value)
  if (typeof value === 'object' && value !== null) spend(frame, 1 + (identity.length >> 3))
  return identity
}

/** A value that `order` compares at once: of a list or a record its text, made once and not at each comparison. */
export function orderable(frame: Frame, value: Json): Json {
  return typeof value === 'object' && value !== null ? textValue(frame, value) : value
}
