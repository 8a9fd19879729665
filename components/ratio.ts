/** `16:9`, `4/3` or `1.5` as width over height; null for anything else, and for what would be a line rather than a box. */
export function readRatio(value: unknown): number | null {
  if (typeof value === 'number') return inBounds(value)
  if (typeof value !== 'string') return null
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:[:/]\s*(\d+(?:\.\d+)?)\s*)?$/.exec(value)
  return match ? inBounds(Number(match[1]) / Number(match[2] ?? 1)) : null
}

function inBounds(ratio: number): number | null {
  return ratio >= 0.1 && ratio <= 10 ? ratio : null
}
