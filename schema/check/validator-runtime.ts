/** What the compiled validators need at run time. */

/** The length of a text in code points, as JSON Schema counts it. */
export function codePoints(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Equality of two plain JSON values by content. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(key => Object.hasOwn(b, key) && equalJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
