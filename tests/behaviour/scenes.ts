/** What is shown to look at how components behave: each one by itself, every app that is shipped, every app that a model wrote. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ComponentSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { filledNode, standaloneComponents } from '../dom/slot-documents.ts'
import { sampleStates } from '../e2e/sample-states.ts'
import { recordings } from '../recordings/index.ts'

export interface Scene {
  readonly name: string
  readonly document: JsonObject
  readonly persisted?: JsonObject
}

const root = join(import.meta.dirname, '../..')
const read = (path: string): JsonObject => JSON.parse(readFileSync(join(root, path), 'utf8')) as JsonObject

const SAYING = 'Donaudampfschifffahrtsgesellschaft: water the ferns on the balcony'
const PEOPLE: Json = [
  { id: 'a', name: 'Ada Lovelace', title: 'Ada Lovelace', label: 'Ada', amount: 1280.5, done: true, date: '2026-11-20', group: 'todo', x: 1, y: 2, value: 4 },
  { id: 'b', name: 'Grace Hopper', title: 'Grace Hopper', label: 'Grace', amount: 20, done: false, date: '2026-11-22', group: 'done', x: 2, y: 5, value: 9 },
  {
    id: 'c',
    name: 'Wilhelmina Featherstonehaugh-Cholmondeley',
    title: 'Wilhelmina',
    label: 'Wil',
    amount: 7,
    done: false,
    date: '2026-12-01',
    group: 'todo',
    x: 3,
    y: 3,
    value: 2,
  },
]

/** What the catalog's tables cannot say of a component: values that belong together. */
const FITTING: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  [
    'Table',
    {
      rows: '${people}',
      search: true,
      pageSize: 2,
      select: 'many',
      columns: [
        { field: 'name', label: 'Name' },
        { field: 'amount', format: 'money', label: 'Amount' },
        { field: 'done', format: 'bool', label: 'Done' },
        { field: 'date', format: 'date', label: 'Date' },
      ],
      rowActions: [
        { label: 'Edit', icon: 'pencil', do: [] },
        { label: 'Delete', icon: 'trash', tone: 'bad', do: [] },
      ],
    },
  ],
  [
    'Board',
    {
      items: 'people',
      groupBy: 'group',
      columns: [
        { value: 'todo', label: 'To do' },
        { value: 'done', label: 'Done' },
      ],
      children: ['${item.name}'],
    },
  ],
  ['List', { each: '${people}', as: 'one', children: [{ type: 'Text', text: '${one.name}' }] }],
  ['SortableList', { items: 'people', as: 'one', children: [{ type: 'Text', text: '${one.name}' }] }],
  ['Calendar', { events: '${people}' }],
  ['Chart', { data: '${people}', x: 'label', y: 'value', title: 'Values' }],
  ['HeatGrid', { cells: '${people}' }],
  ['Slider', { min: 0, max: 10 }],
  [
    'KeyValue',
    {
      items: [
        { label: 'Name', value: 'Ada' },
        { label: SAYING, value: SAYING },
      ],
    },
  ],
])

/** Left out: a place of its own size is not what an app has without its author's doing anything. */
const SIZES: ReadonlySet<string> = new Set(['width', 'height', 'span', 'grow'])
/** So that it can be used. */
const OFF: ReadonlySet<string> = new Set(['disabled', 'loading', 'readOnly', 'hideLabel'])

/** Every component as it stands with plain words in each of its texts; inputs with an empty value of their own. */
export function componentScenes(): readonly Scene[] {
  return standaloneComponents.map(spec => ({
    name: spec.name,
    document: { state: stateFor(spec), constants: { people: PEOPLE }, view: { type: 'Stack', children: [nodeFor(spec)] } },
  }))
}

function nodeFor(spec: ComponentSpec): JsonObject {
  const filled: JsonObject = { ...filledNode(spec, () => SAYING), ...FITTING.get(spec.name), ...(spec.input === undefined ? {} : { bind: 'kept' }) }
  return Object.fromEntries(
    Object.entries(filled)
      .filter(([name]) => !SIZES.has(name))
      .map(([name, value]) => [name, OFF.has(name) ? false : value]),
  )
}

function stateFor(spec: ComponentSpec): JsonObject {
  return spec.input === undefined ? {} : { kept: { type: 'any', init: null } }
}

/** Every shipped app, with something in it where there is a sample. */
export function appScenes(): readonly Scene[] {
  return readdirSync(join(root, 'blueprints/apps'))
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(file => {
      const name = file.replace('.json', '')
      return { name, document: read(`blueprints/apps/${file}`), persisted: sampleStates.get(name) ?? {} }
    })
}

/** Every app that a model wrote. */
export function recordingScenes(): readonly Scene[] {
  return recordings.map(({ file }) => ({ name: `recorded ${file.replace('.json', '')}`, document: read(`tests/recordings/${file}`) }))
}
