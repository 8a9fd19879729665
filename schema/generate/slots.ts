/** From a property's JSON Schema to the compact `SlotSpec` that the checker and the engine read. */

import type { SlotKind, SlotSpec, SlotTable, SlotType } from '../catalog.ts'
import type { PropertySchema } from './source-schema.ts'

type Draft = { -readonly [K in keyof SlotSpec]: SlotSpec[K] }

/**
 * The slots of a record's properties. `exact`: all that their schemas say of a value, as the arguments of a call are checked
 * by it; else what several allowed types have in common.
 */
export function slotsOf(schema: PropertySchema, exact = false): SlotTable {
  const required = new Set(schema.required ?? [])
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, slotOf(property, required.has(name), exact)]))
}

export function slotOf(schema: PropertySchema, required = false, exact = false): SlotSpec {
  const slot: Draft = { kind: (schema['x-slot'] ?? 'plain') as SlotKind, type: 'any', ...schemaValue(schema, exact) }
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
function schemaValue(schema: PropertySchema, exact: boolean): Partial<Draft> {
  if (schema.anyOf)
    return union(
      schema.anyOf.map(option => schemaValue(option, exact)),
      exact,
    )
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const as string | number | boolean])
  if (values) return { type: 'enum', values }
  if (Array.isArray(schema.type))
    return union(
      schema.type.map(type => schemaValue({ ...schema, type }, exact)),
      exact,
    )
  const type = typeOf(schema.type as string | undefined)
  const found: Partial<Draft> = { type }
  if (schema.type === 'integer') found.whole = true
  const [min, max] = boundsOf(schema, type)
  if (min !== undefined) found.min = min
  if (max !== undefined) found.max = max
  if (schema.properties && type === 'record') found.fields = slotsOf(schema, exact)
  if (schema.items && type === 'list') {
    if (schema.items.properties && !schema.items.anyOf && (schema.items['x-slot'] ?? 'plain') === 'plain') found.fields = slotsOf(schema.items, exact)
    else found.element = slotOf(schema.items, false, exact)
  }
  if (exact && type === 'record' && typeof schema.additionalProperties === 'object') found.element = slotOf(schema.additionalProperties, false, exact)
  return found
}

function boundsOf(schema: PropertySchema, type: SlotType): readonly [min: number | undefined, max: number | undefined] {
  if (type === 'number') return [schema.minimum, schema.maximum]
  if (type === 'text') return [schema.minLength, schema.maxLength]
  return type === 'list' ? [schema.minItems, schema.maxItems] : [undefined, undefined]
}

/** Several allowed forms: named values beside one open type keep both, anything else becomes `any` with its types. */
function union(options: readonly Partial<Draft>[], exact: boolean): Partial<Draft> {
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
    ...(exact &&
      others.some(option => Object.keys(option).length > 1) && {
        options: others.map(option => ({ kind: 'plain' as const, type: 'any' as const, ...option })),
      }),
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
