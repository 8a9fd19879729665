import type { Json, JsonObject } from '../../schema/json/json.ts'

/**
 * `next`, with each list and record in it that equals the one at the same place of `before` replaced by that very
 * one; `before` itself where nothing differs. What is drawn from a definition that stayed need not be drawn again.
 */
export function keepIdentity(next: Json, before: Json | undefined): Json {
  if (next === before || next === null || typeof next !== 'object' || before === null || typeof before !== 'object') return next
  if (Array.isArray(next)) return Array.isArray(before) ? keepList(next, before) : next
  return Array.isArray(before) ? next : keepRecord(next as JsonObject, before as JsonObject)
}

function keepList(next: readonly Json[], before: readonly Json[]): readonly Json[] {
  let same = next.length === before.length
  const kept = next.map((element, index) => {
    const inner = keepIdentity(element, before[index])
    if (inner !== before[index]) same = false
    return inner
  })
  return same ? before : kept
}

function keepRecord(next: JsonObject, before: JsonObject): JsonObject {
  const keys = Object.keys(next)
  let same = keys.length === Object.keys(before).length
  const entries = keys.map(key => {
    const there = Object.hasOwn(before, key) ? before[key] : undefined
    const inner = keepIdentity(next[key] as Json, there)
    if (inner !== there) same = false
    return [key, inner] as const
  })
  return same ? before : Object.fromEntries(entries)
}
