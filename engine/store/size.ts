/** How long a value is as JSON text, within a few percent: what a state's limit is counted in (section 9). */
import type { Json, JsonObject } from '../../schema/json/json.ts'

export function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2
  if (value === null || typeof value !== 'object') return 5
  let sum = 2
  if (Array.isArray(value)) for (const element of value as readonly Json[]) sum += sizeOf(element) + 1
  else for (const key of Object.keys(value)) sum += keySize(key) + sizeOf((value as JsonObject)[key] as Json)
  return sum
}

/** What a field takes besides its value. */
export function keySize(key: string): number {
  return key.length + 4
}

/** `sizeOf(after) - sizeOf(before)`, `undefined` being nothing; what both share is not looked at. */
export function sizeChange(before: Json | undefined, after: Json | undefined): number {
  if (before === after) return 0
  if (before === undefined) return sizeOf(after as Json)
  if (after === undefined) return -sizeOf(before)
  if (!Array.isArray(before) || !Array.isArray(after)) return sizeOf(after) - sizeOf(before)
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  let change = 0
  for (let at = start; at < after.length - end; at++) change += sizeOf(after[at]) + 1
  for (let at = start; at < before.length - end; at++) change -= sizeOf(before[at]) + 1
  return change
}
