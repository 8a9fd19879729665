/** Tools as the prompt names them: a line a group, in which nothing is said twice. */
import type { SlotTable, ToolSpec } from '../catalog.ts'
import type { Json } from '../json/json.ts'
import { readNames, writeNames } from '../run-notation.ts'
import { toolSpec } from './catalog-module.ts'
import { capabilityMark, fields, toolFields } from './signatures.ts'
import type { Source, Sources } from './source-schema.ts'
import { unsaidIn, unsaidResults } from './unsaid.ts'

interface Member {
  readonly name: string
  readonly family: string
  readonly spec: ToolSpec
  readonly said: SlotTable
  readonly result: string
  readonly capability: string
}

/**
 * The head of a line is `group`, or, where all names of a group begin alike, `family.*`, and the names stand without that.
 * What all of a group take, give and ask for stands in the head; tools of the same arguments are written together. Of a
 * group of dozens the tools of one family stand together, with what most of them take; the rest a model learns from the check.
 */
export function toolLines(sources: Sources): string {
  const groups = new Map<string, Member[]>()
  for (const source of sources.tools) {
    const group = source.schema['x-group'] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), memberOf(source)])
  }
  return [...groups].map(([group, members]) => toolGroup(group, members)).join('\n')
}

/** Names that lines of tools mention, as they are in full. */
export function namesInLines(text: string): ReadonlySet<string> {
  return new Set(
    text.split('\n').flatMap(line => {
      const [, head = '', entries = ''] = /^(.+?): (.*)$/.exec(line.replaceAll(/\{[^{}]*\}/g, '').replaceAll(/\{[^{}]*\}/g, '')) ?? []
      const family = /^([\w.]+\.)\*/.exec(head)?.[1] ?? ''
      return entries.split(' · ').flatMap(entry => readNames(/^[^{→[]*/.exec(entry)?.[0] ?? '').map(name => family + name))
    }),
  )
}

/** `text.diff{a, b, by?: lines|words|characters}→{same, parts}`, with all of its arguments. */
export function toolSignature(source: Source): string {
  const spec = toolSpec(source)
  return `${source.name}${inBraces(toolFields(spec.arguments, spec.oneOf))}${resultMark(spec)}${capabilityMark(spec)}`
}

function memberOf(source: Source): Member {
  const spec = toolSpec(source)
  const quiet = unsaidIn.get(source.name) ?? []
  const said = Object.fromEntries(Object.entries(spec.arguments).filter(([name]) => !quiet.includes(name)))
  return {
    name: source.name,
    family: source.schema['x-family'] ?? '',
    spec,
    said,
    result: unsaidResults.has(source.name) ? bareMark(spec) : resultMark(spec),
    capability: capabilityMark(spec),
  }
}

const LARGE = 40

function toolGroup(group: string, members: readonly Member[]): string {
  if (members.length > LARGE) return largeGroup(members)
  const same = (key: 'result' | 'capability'): boolean => members.length > 1 && members.every(member => member[key] === members[0]?.[key])
  const [result, capability] = [same('result'), same('capability')]
  const family = familyOf(members)
  const ownNamed = members.length > 1 && members.every(({ name, spec }) => spec.capability?.name === name && !spec.capability.scope)
  const shared = sharedArguments(members)
  const signatures = new Map<string, string[]>()
  for (const member of members) {
    const own = `${result ? '' : member.result}${capability || ownNamed ? '' : member.capability}`
    const said = Object.fromEntries(Object.entries(member.said).filter(([name]) => !Object.hasOwn(shared, name)))
    const signature = `${inBraces(toolFields(said, member.spec.oneOf))}${own}`
    signatures.set(signature, [...(signatures.get(signature) ?? []), member.name.slice(family.length)])
  }
  const mark = ownNamed ? '[its name]' : capability ? (members[0]?.capability ?? '') : ''
  const head = `${family === '' ? group : `${family}*`}${inBraces(fields(shared))}${result ? members[0]?.result : ''}${mark}`
  return `${head}: ${[...signatures].map(([signature, names]) => writeNames(names) + signature).join(' · ')}`
}

function largeGroup(members: readonly Member[]): string {
  const begin = familyOf(members)
  const families = new Map<string, Member[]>()
  for (const member of members) families.set(member.family, [...(families.get(member.family) ?? []), member])
  const entries = [...families.values()].map(
    family => writeNames(family.map(({ name }) => name.slice(begin.length))) + inBraces(usualArguments(family).join(' | ')),
  )
  return `${begin}*: ${entries.join(' · ')}`
}

/** The names of the arguments that most of a family need, and those that most of the others do. */
function usualArguments(family: readonly Member[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { spec } of family) {
    const needed = Object.entries(spec.arguments).flatMap(([name, slot]) => (slot.required ? [name] : []))
    counts.set(needed.join(', '), (counts.get(needed.join(', ')) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .filter(([names, count]) => names !== '' && count > 1)
    .slice(0, 2)
    .map(([names]) => names)
}

/** What the names of three or more all begin with, up to a point; empty where they do not. */
function familyOf(members: readonly Member[]): string {
  const first = members[0]?.name ?? ''
  const family = first.slice(0, first.indexOf('.') + 1)
  return members.length > 2 && members.every(({ name }) => name.startsWith(family)) ? family : ''
}

/** The arguments that each of three or more takes and that mean the same. */
function sharedArguments(members: readonly Member[]): SlotTable {
  if (members.length < 3) return {}
  return Object.fromEntries(
    Object.entries(members[0]?.said ?? {}).filter(([name, slot]) =>
      members.every(({ said, spec }) => !spec.oneOf && JSON.stringify(said[name]) === JSON.stringify(slot)),
    ),
  )
}

const inBraces = (text: string): string => (text === '' ? '' : `{${text}}`)

/** `→text`, `→[{name, size}]`: of a record only the names of its fields. */
function resultMark({ result }: ToolSpec): string {
  return result === 'null' ? '' : `→${typeWords(/^(\{|\[[{"])/.test(result) ? (JSON.parse(result) as Json) : result)}`
}

const bareMark = ({ result }: ToolSpec): string => (result.startsWith('[') ? '→[record]' : '→record')

function typeWords(type: Json): string {
  if (Array.isArray(type)) return `[${typeWords(type[0] ?? 'any')}]`
  return typeof type === 'object' && type !== null ? `{${Object.keys(type).join(', ')}}` : String(type)
}
