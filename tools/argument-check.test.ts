import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundAbout } from '../schema/generate/json-arbitrary.ts'
import { readSources } from '../schema/generate/read-sources.ts'
import { argumentSchemas } from '../schema/generate/validators-module.ts'
import { tools } from '../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { argumentFault } from './argument-check.ts'

const schemas = [...argumentSchemas(readSources(join(import.meta.dirname, '../schema')))] as [string, Record<string, unknown>][]
const ajv = new Ajv({ strict: false })

describe('arguments are as the schema says, exactly where a validator of JSON Schema says so', () => {
  it.each(schemas)('%s', (name, schema) => {
    const valid = ajv.compile(schema)
    const slots = tools.get(name)?.arguments
    if (!slots) throw new Error(`${name} is not in the catalog`)
    const records = roundAbout(schema).filter((value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value))
    let right = 0
    const agrees = fc.property(records, args => {
      const expected = valid(args)
      if (expected) right++
      const fault = argumentFault(slots, args as JsonObject)
      expect(fault === null, JSON.stringify({ args, fault, ajv: valid.errors })).toBe(expected)
    })
    fc.assert(agrees, { numRuns: 150 })
    // By chance none of those may have been right.
    for (let more = 0; right === 0 && more < 20; more++) fc.assert(agrees, { numRuns: 150 })
    expect(right, 'some of them are right').toBeGreaterThan(0)
  })
})

describe('what is wrong is said', () => {
  const fault = (name: string, args: JsonObject) => argumentFault(tools.get(name)?.arguments ?? {}, args)

  it.each([
    ['storage.get', {}, '“key” is missing'],
    ['storage.get', { key: 3 }, '“key” is a text'],
    ['storage.get', { key: 'x'.repeat(201) }, '“key” is at most 200 characters long'],
    ['storage.get', { key: 'x', more: 1 }, 'it takes no “more”'],
    ['storage.get', JSON.parse('{"key":"x","__proto__":1}'), 'it takes no “__proto__”'],
    ['file.open', { read: 'xml' }, '“read” is one of text, json, csv, file'],
    ['file.open', { accept: ['.csv', 1] }, '“accept[1]” is a text'],
    ['http.get', { url: 'https://a.example/', headers: { accept: 1 } }, '“headers.accept” is a text'],
    ['random.text', { length: 1.5, alphabet: 'ab' }, '“length” is a whole number'],
  ] as const)('%s %j', (name, args, words) => {
    expect(fault(name, args as JsonObject)).toBe(words)
  })
})
