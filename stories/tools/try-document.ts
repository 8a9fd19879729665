/** A small app with which one tool is tried: a field for each argument, a button, and what came of it. */
import type { SlotSpec, ToolSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { DescribedTool } from './described-tools.ts'

/** What stands in the fields at first, where the tool's example says it by a formula. */
const samples: Readonly<Record<string, JsonObject>> = {
  'base64.decode': { text: 'Q3lhbm90eXBl' },
  'base64.encode': { text: 'Cyanotype' },
  'csv.format': { rows: [{ name: 'Tea', price: 3 }] },
  'csv.parse': { text: 'name,price\nTea,3' },
  'hash.sha256': { text: 'Cyanotype' },
  'json.format': { value: { b: 1, a: [1, 2] } },
  'json.parse': { text: '{ "a": [1, 2] }' },
  'random.pick': { list: ['red', 'green', 'blue'] },
  'random.shuffle': { list: [1, 2, 3, 4, 5] },
  'text.diff': { a: 'a red car', b: 'a blue car', by: 'words' },
}

/** Whether it can be tried here: it needs nobody's yes, and no app around it. */
export function canBeTried({ capability, engine }: ToolSpec): boolean {
  return capability === undefined && engine !== true
}

/** The arguments that the fields hold at first. */
export function firstArguments({ spec, example }: DescribedTool): JsonObject {
  const written = Object.fromEntries(
    Object.entries(example).filter(([name, value]) => Object.hasOwn(spec.arguments, name) && !/\$\{/.test(JSON.stringify(value))),
  )
  const required = Object.entries(spec.arguments).filter(([name, slot]) => slot.required && !Object.hasOwn(written, name))
  return { ...Object.fromEntries(required.map(([name, slot]) => [name, sampleOf(slot)])), ...written, ...samples[spec.name] }
}

function sampleOf(slot: SlotSpec): Json {
  if (slot.values?.[0] !== undefined) return slot.values[0]
  const type = slot.types?.[0] ?? slot.type
  if (type === 'number') return Math.max(slot.min ?? 2, 2)
  if (type === 'list') return [1, 2, 3]
  return { text: 'abc', bool: true, record: {}, any: 'abc', enum: '' }[type]
}

/** An argument is edited as what it is where one field can hold that, else as JSON. */
type Form = 'text' | 'number' | 'bool' | 'choice' | 'json'

function formOf({ type, types, values, open }: SlotSpec): Form {
  if (values && !open && values.every(value => typeof value === 'string')) return 'choice'
  return !types && (type === 'text' || type === 'number' || type === 'bool') ? type : 'json'
}

/** An app of two or three dozen lines, as a person would write it. */
export function tryDocument(tool: DescribedTool): JsonObject {
  const { spec } = tool
  const first = firstArguments(tool)
  const slots = Object.entries(spec.arguments).map(([name, slot]) => ({ name, slot, form: formOf(slot) }))
  const gives = spec.result !== 'null'
  const failed = [
    { do: 'set', path: 'failure', value: '${error.message}' },
    { do: 'set', path: 'result', value: '' },
  ]
  return {
    blueprint: 1,
    app: { name: `Try ${spec.name}` },
    state: {
      ...(slots.length > 0 && {
        given: {
          type: Object.fromEntries(
            slots.map(({ name, form }) => [name, { text: 'text', number: 'number?', bool: 'bool', choice: 'text', json: 'text' }[form]]),
          ),
          init: Object.fromEntries(slots.map(({ name, slot, form }) => [name, written(first[name] ?? slot.default ?? null, form)])),
        },
      }),
      result: '',
      failure: '',
    },
    view: {
      type: 'Form',
      submitLabel: `Run ${spec.name}`,
      onSubmit: 'run',
      children: [
        ...slots.map(({ name, slot, form }) => field(name, slot, form, tool.arguments[name] ?? '')),
        { type: 'Code', text: '${result}', language: 'json', show: '!empty(result)' },
        { type: 'Alert', text: '${failure}', tone: 'bad', show: '!empty(failure)' },
      ],
    },
    actions: {
      run: [
        { do: 'set', path: 'failure', value: '' },
        {
          do: spec.name,
          ...Object.fromEntries(slots.map(({ name, slot, form }) => [name, argument(name, slot, form)])),
          ...(gives && { out: 'made' }),
          catch: failed,
        },
        { do: 'set', path: 'result', value: gives ? '${json(made)}' : 'Done.' },
      ],
    },
  }
}

function written(value: Json, form: Form): Json {
  if (form === 'number') return typeof value === 'number' ? value : null
  if (form === 'bool') return value === true
  if (form === 'json') return value === null ? '' : JSON.stringify(value)
  return value === null ? '' : String(value)
}

function argument(name: string, slot: SlotSpec, form: Form): string {
  const value = form === 'json' ? `parseJson(given.${name})` : `given.${name}`
  return slot.required || form === 'bool' ? `\${${value}}` : `\${empty(given.${name}) ? null : ${value}}`
}

function field(name: string, slot: SlotSpec, form: Form, about: string): JsonObject {
  const common = { label: name, about, bind: `given.${name}`, ...(slot.required && form !== 'bool' && { required: true }) }
  switch (form) {
    case 'choice':
      return { type: 'Select', ...common, options: [...(slot.values ?? [])] }
    case 'number':
      return { type: 'NumberField', ...common }
    case 'bool':
      return { type: 'Switch', ...common }
    case 'json':
      return { type: 'CodeEditor', ...common, language: 'json', rows: 2 }
    case 'text':
      return { type: 'TextArea', ...common, rows: 2 }
  }
}
