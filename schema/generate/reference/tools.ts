import type { SlotTable, ToolSpec } from '../../catalog.ts'
import type { Json } from '../../json/json.ts'
import { prettyText } from '../../json/pretty-text.ts'
import { componentSpec, toolSpec } from '../catalog-module.ts'
import type { PropertySchema, Source, Sources } from '../source-schema.ts'
import { grades } from './grade-words.ts'
import { anchor, code, jsonBlock, marked, table } from './markdown.ts'
import { slotText } from './slot-text.ts'

export function toolsPage(sources: Sources): string {
  const groups = new Map<string, Source[]>()
  for (const source of sources.tools) {
    const group = source.schema['x-group'] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), source])
  }
  return [
    '# Tools\n',
    marked,
    `A step is a record with the name of its tool in \`do\`. There are ${sources.tools.length}. What is marked with * is required. Beside its arguments every step takes \`when\` (it runs only if that holds), \`out\` (a name for what it gives) and \`catch\` (steps for when it fails).\n`,
    ...[...groups].map(([group, members]) => `- **${group}**: ${members.map(({ name }) => `[${name}](#${anchor(name)})`).join(' · ')}`),
    ...[...groups].flatMap(([, members]) => members.map(toolSection)),
    '\n## Capabilities\n',
    'What reaches beyond the app’s window is asked for in `capabilities`, each with its reason. `persist` in the state needs `storage`.\n',
    capabilityTable(sources),
    '',
  ].join('\n')
}

function toolSection(source: Source): string {
  const spec = toolSpec(source)
  const example = source.schema.examples?.[0]
  return [
    `\n## ${source.name}\n`,
    `${source.schema.description ?? ''}${traits(spec)}\n`,
    ...(Object.keys(spec.arguments).length > 0 ? [`${argumentTable(spec.arguments, source.schema.properties ?? {})}\n`] : []),
    ...(example === undefined ? [] : [jsonBlock(prettyText(example as Json))]),
  ].join('\n')
}

function traits(spec: ToolSpec): string {
  const said: string[] = []
  if (spec.result !== 'null') said.push(`It gives ${code(spec.result.replaceAll('"', '').replaceAll(':', ': ').replaceAll(',', ', '))}.`)
  if (spec.oneOf) said.push(`It needs ${spec.oneOf.map(set => set.map(code).join(' and ')).join(', or ')}.`)
  if (spec.capability)
    said.push(`It needs the capability ${code(spec.capability.name + (spec.capability.scope ? ':…' : ''))}, ${grades[spec.capability.grade]}.`)
  if (spec.read) said.push('It may stand in `data`.')
  if (spec.gesture) said.push('It runs only after a person’s press or key.')
  return said.length === 0 ? '' : ` ${said.join(' ')}`
}

function argumentTable(slots: SlotTable, written: Readonly<Record<string, PropertySchema>>): string {
  return table(
    ['argument', 'value', ''],
    Object.entries(slots).map(([name, slot]) => [`${code(name)}${slot.required ? '*' : ''}`, slotText(slot), written[name]?.description ?? '']),
  )
}

function capabilityTable(sources: Sources): string {
  const rules = new Map<string, { readonly grade: keyof typeof grades; readonly scoped: boolean; readonly tools: string[] }>()
  for (const source of [...sources.tools, ...sources.components]) {
    const { capability } = sources.components.includes(source) ? componentSpec(source, sources) : toolSpec(source)
    if (!capability) continue
    const known = rules.get(capability.name) ?? { grade: capability.grade, scoped: capability.scope !== undefined, tools: [] }
    known.tools.push(source.name)
    rules.set(capability.name, known)
  }
  return table(
    ['capability', '', 'used by'],
    [...rules].map(([name, { grade, scoped, tools }]) => [code(scoped ? `${name}:https://…` : name), grades[grade], tools.map(code).join(' ')]),
  )
}
