/** Values round about what a schema allows: as often right as just not. */
import fc from 'fast-check'
import type { Json } from '../json/json.ts'
import type { PropertySchema } from './source-schema.ts'

const junk: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  null,
  true,
  false,
  0,
  -1,
  1,
  1.5,
  1e300,
  '',
  'x',
  '𝄞𝄞',
  [],
  [1],
  [['x']],
  {},
  { x: 1 },
  { __proto__x: null },
)

/** Of a record with the properties of `schema`; some left out, some misshapen, now and then one that is unknown. */
export function roundAbout(schema: PropertySchema): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 4, arbitrary: near(schema) }, { weight: 1, arbitrary: junk })
}

function near(schema: PropertySchema): fc.Arbitrary<Json> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(roundAbout))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom<Json[]>(...schema.enum)
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.length === 0 ? junk : fc.oneof(...types.map(type => ofType(type, schema)))
}

function ofType(type: string, schema: PropertySchema): fc.Arbitrary<Json> {
  const bounds = (low = 0, high = low + 2): number[] => [low - 1, low, low + 1, high - 1, high, high + 1]
  const sizes = (low?: number, high?: number) => fc.constantFrom(...bounds(low, high).map(size => Math.max(0, Math.min(2_100, size))))
  switch (type) {
    case 'string':
      return fc.tuple(sizes(schema.minLength, schema.maxLength), fc.constantFrom('a', '𝄞')).map(([size, letter]) => letter.repeat(size))
    case 'number':
    case 'integer':
      return fc.oneof(fc.constantFrom(...bounds(schema.minimum, schema.maximum)), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return sizes(schema.minItems, schema.maxItems).chain(size => {
        const most = Math.min(size, 12)
        return fc
          .array(schema.items ? roundAbout(schema.items) : junk, { minLength: most, maxLength: most })
          .map(list => [...list, ...Array<Json>(size - most).fill(list[0] ?? 1)])
      })
    case 'object':
      return recordOf(schema)
    default:
      return junk
  }
}

function recordOf(schema: PropertySchema): fc.Arbitrary<Json> {
  const { properties, additionalProperties } = schema
  if (!properties)
    return fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), typeof additionalProperties === 'object' ? roundAbout(additionalProperties) : junk)
  const known = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, roundAbout(property)]))
  return fc
    .tuple(
      fc.record(known, { requiredKeys: [] }),
      fc.record(Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, near(property)]))),
      fc.constantFrom('some', 'all', 'one more'),
    )
    .map(([some, all, which]) => (which === 'some' ? some : which === 'all' ? all : { ...all, toString: 1 }) as Json)
}
