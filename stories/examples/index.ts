/** An example of every component: what its page in the catalogue shows first, what its states are made from, and what is photographed. */
import type { SlotSpec } from '../../schema/catalog.ts'
import { components } from '../../schema/generated/catalog.ts'
import docs from '../../schema/generated/docs.json' with { type: 'json' }
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { actions, feedback, special } from './actions.ts'
import { data } from './data.ts'
import type { Example } from './example.ts'
import { input } from './input.ts'
import { layout } from './layout.ts'
import { words } from './text.ts'

export type { Example } from './example.ts'

const written: ReadonlyMap<string, Example> = new Map([layout, words, actions, special, feedback, input, data].flatMap(group => Object.entries(group)))

const described: ReadonlyMap<string, { readonly example?: unknown }> = new Map(Object.entries(docs.components))

/** What is written here for the component, or else the example of its schema, whose `type` stands first in the node. */
export function exampleOf(name: string): Example {
  const found = written.get(name)
  if (found) return { ...found, node: { type: name, ...found.node } }
  const example = described.get(name)?.example
  if (example === undefined) throw new RangeError(`There is no component ${name}.`)
  return { node: example as JsonObject }
}

/** The names of the components that have an example of their own here. */
export const writtenExamples: readonly string[] = [...written.keys()]

/** The node with steps for every event that it has none for, each of which says in passing that it ran. */
export function withEvents(node: JsonObject): JsonObject {
  const slots = components.get(String(node.type))?.slots ?? {}
  const missing = Object.entries(slots).filter(([name, slot]) => slot.kind === 'steps' && !Object.hasOwn(node, name))
  return { ...node, ...Object.fromEntries(missing.map(([name, slot]) => [name, saying(name, slot)])) }
}

const said = new Set(['text', 'number', 'bool', 'text?', 'number?', 'date?'])

function saying(name: string, slot: SlotSpec): Json {
  const fields = Object.entries(slot.event ?? {}).filter(([, type]) => said.has(type))
  return { do: 'toast', text: [name, ...fields.map(([field]) => `\${event.${field}}`)].join(' ') }
}

/** What fills a window by itself stands alone in it. */
const ALONE: ReadonlySet<Json | undefined> = new Set(['Stack', 'Sidebar', 'Split'])

const standing = (node: JsonObject): JsonObject => (ALONE.has(node.type) ? node : { type: 'Stack', children: [node] })

/** A whole app around a node: what a person would write to see it. */
export function documentOf(example: Example, node: JsonObject = example.node, theme: JsonObject = {}): JsonObject {
  const { frame, capabilities, constants, state, data, derived, actions } = example
  const sections = { capabilities, constants, state, data, derived }
  return {
    blueprint: 1,
    app: { name: String(node.type), ...(Object.keys(theme).length > 0 && { theme }) },
    ...Object.fromEntries(Object.entries(sections).flatMap(([name, section]) => (section ? [[name, section]] : []))),
    view: (frame ?? standing)(node),
    ...example.sections?.(node),
    ...(actions && { actions }),
  }
}
