import type { Json } from '../../schema/json/json.ts'

/** A value in one line: a text in quotes, a list or record by its size. */
export function valueWords(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : value.length === 1 ? '1 element' : `${value.length.toLocaleString('en')} elements`
  const fields = Object.keys(value)
  return fields.length === 0 ? 'empty record' : `{ ${fields.slice(0, 4).join(', ')}${fields.length > 4 ? ', …' : ''} }`
}
