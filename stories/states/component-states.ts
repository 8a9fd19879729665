/** The states that every component is shown in, made from its schema and its example. */
import type { ComponentSpec } from '../../schema/catalog.ts'
import { components } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { documentOf, type Example, exampleOf } from '../examples/index.ts'
import type { Answers } from '../stage/stage-ports.ts'
import { rewritten } from './rewritten.ts'

export interface ComponentState {
  readonly title: string
  readonly document: JsonObject
  /** How many characters at the document's end have not arrived, where it still streams. */
  readonly missing?: number
  readonly language?: string
  readonly answers?: Answers | undefined
}

const LONG =
  'How much of what you earn in a usual month you would like to put aside for the journey of the Donaudampfschifffahrtsgesellschaft, before rent and after taxes'
const ARABIC = 'ما تريد أن تدّخره كل شهر'

/** Each as an app of its own, in the order in which they are shown. */
export function statesOf(name: string): readonly ComponentState[] {
  const example = exampleOf(name)
  const spec = components.get(name)
  if (!spec) throw new RangeError(`There is no component ${name}.`)
  const { node } = example
  const whole = documentOf(example)
  const empty = emptied(example, spec)
  const state = (title: string, of: Example, theme?: JsonObject): ComponentState => ({ title, document: documentOf(of, of.node, theme), answers: of.answers })
  const having = (title: string, property: string, value: Json): ComponentState[] =>
    Object.hasOwn(spec.slots, property) ? [state(title, { ...example, node: { ...node, [property]: value } })] : []
  return [
    { title: 'Its name has arrived', document: whole, missing: afterType(whole, node) },
    { title: 'Half of it has arrived', document: whole, missing: afterHalf(whole, node) },
    ...(JSON.stringify(documentOf(empty)) === JSON.stringify(whole) ? [] : [state('Empty', empty)]),
    state(
      'Long text',
      rewritten(example, () => LONG),
    ),
    {
      ...state(
        'Right to left',
        rewritten(example, () => ARABIC),
      ),
      language: 'ar',
    },
    ...having('Disabled', 'disabled', true),
    ...having('Loading', 'loading', true),
    ...(spec.input === undefined || !Object.hasOwn(spec.slots, 'rules') ? [] : [state('Error', failing(example))]),
    state('Compact', example, { density: 'compact' }),
    state('Dark', example, { mode: 'dark' }),
  ]
}

/** What follows the component's name, which is all that a stream has brought of it. */
function afterType(document: JsonObject, node: JsonObject): number {
  const text = JSON.stringify(document)
  const type = `"type":${JSON.stringify(node.type)}`
  return text.length - text.indexOf(JSON.stringify(node)) - '{'.length - type.length
}

function afterHalf(document: JsonObject, node: JsonObject): number {
  const text = JSON.stringify(document)
  return text.length - text.indexOf(JSON.stringify(node)) - Math.ceil(JSON.stringify(node).length / 2)
}

/** Without anything to show: no elements, no children, no value. */
function emptied(example: Example, spec: ComponentSpec): Example {
  const { node, state, constants } = example
  const own = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, spec.slots[name]?.kind === 'plain' && Array.isArray(value) ? [] : value]))
  const inside = Array.isArray(node.children) && spec.children === 'any' && !Object.hasOwn(node, 'each') ? { children: [] } : {}
  return {
    ...example,
    node: { ...own, ...inside, ...example.empty },
    ...(state && { state: Object.fromEntries(Object.entries(state).map(([name, entry]) => [name, emptyEntry(entry)])) }),
    ...(constants && { constants: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, Array.isArray(value) ? [] : value])) }),
  }
}

function emptyEntry(entry: Json): Json {
  if (typeof entry === 'string') return ''
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry
  const { type, init } = entry as JsonObject
  if (Array.isArray(init)) return { ...(entry as JsonObject), init: [] }
  if (typeof type === 'string' && type.endsWith('?')) return { ...(entry as JsonObject), init: null }
  if (typeof init === 'object' && init !== null) return { ...(entry as JsonObject), init: Object.fromEntries(Object.keys(init).map(key => [key, null])) }
  return entry
}

/** In a form, with a rule that never holds: it says so once the form is sent. */
function failing(example: Example): Example {
  const node = { ...example.node, rules: [{ check: '${false}', message: 'This cannot stay as it is.' }] }
  return {
    ...example,
    node,
    frame: inner => ({ type: 'Form', submitLabel: 'Save', onSubmit: { do: 'toast', text: 'Saved' }, children: [example.frame?.(inner) ?? inner] }),
  }
}
