/**
 * The value at a field of a record, which may be dotted (`author.name`, `tags.0`).
 *
 * Sees own properties of plain records and elements of lists only, so `__proto__` and the like are ordinary missing
 * names. A whole name with dots in it wins over the path. Missing is null.
 */
export function readField(record: unknown, field: string): unknown {
  if (isRecord(record) && Object.hasOwn(record, field)) return record[field] ?? null
  let value: unknown = record
  for (const name of field.split('.')) {
    if (Array.isArray(value)) value = /^(?:0|[1-9]\d*)$/.test(name) ? value[Number(name)] : null
    else value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : null
    if (value === null || value === undefined) return null
  }
  return value
}

/** A record of JSON: neither a list nor null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list, whatever arrived: anything else is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A finite number, also out of a text that is wholly one; else null. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
