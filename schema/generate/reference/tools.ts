import { describeCapability } from '../../capability-words.ts'
import type { CapabilityRule, SlotTable, ToolSpec } from '../../catalog.ts'
import type { Json } from '../../json/json.ts'
import { prettyText } from '../../json/pretty-text.ts'
import { writeNames } from '../../run-notation.ts'
import { toolCosts } from '../../tool-costs.ts'
import { sharedErrors } from '../../tool-errors.ts'
import { componentSpec, toolSpec } from '../catalog-module.ts'
import type { PropertySchema, Source, Sources } from '../source-schema.ts'
import { toolSignature } from '../tool-lines.ts'
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
    ...[...groups].flatMap(([group, members]) => indexLines(group, members)),
    '',
    `What many fail with: ${sharedErrors.map(({ code: name }) => code(name)).join(' ')}; below stands which, and at the end what to do.`,
    ...[...groups].flatMap(([group, members]) => [`\n## ${group[0]?.toUpperCase()}${group.slice(1)}`, ...members.map(toolSection)]),
    '\n## Failures of many tools\n',
    table(
      ['code', 'what to do'],
      sharedErrors.map(error => [code(error.code), error.words]),
    ),
    '\n## Capabilities\n',
    'What reaches beyond the app’s window is asked for in `capabilities`, each with its reason. `persist` in the state needs `storage`.\n',
    capabilityTable(sources),
    '',
  ].join('\n')
}

/** A line a group, of a group with families one a family. */
function indexLines(group: string, members: readonly Source[]): readonly string[] {
  const families = new Map<string, Source[]>()
  for (const source of members) {
    const family = source.schema['x-family'] ?? ''
    families.set(family, [...(families.get(family) ?? []), source])
  }
  return [...families].map(
    ([family, tools]) => `- **${family === '' ? group : `${group}, ${family}`}**: ${tools.map(({ name }) => `[${name}](#${anchor(name)})`).join(' · ')}`,
  )
}

function toolSection(source: Source): string {
  const spec = toolSpec(source)
  const example = source.schema.examples?.[0]
  return [
    `\n### ${source.name}\n`,
    `${code(toolSignature(source))}\n`,
    `${source.schema.description ?? ''}${traits(spec)}\n`,
    ...(Object.keys(spec.arguments).length > 0 ? [`${argumentTable(spec.arguments, source.schema.properties ?? {})}\n`] : []),
    ...errorLines(source, spec),
    ...(example === undefined ? [] : [jsonBlock(prettyText(example as Json))]),
  ].join('\n')
}

function traits(spec: ToolSpec): string {
  const said: string[] = []
  if (spec.result !== 'null') said.push(`It gives ${code(spec.result.replaceAll('"', '').replaceAll(':', ': ').replaceAll(',', ', '))}.`)
  if (spec.oneOf) said.push(`It needs ${spec.oneOf.map(set => set.map(code).join(' and ')).join(', or ')}.`)
  if (spec.capability)
    said.push(
      `It needs the capability ${code(spec.capability.name + (spec.capability.scope ? ':…' : ''))}, to ${describeCapability(exampleOf(spec.capability))}; that is ${grades[spec.capability.grade]}.`,
    )
  said.push(toolCosts[spec.cost])
  if (spec.read) said.push('It may stand in `data`.')
  if (spec.gesture) said.push('It runs only after a person’s press or key.')
  return said.length === 0 ? '' : ` ${said.join(' ')}`
}

/** Its own failures with what to do, and the codes of those that it shares. */
function errorLines(source: Source, spec: ToolSpec): readonly string[] {
  const own = Object.entries(source.schema['x-errors'] ?? {})
  const shared = sharedErrors.filter(error => error.of(spec) && !own.some(([name]) => name === error.code)).map(error => code(error.code))
  return [
    ...(own.length > 0
      ? [
          `${table(
            ['fails with', 'what to do'],
            own.map(([name, words]) => [code(name), words]),
          )}\n`,
        ]
      : []),
    ...(shared.length > 0 ? [`${own.length > 0 ? 'And' : 'Fails'} with ${shared.join(' ')}.\n`] : []),
  ]
}

/** A scope to put it into words with. */
function exampleOf({ name, scope }: CapabilityRule): string {
  return scope === undefined ? name : `${name}:${{ origin: 'https://api.example.com', folder: 'notes', name: 'add-task' }[scope.kind]}`
}

function argumentTable(slots: SlotTable, written: Readonly<Record<string, PropertySchema>>): string {
  return table(
    ['argument', 'value', ''],
    Object.entries(slots).map(([name, slot]) => [`${code(name)}${slot.required ? '*' : ''}`, slotText(slot), written[name]?.description ?? '']),
  )
}

function capabilityTable(sources: Sources): string {
  const rules = new Map<string, { readonly rule: CapabilityRule; readonly tools: string[] }>()
  for (const source of [...sources.tools, ...sources.components]) {
    const { capability } = sources.components.includes(source) ? componentSpec(source, sources) : toolSpec(source)
    if (!capability) continue
    const known = rules.get(capability.name) ?? { rule: capability, tools: [] }
    known.tools.push(source.name)
    rules.set(capability.name, known)
  }
  return table(
    ['capability', 'lets an app', '', 'used by'],
    [...rules].map(([name, { rule, tools }]) => [
      code(rule.scope ? `${name}:${rule.scope.kind === 'origin' ? 'https://…' : '…'}` : name),
      describeCapability(exampleOf(rule)),
      grades[rule.grade],
      writeNames(tools)
        .split(/ (?![^(]*\))/)
        .map(code)
        .join(' '),
    ]),
  )
}
