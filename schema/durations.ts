/** Time spans as they are written in a document (B65): one table for the checker, the engine and tests. */
import type { Json } from './json/json.ts'

const units: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** Milliseconds of a number, or of `"300ms"`, `"1s"`, `"25m"`, `"1h"`, `"2d"`; null for what is no time span. */
export function durationMilliseconds(value: Json | undefined): number | null {
  if (typeof value === 'number') return value
  const found = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)\s*$/.exec(value) : null
  return found && Number(found[1]) * (units.get(found[2] ?? '') ?? 0)
}
