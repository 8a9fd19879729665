import type { Json } from '../../schema/json/json.ts'

/** A value as a person reads it: a line an element, `name: Fern · note: shade` for a record; what says nothing is left out. */
export function readableText(value: Json): string {
  if (Array.isArray(value)) return value.map((element: Json) => inLine(element)).join('\n')
  if (value === null || typeof value !== 'object') return inLine(value)
  return fieldsOf(value).join('\n')
}

function inLine(value: Json): string {
  if (Array.isArray(value)) return value.map((element: Json) => inLine(element)).join(', ')
  if (value === null) return ''
  return typeof value === 'object' ? fieldsOf(value).join(' · ') : String(value)
}

const fieldsOf = (record: object): readonly string[] =>
  Object.entries(record).flatMap(([name, value]: [string, Json]) => {
    const text = inLine(value)
    return text === '' || name === 'id' ? [] : [`${name}: ${text}`]
  })
