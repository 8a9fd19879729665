import type { Json } from '../../schema/json/json.ts'

const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** Milliseconds of `250`, `"300ms"`, `"1s"`, `"25m"`, `"1h"`, `"7d"`; null for anything else. */
export function parseDuration(value: Json): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/.exec(value)
  const unit = match && UNITS.get(match[2] || 'ms')
  return match && unit ? Number(match[1]) * unit : null
}
