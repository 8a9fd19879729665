/** What FORMAT.md asks of an authored schema, checked before anything is generated from it. */
import { parseType } from '../formula/types.ts'
import { toolCosts } from '../tool-costs.ts'
import type { PropertySchema, RootSchema } from './source-schema.ts'

const plainKeywords = [
  '$ref',
  'type',
  'enum',
  'const',
  'anyOf',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'default',
  'examples',
  'description',
  'title',
]
const propertyKeywords = new Set([...plainKeywords, 'x-slot', 'x-event', 'x-type', 'x-each', 'x-names', 'x-grows', 'x-format', 'x-engine', 'x-hint'])
const componentKeywords = new Set([
  ...plainKeywords,
  '$schema',
  '$id',
  'x-group',
  'x-children',
  'x-child',
  'x-parent',
  'x-rows',
  'x-instead',
  'x-bind',
  'x-aliases',
  'x-capability',
  'x-engine',
])
const toolKeywords = new Set([
  ...plainKeywords,
  '$schema',
  '$id',
  'x-group',
  'x-capability',
  'x-result',
  'x-cost',
  'x-family',
  'x-errors',
  'x-read',
  'x-gesture',
  'x-engine',
  'x-one-of',
  'x-aliases',
])
const blockKeywords = new Set([...plainKeywords, '$schema', '$id', 'x-group', 'x-children', 'x-rows', 'x-content', 'x-state', 'x-view'])
const slotKinds = new Set(['plain', 'literal', 'formula', 'lambda', 'path', 'name', 'node', 'nodes', 'steps', 'data', 'action', 'page'])
const childrenModes = new Set(['none', 'any', 'rows', 'records', 'template'])
const componentGroups = new Set(['layout', 'text', 'actions', 'input', 'data', 'feedback', 'special'])
const grades = new Set(['quiet', 'ask', 'sensitive'])

/** The problems of a component's, a tool's or a block's schema, each a sentence with the place in it. */
export function rootProblems(schema: RootSchema, kind: 'component' | 'tool' | 'block', name: string): string[] {
  const problems: string[] = []
  const known = { component: componentKeywords, tool: toolKeywords, block: blockKeywords }[kind]
  for (const keyword of Object.keys(schema)) if (!known.has(keyword)) problems.push(`the keyword "${keyword}" is unknown at the root`)
  if (schema.title !== name) problems.push(`its title must be "${name}", as the file's name says`)
  if (!schema.description) problems.push('the root has no description')
  if (schema.type !== 'object') problems.push('the root needs "type": "object"')
  if (typeof schema['x-group'] !== 'string') problems.push('the root has no "x-group"')
  if (kind === 'component') problems.push(...componentProblems(schema))
  else if (kind === 'tool') problems.push(...toolProblems(schema))
  else problems.push(...blockProblems(schema))
  problems.push(...recordProblems(schema, ''))
  return problems
}

function componentProblems(schema: RootSchema): string[] {
  const problems: string[] = []
  const group = schema['x-group'] ?? ''
  if (!componentGroups.has(group)) problems.push(`"x-group": "${group}" is none of ${[...componentGroups].join(' ')}`)
  const mode = schema['x-children'] ?? 'none'
  if (!childrenModes.has(mode)) problems.push(`"x-children": "${mode}" is none of ${[...childrenModes].join(' ')}`)
  if (mode === 'records' && !schema['x-child']) problems.push('"x-children": "records" needs "x-child", the one component allowed inside')
  if (mode === 'template' && !schema['x-rows']) problems.push('"x-children": "template" needs "x-rows"')
  if (!schema.examples?.length) problems.push('the root needs one of "examples"')
  if (!schema['x-instead']) problems.push('the root has no "x-instead", which says when another component serves better')
  const properties = schema.properties ?? {}
  problems.push(...capabilityProblems(schema))
  const scoped = schema['x-capability']?.scope?.argument
  if (scoped && Object.hasOwn(properties, scoped) && properties[scoped]?.['x-slot'] !== 'literal')
    problems.push(`"x-capability": the scope's property "${scoped}" needs "x-slot": "literal"`)
  const bind = schema['x-bind']
  if (bind !== undefined && !parseType(bind).ok) problems.push(`"x-bind": ${JSON.stringify(bind)} is no type`)
  const rows = schema['x-rows']
  if (rows && !Object.hasOwn(properties, rows.list)) problems.push(`"x-rows" names the list "${rows.list}", which is no property`)
  for (const [name, property] of Object.entries(properties)) {
    if (property['x-slot'] === 'path' && name !== 'bind') problems.push(`/properties/${name}: a path slot of a component is called "bind"`)
    if (/^on[A-Z]/.test(name) && property['x-slot'] !== 'steps') problems.push(`/properties/${name}: an on… property needs "x-slot": "steps"`)
    if (usesRows(property) && !rows) problems.push(`/properties/${name}: "x-each" needs "x-rows" at the root`)
  }
  return problems
}

function usesRows(property: PropertySchema): boolean {
  if (property['x-each']) return true
  const inside = [...Object.values(property.properties ?? {}), ...(property.items ? [property.items] : [])]
  return inside.some(usesRows)
}

/** What is wrong with its view as a piece of an app is found by `checkBlock`. */
function blockProblems(schema: RootSchema): string[] {
  const problems: string[] = []
  if (schema['x-group'] !== 'blocks') problems.push('"x-group" of a block is "blocks"')
  if (schema['x-view'] === undefined) problems.push('"x-view" is missing, what is drawn')
  if (!schema.examples?.length) problems.push('the root needs one of "examples"')
  const mode = schema['x-children'] ?? 'none'
  if (!['none', 'any', 'template'].includes(mode)) problems.push(`"x-children": "${mode}" is none of none any template`)
  if ((mode === 'none') !== (Object.keys(schema['x-content'] ?? {}).length === 0)) problems.push('"x-content" names the Slots of a block that takes children')
  return problems
}

function toolProblems(schema: RootSchema): string[] {
  const problems: string[] = []
  problems.push(...capabilityProblems(schema))
  if (!Object.hasOwn(schema, 'x-result')) problems.push('"x-result" is missing; null where it gives nothing')
  if (!schema['x-engine'] && /"exclusiveM|"pattern/.test(JSON.stringify(schema.properties ?? {})))
    problems.push('bounds of arguments are "minimum" and "maximum"')
  const cost = schema['x-cost']
  if (cost === undefined || !Object.hasOwn(toolCosts, cost)) problems.push(`"x-cost" is ${cost ?? 'missing'}; it is one of ${Object.keys(toolCosts).join(' ')}`)
  if (schema['x-errors'] === undefined) problems.push('"x-errors" is missing; {} where it does not fail')
  for (const [code, words] of Object.entries(schema['x-errors'] ?? {})) {
    if (!/^[a-z]+\d*(-[a-z]+\d*)*$/.test(code)) problems.push(`"x-errors": "${code}" is no code`)
    if (typeof words !== 'string' || !words.endsWith('.')) problems.push(`"x-errors": "${code}" needs a sentence that says what to do`)
  }
  for (const set of schema['x-one-of'] ?? [])
    for (const name of set) if (!Object.hasOwn(schema.properties ?? {}, name)) problems.push(`"x-one-of" names "${name}", which is no property`)
  return problems
}

function capabilityProblems(schema: RootSchema): string[] {
  const problems: string[] = []
  const capability = schema['x-capability']
  if (capability && !grades.has(capability.grade)) problems.push(`"x-capability": the grade "${capability.grade}" is none of ${[...grades].join(' ')}`)
  const scoped = capability?.scope?.argument
  if (scoped && !Object.hasOwn(schema.properties ?? {}, scoped)) problems.push(`"x-capability": the scope's argument "${scoped}" is no property`)
  const also = capability?.also
  if (also && schema.properties?.[also.argument]?.['x-slot'] !== 'literal')
    problems.push(`"x-capability": the argument "${also.argument}" needs "x-slot": "literal"`)
  if (also && !grades.has(also.grade)) problems.push(`"x-capability": the grade "${also.grade}" is none of ${[...grades].join(' ')}`)
  return problems
}

/** Descriptions, keywords and required names of a record's properties, at any depth. */
export function recordProblems(schema: PropertySchema, at: string): string[] {
  const problems: string[] = []
  const properties = schema.properties ?? {}
  for (const name of schema.required ?? []) if (!Object.hasOwn(properties, name)) problems.push(`${at}/required names "${name}", which is no property`)
  for (const [name, property] of Object.entries(properties)) {
    const place = `${at}/properties/${name}`
    if (!property.description) problems.push(`${place} has no description`)
    problems.push(...propertyProblems(property, place))
  }
  return problems
}

function propertyProblems(property: PropertySchema, at: string): string[] {
  const problems: string[] = []
  for (const keyword of Object.keys(property)) if (!propertyKeywords.has(keyword)) problems.push(`${at}: the keyword "${keyword}" is unknown`)
  const slot = property['x-slot']
  if (slot !== undefined && !slotKinds.has(slot)) problems.push(`${at}: "x-slot": "${slot}" is none of ${[...slotKinds].join(' ')}`)
  if (property['x-event'] && slot !== 'steps') problems.push(`${at}: "x-event" belongs to a "steps" slot`)
  if (property['x-type'] && slot !== 'path') problems.push(`${at}: "x-type" belongs to a "path" slot`)
  const names = property['x-names']
  if (names !== undefined && !(Array.isArray(names) && names.every(name => typeof name === 'string'))) problems.push(`${at}: "x-names" is a list of names`)
  for (const type of [property['x-type'], ...Object.values(property['x-event'] ?? {})])
    if (type !== undefined && !parseType(type).ok) problems.push(`${at}: ${JSON.stringify(type)} is no type`)
  if (property.items) problems.push(...propertyProblems(property.items, `${at}/items`))
  if (property.properties) problems.push(...recordProblems(property, at))
  for (const [index, option] of (property.anyOf ?? []).entries()) problems.push(...propertyProblems(option, `${at}/anyOf/${index}`))
  return problems
}
