/** Character codes and what they mean in JSON (RFC 8259), for the push parser. */

/** What a backslash and this character stand for. `u` is not in here. */
export const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x22, '"'],
  [0x5c, '\\'],
  [0x2f, '/'],
  [0x62, '\b'],
  [0x66, '\f'],
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
])
/** The literals by their first character. */
export const LITERALS: ReadonlyMap<number, { readonly word: string; readonly value: boolean | null }> = new Map([
  [0x74, { word: 'true', value: true }],
  [0x66, { word: 'false', value: false }],
  [0x6e, { word: 'null', value: null }],
])

/** The value of a hexadecimal digit, or -1. */
export function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}
