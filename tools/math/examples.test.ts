import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tools } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { NO_CHANCE } from './draw.ts'
import expected from './example-results.json' with { type: 'json' }
import { mathOperations, runMath } from './run-math.ts'

const names = [...tools.keys()].filter(name => name.startsWith('math.'))
const results = expected as Readonly<Record<string, Json>>

interface Described {
  readonly examples: readonly JsonObject[]
  readonly 'x-family': string
}

function described(name: string): Described {
  return JSON.parse(readFileSync(`schema/tools/${name}.json`, 'utf8')) as Described
}

function example(name: string): JsonObject {
  const { do: _do, out: _out, ...args } = described(name).examples[0] as JsonObject
  return args
}

it('there are at least a hundred tools, each with a schema, an implementation and an example', () => {
  expect(names.length).toBeGreaterThanOrEqual(100)
  expect([...mathOperations.keys()].map(name => `math.${name}`).sort()).toEqual([...names].sort())
  expect(Object.keys(results).sort()).toEqual([...names].sort())
})

describe('the example of each tool gives what it says', () => {
  it.each(names)('%s', name => {
    const result = runMath(name, example(name), NO_CHANCE)
    const awaited = results[name]
    if (awaited === undefined || awaited === null) expect(Array.isArray(result) && result.length > 0).toBe(true)
    else expect(result).toEqual(near(awaited))
  })
})

/** Numbers to twelve digits: machines differ in the last one of a sine. */
function near(value: Json): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 11)
  if (Array.isArray(value)) return value.map(near)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, near(each)]))
  return value
}

it('no tool does harm with arguments that are none: each fails with a code and a sentence', () => {
  const odd: readonly Json[] = [null, true, 'x', '', -1, 0.5, 1e308, [], {}, [[]], [1, 'a'], [[1], [2, 3]], '__proto__', { value: 1e308, unit: 'constructor' }]
  for (const name of names)
    for (const value of odd) {
      const args = Object.fromEntries(Object.keys(example(name)).map(argument => [argument, value]))
      try {
        const result = runMath(name, args, NO_CHANCE)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      } catch (failure) {
        expect(failure, `${name} of ${JSON.stringify(args)}`).toMatchObject({
          name: 'ToolFailure',
          code: expect.stringMatching(/^(bad|no|too)-[a-z]+$/),
          message: expect.stringMatching(/[.?]$/),
        })
      }
    }
})
