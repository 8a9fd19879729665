const units: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** `"300ms"`, `"1s"`, `"25m"`, `"1h"`, `"2d"` in milliseconds; null where the text is no time span. */
export function durationMilliseconds(text: string): number | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)\s*$/.exec(text)
  if (!found) return null
  return Number(found[1]) * (units.get(found[2] ?? '') ?? 0)
}
