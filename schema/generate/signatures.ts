/** Components and tools as one-line signatures, the form in which a model reads them. */
import type { CapabilityRule, SlotSpec, SlotTable } from '../catalog.ts'
import { blockSpec, componentSpec } from './catalog-module.ts'
import type { Source, Sources } from './source-schema.ts'
import { unsaidFields, unsaidIn } from './unsaid.ts'

/** Value lists that have a name in the prompt. */
const named: readonly (readonly [string, string])[] = [
  ['Tone', 'neutral|info|good|warn|bad|accent'],
  ['Size', 's|m|l|xl'],
  ['Gap', 'none|s|m|l|xl'],
  ['Variant', 'primary|secondary|quiet|danger'],
  ['Surface', 'plain|card|sunken|accent'],
  ['Align', 'start|center|end|stretch'],
  ['Format', 'plain|number|money|percent'],
  ['Weight', 'normal|medium|bold'],
  ['TextSize', 's|m|l|xl|2xl|3xl'],
  ['Illustration', 'list|search|done|error|offline|denied|calendar|money|notes|plant|people'],
]
/** Properties and arguments whose name says their type, as long as it is that one; the prompt says which. */
export const selfNamed: Readonly<Record<string, readonly string[]>> = {
  bool: [
    'disabled',
    'loading',
    'open',
    'multiple',
    'autofocus',
    'hideLabel',
    'search',
    'collapsible',
    'preview',
    'undo',
    'selectable',
    'divided',
    'wrap',
    'scroll',
    'copy',
    'strike',
    'underline',
    'stacked',
    'legend',
    'marks',
    'full',
    'submit',
    'upIsGood',
    'sortable',
    'isOver',
    'isWon',
    'over',
    'deep',
    'isEmpty',
    'addRows',
    'custom',
    'drag',
  ],
  number: [
    'min',
    'max',
    'step',
    'rows',
    'minLength',
    'maxLength',
    'width',
    'height',
    'level',
    'lines',
    'index',
    'ms',
    'x',
    'y',
    'delta',
    'target',
    'pageSize',
    'progress',
    'frequency',
    'volume',
    'by',
    'length',
    'score',
    'most',
    'at',
    'goal',
    'best',
  ],
  path: ['path', 'to', 'item', 'bind', 'draft', 'settings'],
  'path of [any]': ['rows', 'items', 'entries'],
  nodes: ['actions'],
  steps: ['steps', 'then', 'else', 'do'],
  name: ['name', 'as'],
  formula: ['test'],
  'page name': ['page'],
  'action name': ['action'],
  'data name': ['data'],
  'url|file': ['src', 'cover'],
  'row|column': ['direction'],
  any: ['value', 'body', 'content', 'item'],
  record: ['query', 'headers', 'params', 'with'],
  list: ['list', 'accept', 'suggestions', 'xLabels', 'yLabels', 'swatches', 'columns'],
}
/** Properties whose name says which of the lists above they are of, or that they are an icon, a colour, options. */
const looks: ReadonlyMap<string, string | null> = new Map([
  ['align', 'Align'],
  ['tone', 'Tone'],
  ['size', 'Size'],
  ['gap', 'Gap'],
  ['pad', 'Gap'],
  ['variant', 'Variant'],
  ['surface', 'Surface'],
  ['format', 'Format'],
  ['illustration', 'Illustration'],
  ['weight', 'Weight'],
  ['icon', null],
  ['color', null],
  ['options', null],
])

/** A line a group; components that take the same stand together. */
export function componentLines(sources: Sources): string {
  const groups = new Map<string, Map<string, string[]>>()
  for (const source of sources.components) {
    const group = source.schema['x-group'] ?? ''
    const taken = componentSignature(source, sources).slice(source.name.length)
    const members = groups.get(group) ?? new Map<string, string[]>()
    members.set(taken, [...(members.get(taken) ?? []), source.name])
    groups.set(group, members)
  }
  return [...groups].map(([group, members]) => `${group}: ${[...members].map(([taken, names]) => names.join(' ') + taken).join(' · ')}`).join('\n')
}

/** `Tabs{bind?: text, labels?}▸Tab`. */
export function componentSignature(source: Source, sources: Pick<Sources, 'common' | 'input'>): string {
  const spec = componentSpec(source, sources)
  const common = sources.common.schema.properties ?? {}
  const input = spec.input === undefined ? {} : { ...(sources.input.schema.properties ?? {}), value: {}, onChange: {} }
  const quiet = unsaidIn.get(source.name) ?? []
  const own = Object.fromEntries(
    Object.entries(spec.slots).filter(([name]) => {
      if (quiet.includes(name)) return false
      if (Object.hasOwn(source.schema.properties ?? {}, name)) return name !== 'as' && name !== 'key' && name !== 'empty'
      return !Object.hasOwn(common, name) && !Object.hasOwn(input, name) && name !== 'bind'
    }),
  )
  const hints = Object.fromEntries(
    Object.entries(source.schema.properties ?? {}).flatMap(([name, property]) => (property['x-hint'] ? [[name, property['x-hint']]] : [])),
  )
  const properties = fields(withoutUnsaid(source.name, own), hints)
  const bind = spec.input === undefined ? '' : `<${spec.input}>`
  const children = spec.children === 'none' ? '' : spec.children === 'records' ? `▸${spec.child ?? ''}` : spec.children === 'template' ? '▸each' : '▸'
  const row = spec.rows ? `(${spec.rows.name}${namesIn(source)})` : ''
  return `${source.name}${bind}${properties === '' ? '' : `{${properties}}`}${capabilityMark(spec)}${children}${row}`
}

/** `[net:origin]`. */
export function capabilityMark({ capability }: { readonly capability?: CapabilityRule }): string {
  return capability ? `[${capability.name}${capability.scope ? `:${capability.scope.kind}` : ''}]` : ''
}

/** `WizardForm{title, steps: text[], finish?; onDone}▸1 2 3 done`. */
export function blockLines(sources: Sources): string {
  return sources.blocks.map(source => blockSignature(source, sources.common)).join(' · ')
}

function blockSignature(source: Source, common: Source): string {
  const { slots, block } = blockSpec(source, common)
  const own = Object.fromEntries(
    Object.entries(slots).filter(
      ([name]) => !Object.hasOwn(common.schema.properties ?? {}, name) && !unsaid.has(name) && !unsaidIn.get(source.name)?.includes(name),
    ),
  )
  const hints = Object.fromEntries(
    Object.entries(source.schema.properties ?? {}).flatMap(([name, property]) => (property['x-hint'] ? [[name, property['x-hint']]] : [])),
  )
  const content = block?.content ?? []
  const main = source.schema['x-rows'] ? `each(${source.schema['x-rows'].name})` : content.includes('') ? 'main' : ''
  const numbers = content.filter(name => /^\d+$/.test(name))
  const words = content.filter(name => name !== '' && !numbers.includes(name))
  const names = [main, ...(numbers.length > 0 ? [`${numbers[0]}…${numbers.at(-1)}`] : []), ...words].filter(name => name !== '')
  return `${source.name}{${fields(own, hints)}}${names.length > 0 ? `▸${names.join(' ')}` : ''}`
}

/** Every block has them, or they are said once. */
const unsaid = new Set(['title', 'about', 'as', 'icon'])

function withoutUnsaid(component: string, slots: SlotTable): SlotTable {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => {
      const quiet = unsaidFields.get(`${component}.${name}`)
      return [
        name,
        quiet && slot.fields ? { ...slot, fields: Object.fromEntries(Object.entries(slot.fields).filter(([field]) => !quiet.includes(field))) } : slot,
      ]
    }),
  )
}

/** Names that the component gives to some of its properties, beside the row. */
function namesIn(source: Source): string {
  const said = Object.entries(source.schema.properties ?? {}).filter(([name]) => !unsaidIn.get(source.name)?.includes(name))
  const names = new Set(said.flatMap(([, property]) => property['x-names'] ?? []))
  return [...names]
    .map(
      name =>
        `, ${name} in ${said
          .filter(([, property]) => property['x-names']?.includes(name))
          .map(([key]) => key)
          .join(' and ')}`,
    )
    .join('')
}

/** `item | from, where; by?`. */
export function toolFields(slots: SlotTable, oneOf: readonly (readonly string[])[] | undefined): string {
  if (!oneOf) return fields(slots)
  const alternatives = oneOf.map(set => set.join(', ')).join(' | ')
  const rest = Object.fromEntries(Object.entries(slots).filter(([name]) => !oneOf.some(set => set.includes(name))))
  const others = fields(rest)
  return others === '' ? alternatives : `${alternatives}; ${others}`
}

export function fields(slots: SlotTable, hints: Readonly<Record<string, string>> = {}): string {
  const properties: string[] = []
  const events: string[] = []
  for (const [name, slot] of Object.entries(slots)) {
    if (slot.kind === 'steps' && /^on[A-Z]/.test(name)) events.push(eventText(name, slot))
    else properties.push(Object.hasOwn(hints, name) ? `${name}${slot.required ? '' : '?'}: ${hints[name]}` : fieldText(name, slot))
  }
  return [properties.join(', '), events.join(', ')].filter(text => text !== '').join('; ')
}

function eventText(name: string, slot: SlotSpec): string {
  const names = Object.keys(slot.event ?? {})
  return names.length === 0 ? name : `${name}(${names.join(' ')})`
}

function fieldText(name: string, slot: SlotSpec): string {
  const optional = slot.required ? '' : '?'
  const type = typeText(slot)
  return `${name}${optional}${type === 'text' || saysType(name, slot, type) ? '' : `: ${type}`}`
}

function saysType(name: string, slot: SlotSpec, type: string): boolean {
  if (slot.kind === 'path' && (name === 'bind' || name === 'path')) return true
  if (Object.entries(selfNamed).some(([of, names]) => names.includes(name) && (type === of || (of === 'list' && type === 'text[]')))) return true
  const list = slot.kind === 'plain' ? looks.get(name) : undefined
  if (list === undefined) return false
  const words = named.find(([word]) => word === list)?.[1].split('|')
  return slot.values?.every(value => words?.includes(String(value))) ?? true
}

function typeText(slot: SlotSpec): string {
  switch (slot.kind) {
    case 'path':
      return slot.bind === 'any' || slot.bind === undefined ? 'path' : `path of ${slot.bind}`
    case 'node':
    case 'nodes':
    case 'steps':
    case 'lambda':
    case 'formula':
    case 'name':
      return slot.kind
    case 'data':
    case 'action':
    case 'page':
      return `${slot.kind} name`
    default:
      return slot.format === 'src' ? 'url|file' : slot.format === 'href' || slot.format === 'page' ? 'url' : valueText(slot)
  }
}

function valueText(slot: SlotSpec): string {
  const values = slot.values?.join('|')
  if (slot.type === 'enum' && values !== undefined) return named.find(([, list]) => list === values)?.[0] ?? values
  const open = slot.open && values !== undefined ? `${values}|` : ''
  if (slot.types)
    return open + slot.types.map(type => (type === 'list' ? `${inside(slot)}[]` : type === 'record' ? inside({ ...slot, type: 'record' }) : type)).join('|')
  if (slot.type === 'list') return inside(slot) === '' ? `${open}list` : `${open}${inside(slot)}[]`
  if (slot.type === 'record') return open + inside(slot)
  if (slot.type === 'any') return `${open}any`
  return open + slot.type
}

function inside(slot: SlotSpec): string {
  if (slot.fields)
    return Object.hasOwn(slot.fields, 'disabled') && Object.hasOwn(slot.fields, 'value') && !Object.hasOwn(slot.fields, 'badge')
      ? 'Option'
      : `{${fields(slot.fields)}}`
  if (!slot.element) return slot.type === 'record' ? 'record' : ''
  return slot.element.types?.includes('record') && slot.element.fields && Object.hasOwn(slot.element.fields, 'disabled') ? 'Option' : valueText(slot.element)
}

export function tokenLine(): string {
  return named.map(([name, list]) => `${name} ${list}`).join(' · ')
}
