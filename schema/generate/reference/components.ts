import type { ComponentSpec, SlotTable } from '../../catalog.ts'
import type { Json } from '../../json/json.ts'
import { prettyText } from '../../json/pretty-text.ts'
import { componentSpec } from '../catalog-module.ts'
import { slotsOf } from '../slots.ts'
import type { PropertySchema, Source, Sources } from '../source-schema.ts'
import { grades } from './grade-words.ts'
import { anchor, code, jsonBlock, marked, table } from './markdown.ts'
import { picture } from './picture.ts'
import { slotText } from './slot-text.ts'

export function componentsPage(sources: Sources): string {
  const groups = new Map<string, Source[]>()
  for (const source of sources.components) {
    const group = source.schema['x-group'] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), source])
  }
  const index = [...groups].map(([group, members]) => `- **${group}**: ${members.map(({ name }) => `[${name}](#${anchor(name)})`).join(' · ')}`)
  return [
    '# Components\n',
    marked,
    `A component is a record with its name in \`type\`. There are ${sources.components.length}. What is marked with * is required. Any property that holds a value may hold a formula in its place: \`"\${…}"\`.\n`,
    ...index,
    '\n## Every component\n',
    propertyTable(slotsOf(sources.common.schema), sources.common.schema.properties ?? {}),
    '\n## Every input\n',
    'An input has either `bind`, or `value` with `onChange` (`event.value`).\n',
    propertyTable(slotsOf(sources.input.schema), sources.input.schema.properties ?? {}),
    ...[...groups].flatMap(([, members]) => members.map(source => componentSection(source, sources))),
    '',
  ].join('\n')
}

function componentSection(source: Source, sources: Sources): string {
  const spec = componentSpec(source, sources)
  const written = source.schema.properties ?? {}
  const own = Object.fromEntries(Object.entries(spec.slots).filter(([name]) => Object.hasOwn(written, name)))
  const example = source.schema.examples?.[0]
  return [
    `\n## ${source.name}\n`,
    `${source.schema.description ?? ''}${kindOf(spec)}\n`,
    `${source.schema['x-instead'] ?? ''}\n`,
    ...picture(source.name),
    ...(Object.keys(own).length > 0 ? [`${propertyTable(own, written)}\n`] : []),
    ...(example === undefined ? [] : [jsonBlock(prettyText(example as Json))]),
  ].join('\n')
}

/** Whether it is an input, what stands in it, where it stands. */
function kindOf(spec: ComponentSpec): string {
  const said: string[] = []
  if (spec.input !== undefined) said.push(`An input of ${code(spec.input)}.`)
  if (spec.children === 'records') said.push(`Its children are ${code(spec.child ?? '')}.`)
  else if (spec.children === 'template') said.push('Its children are drawn once for each element.')
  else if (spec.children !== 'none') said.push('It takes children.')
  if (spec.parent !== undefined) said.push(`It stands in ${code(spec.parent)}.`)
  if (spec.rows)
    said.push(
      `In what is drawn for an element, that is ${code(spec.rows.name)}, or what ${code(spec.rows.as)} says${spec.rows.origin ? '; the list must be one of the state' : ''}.`,
    )
  if (spec.capability)
    said.push(`It needs the capability ${code(spec.capability.name + (spec.capability.scope ? ':…' : ''))}, ${grades[spec.capability.grade]}.`)
  return said.length === 0 ? '' : ` ${said.join(' ')}`
}

export function propertyTable(slots: SlotTable, written: Readonly<Record<string, PropertySchema>>): string {
  return table(['property', 'value', ''], propertyRows(slots, written, ''))
}

/** A row for each property, and below it one for each field of what is in it. */
function propertyRows(slots: SlotTable, written: Readonly<Record<string, PropertySchema>>, path: string): readonly string[][] {
  return Object.entries(slots).flatMap(([name, slot]) => {
    const schema = written[name]
    const row = [`${code(path + name)}${slot.required ? '*' : ''}`, slotText(slot), schema?.description ?? '']
    if (!slot.fields || slot.format === 'src') return [row]
    const inner = schema?.items?.properties ?? schema?.properties ?? {}
    return [row, ...propertyRows(slot.fields, inner, `${path}${name}${slot.type === 'list' || slot.types?.includes('list') ? '[]' : ''}.`)]
  })
}
