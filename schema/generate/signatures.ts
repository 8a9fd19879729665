/** Components and tools as one-line signatures, the form in which a model reads them. */
import type { SlotSpec, SlotTable } from '../catalog.ts'
import { componentSpec, toolSpec } from './catalog-module.ts'
import type { Source, Sources } from './source-schema.ts'

/** Value lists that have a name in the prompt. */
const named: readonly (readonly [string, string])[] = [
  ['Tone', 'neutral|info|good|warn|bad|accent'],
  ['Size', 's|m|l|xl'],
  ['Gap', 'none|s|m|l|xl'],
  ['Variant', 'primary|secondary|quiet|danger'],
  ['Surface', 'plain|card|sunken|accent'],
  ['Align', 'start|center|end'],
  ['Format', 'plain|number|money|percent'],
]
/** Properties whose name says their type. */
const selfNamed = new Set(['align', 'tone', 'size', 'gap', 'pad', 'variant', 'surface', 'icon', 'color', 'options'])

export function componentLines(sources: Sources): string {
  const groups = new Map<string, string[]>()
  for (const source of sources.components) {
    const group = source.schema['x-group'] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), componentSignature(source, sources)])
  }
  return [...groups].map(([group, lines]) => `${group}: ${lines.join(' · ')}`).join('\n')
}

/** `Tabs{bind?: text, labels?}▸Tab`. */
export function componentSignature(source: Source, sources: Pick<Sources, 'common' | 'input'>): string {
  const spec = componentSpec(source, sources)
  const common = sources.common.schema.properties ?? {}
  const input = spec.input === undefined ? {} : { ...(sources.input.schema.properties ?? {}), value: {}, onChange: {} }
  const own = Object.fromEntries(
    Object.entries(spec.slots).filter(([name]) => {
      if (Object.hasOwn(source.schema.properties ?? {}, name)) return name !== 'as' && name !== 'key' && name !== 'empty'
      return !Object.hasOwn(common, name) && !Object.hasOwn(input, name) && name !== 'bind'
    }),
  )
  const hints = Object.fromEntries(
    Object.entries(source.schema.properties ?? {}).flatMap(([name, property]) => (property['x-hint'] ? [[name, property['x-hint']]] : [])),
  )
  const properties = fields(own, hints)
  const bind = spec.input === undefined ? '' : `bind: ${spec.input}${properties === '' ? '' : ', '}`
  const children = spec.children === 'none' ? '' : spec.children === 'records' ? `▸${spec.child ?? ''}` : spec.children === 'template' ? '▸each' : '▸'
  const row = spec.rows ? ` (one is ${spec.rows.name}${namesIn(source)})` : ''
  return `${source.name}${bind === '' && properties === '' ? '' : `{${bind}${properties}}`}${children}${row}`
}

/** Names that the component gives to some of its properties, beside the row. */
function namesIn(source: Source): string {
  const names = new Set(Object.values(source.schema.properties ?? {}).flatMap(property => property['x-names'] ?? []))
  return [...names]
    .map(
      name =>
        `, ${name} in ${Object.entries(source.schema.properties ?? {})
          .filter(([, property]) => property['x-names']?.includes(name))
          .map(([key]) => key)
          .join(' and ')}`,
    )
    .join('')
}

/** Tools as lines, those of the same arguments and results written once. */
export function toolLines(sources: Sources): string {
  const groups = new Map<string, Map<string, string[]>>()
  for (const source of sources.tools) {
    const group = source.schema['x-group'] ?? ''
    const signatures = groups.get(group) ?? new Map<string, string[]>()
    const signature = toolSignature(source)
    signatures.set(signature, [...(signatures.get(signature) ?? []), source.name])
    groups.set(group, signatures)
  }
  return [...groups]
    .map(([group, signatures]) => `${group}: ${[...signatures].map(([signature, names]) => names.join(' ') + signature).join(' · ')}`)
    .join('\n')
}

function toolSignature(source: Source): string {
  const spec = toolSpec(source)
  const result = spec.result === 'null' ? '' : `→${spec.result.replaceAll('"', '').replaceAll(':', ': ').replaceAll(',', ', ')}`
  const capability = spec.capability ? `[${spec.capability.name}${spec.capability.scope ? ':origin' : ''}]` : ''
  const properties = toolFields(spec.arguments, spec.oneOf)
  return `${properties === '' ? '' : `{${properties}}`}${result}${capability}`
}

function toolFields(slots: SlotTable, oneOf: readonly (readonly string[])[] | undefined): string {
  if (!oneOf) return fields(slots)
  const alternatives = oneOf.map(set => set.join(', ')).join(' | ')
  const rest = Object.fromEntries(Object.entries(slots).filter(([name]) => !oneOf.some(set => set.includes(name))))
  const others = fields(rest)
  return others === '' ? alternatives : `${alternatives}; ${others}`
}

function fields(slots: SlotTable, hints: Readonly<Record<string, string>> = {}): string {
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
  return names.length === 0 ? name : `${name}(${names.map(field => `event.${field}`).join(', ')})`
}

function fieldText(name: string, slot: SlotSpec): string {
  const optional = slot.required ? '' : '?'
  const type =
    slot.kind === 'plain' && selfNamed.has(name) && !slot.values?.some(value => !named.some(([, list]) => list.split('|').includes(String(value))))
      ? ''
      : typeText(slot)
  const fallback =
    type !== '' && slot.default !== undefined && slot.default !== false && slot.default !== '' && slot.type !== 'enum' && typeof slot.default !== 'object'
      ? `=${String(slot.default)}`
      : ''
  return `${name}${optional}${type === '' || type === 'text' ? '' : `: ${type}`}${fallback}`
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
      return slot.format === 'src' ? 'url|file' : slot.format === 'href' ? 'url' : valueText(slot)
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
