/** A call of each tool that is not the engine's own, made of the example in its schema: a new tool is among them by itself. */
import { join } from 'node:path'
import type { SlotSpec, ToolSpec } from '../../schema/catalog.ts'
import { readSources } from '../../schema/generate/read-sources.ts'
import { tools } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createTestWorld, type TestWorld } from '../../tools/test-world.ts'

export interface ExampleCall {
  readonly spec: ToolSpec
  readonly args: JsonObject
}

/** What stands for a formula in an example: the name of a file that there is, which is a text like another. */
const FILE = 'today.md'

/** Where a text like another would be refused. */
const written: Readonly<Record<string, JsonObject>> = {
  'base64.decode': { text: 'Q3lhbm90eXBl' },
  'csv.parse': { text: 'name,price\nTea,2' },
  'json.parse': { text: '{"name":"Tea"}' },
}

const examples = new Map(readSources(join(import.meta.dirname, '../../schema')).tools.map(({ name, schema }) => [name, schema.examples?.[0] as JsonObject]))

export const exampleCalls: readonly ExampleCall[] = [...tools.values()]
  .filter(spec => !spec.engine)
  .map(spec => {
    const { do: _do, out: _out, catch: _catch, ...given } = examples.get(spec.name) ?? {}
    return { spec, args: written[spec.name] ?? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, filled(value, spec.arguments[name])])) }
  })

function filled(value: Json, slot: SlotSpec | undefined): Json {
  if (typeof value !== 'string') {
    if (Array.isArray(value)) return value.map(inner => filled(inner, undefined))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, undefined)]))
  }
  if (!value.includes('${')) return value
  if (slot?.type === 'number') return 1
  if (slot?.type === 'list') return [{ name: 'Tea', price: 2 }]
  if (slot?.type === 'record') return { name: 'Tea' }
  return value.replace(/\$\{[^}]*\}/g, FILE)
}

/** A world in which each of them works: the person picks and says something, the file is there, the model answers as it is asked to. */
export async function exampleWorld(): Promise<TestWorld> {
  const world = createTestWorld()
  world.fileText = 'name,price\nTea,2'
  world.said = 'hello'
  world.modelReply = () => ({ title: 'Short', points: ['one'] })
  const notes = await world.workspace.open('Notes')
  await notes.write(FILE, new TextEncoder().encode('Buy today.md tea'))
  return world
}
