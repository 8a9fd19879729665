import { expect } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** Every name that the prototypes have, and where their values stand: nothing of it may ever change. */
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype, Map.prototype]
const snapshot = () =>
  prototypes.flatMap(prototype => Reflect.ownKeys(prototype).map(key => [key, Object.getOwnPropertyDescriptor(prototype, key)?.value] as const))
const before = snapshot()

/** Nothing has been written to where every object finds it. */
export function expectClean(): void {
  const now = snapshot()
  const changed = now.filter(([key, value], index) => key !== before[index]?.[0] || value !== before[index]?.[1])
  expect([now.length - before.length, ...changed.map(([key]) => String(key))]).toEqual([0])
  expect(({} as Record<string, unknown>).polluted).toBe(undefined)
}

/** As JSON text gives it: `__proto__` is an own property. */
export const own = (entries: readonly (readonly [string, Json])[]): JsonObject => {
  const record: Record<string, Json> = {}
  for (const [key, value] of entries) Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
  return record
}
