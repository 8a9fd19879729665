/** Random types of the state and values of them, for tests of laws. */
import fc from 'fast-check'
import type { Json, JsonObject } from '../../schema/json/json.ts'

const scalars = ['text', 'number', 'bool', 'date', 'time', 'any', 'text?', 'number?', 'bool?', 'date?', 'time?']
const fields = fc.constantFrom('id', 'name', 'count', 'due', 'note')

/** A type as a document writes it (B11). */
export const types: fc.Arbitrary<Json> = fc.letrec<{ type: Json; list: Json; record: Json }>(tie => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: fc.constantFrom(...scalars) },
    { weight: 2, arbitrary: tie('list') },
    { weight: 2, arbitrary: tie('record') },
  ),
  list: tie('type').map(type => [type]),
  record: fc.dictionary(fields, tie('type'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
})).type

const texts = fc.oneof(fc.constantFrom('', '5', '05', 'true', '2026-01-05', '1e3', '__proto__'), fc.string({ maxLength: 6 }))
const numbers = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 5, 1.5, 1e21))

/** A value of a type. */
export function valuesOf(type: Json): fc.Arbitrary<Json> {
  if (Array.isArray(type)) return fc.array(valuesOf(type[0] as Json), { maxLength: 4 })
  if (type !== null && typeof type === 'object') {
    const record = type as JsonObject
    return fc.record(Object.fromEntries(Object.keys(record).map(name => [name, valuesOf(record[name] as Json)])), { noNullPrototype: true })
  }
  const name = String(type)
  const solid = solidOf(name.replace('?', ''))
  return name.endsWith('?') ? fc.oneof(fc.constant(null), solid) : solid
}

function solidOf(name: string): fc.Arbitrary<Json> {
  switch (name) {
    case 'text':
      return texts
    case 'number':
    case 'time':
      return numbers
    case 'bool':
      return fc.boolean()
    case 'date':
      return fc.constantFrom('2026-01-05', '1999-12-31')
    default:
      return fc.oneof(texts, numbers, fc.boolean(), fc.constant(null), fc.array(texts, { maxLength: 2 }))
  }
}

/** Every text, number and truth value in a value, in order. */
export function leavesOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((element: Json) => leavesOf(element))
  return typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [String(value)]
}
