/** From a property's JSON Schema to the compact `SlotSpec` that the checker and the engine read. */

import type { SlotKind, SlotSpec, SlotTable, SlotType } from '../catalog.ts'
import type { Json } from '../json/json.ts'
import type { PropertySchema } from './source-schema.ts'

type Draft = { -readonly [K in keyof SlotSpec]: SlotSpec[K] }

/** The slots of a record's properties. */
export function slotsOf(schema: PropertySchema): SlotTable {
  const required = new Set(schema.required ?? [])
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, slotOf(property, required.has(name))]))
}

export function slotOf(schema: PropertySchema, required = false): SlotSpec {
  const slot: Draft = { kind: (schema['x-slot'] ?? 'plain') as SlotKind, type: 'any', ...schemaValue(schema) }
  if (required) slot.required = true
  if (schema.default !== undefined) slot.default = schema.default
  if (slot.kind === 'path') slot.bind = schema['x-type'] ?? 'any'
  if (slot.kind === 'steps') slot.event = schema['x-event'] ?? {}
  if (schema['x-engine']) slot.engine = true
  if (schema['x-each']) slot.each = true
  if (schema['x-names']) slot.names = schema['x-names']
  if (schema['x-grows']) slot.grows = true
  if (schema['x-format']) slot.format = schema['x-format'] as NonNullable<SlotSpec['format']>
  return slot
}

/** What of a slot speaks of its value: type, allowed values, bounds, what is inside. */
function schemaValue(schema: PropertySchema): Partial<Draft> {
  if (schema.anyOf) return union(schema.anyOf.map(schemaValue))
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const as string | number | boolean])
  if (values) return { type: 'enum', values }
  if (Array.isArray(schema.type)) return union(schema.type.map(type => schemaValue({ ...schema, type })))
  const found: Partial<Draft> = { type: typeOf(schema.type as string | undefined) }
  if (schema.type === 'integer') found.whole = true
  const min = schema.minimum ?? schema.minLength ?? schema.minItems
  const max = schema.maximum ?? schema.maxLength ?? schema.maxItems
  if (min !== undefined) found.min = min
  if (max !== undefined) found.max = max
  if (schema.properties) found.fields = slotsOf(schema)
  if (schema.items) {
    if (schema.items.properties && !schema.items.anyOf && (schema.items['x-slot'] ?? 'plain') === 'plain') found.fields = slotsOf(schema.items)
    else found.element = slotOf(schema.items)
  }
  return found
}

/** Several allowed forms: named values beside one open type keep both, anything else becomes `any` with its types. */
function union(options: readonly Partial<Draft>[]): Partial<Draft> {
  const real = options.filter(option => option.type !== undefined)
  const values = real.flatMap(option => option.values ?? [])
  const others = real.filter(option => option.type !== 'enum')
  const inside = Object.assign({}, ...real.map(({ fields, element }) => ({ ...(fields && { fields }), ...(element && { element }) }))) as Partial<Draft>
  const [only] = others
  if (others.length === 0) return { type: 'enum', values }
  if (others.length === 1 && only) return values.length > 0 ? { ...only, values, open: true } : only
  if (others.some(option => option.type === 'any')) return { type: 'any' }
  const types = [...new Set(others.map(option => option.type as SlotType))]
  return {
    type: types.length === 1 ? (types[0] as SlotType) : 'any',
    ...(types.length > 1 && { types }),
    ...(values.length > 0 && { values, open: true }),
    ...inside,
  }
}

function typeOf(type: string | undefined): SlotType {
  switch (type) {
    case 'string':
      return 'text'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'bool'
    case 'array':
      return 'list'
    case 'object':
      return 'record'
    default:
      return 'any'
  }
}

/** The type of a tool's result in the notation of B11, as one text. */
export function resultText(result: Json | undefined): string {
  if (result === undefined || result === null) return 'null'
  return typeof result === 'string' ? result : JSON.stringify(result)
}
