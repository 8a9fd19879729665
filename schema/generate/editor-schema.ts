/**
 * `schema/generated/editor-schema.json`: one JSON Schema (draft 7) of a whole blueprint, with which VS
 * Code and other editors complete, explain and mark while somebody types. It is more lenient than the
 * checker: what it marks is wrong, what it lets pass may be. A property may hold its value or a formula.
 */
import type { ComponentSpec, SlotSpec, SlotTable, ToolSpec } from '../catalog.ts'
import { stepForms } from '../check/step-forms.ts'
import { blockSpec, componentSpec, toolSpec } from './catalog-module.ts'
import { slotsOf } from './slots.ts'
import type { PropertySchema, RootSchema, Source, Sources } from './source-schema.ts'

type Schema = Readonly<Record<string, unknown>>

/** What a text in a property may always be: a formula. */
const formula: Schema = { type: 'string', pattern: '\\$\\{' }

export function editorSchema(sources: Sources): string {
  const document = sources.blueprint.schema as unknown as { readonly properties: Record<string, unknown>; readonly $defs: Record<string, Schema> }
  const { $defs, ...rest } = document
  const schema = {
    ...rest,
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: undefined,
    title: 'Cyanotype blueprint',
    properties: {
      $schema: { type: 'string', description: 'Where an editor finds this schema. It is no part of the app.', doNotSuggest: true },
      ...document.properties,
    },
    anyOf: [{ required: ['view'] }, { required: ['pages'] }],
    defaultSnippets: [{ label: 'Blueprint', description: 'A small app to begin with.', body: startingApp }],
    definitions: {
      ...$defs,
      node: nodeSchema(sources),
      part: {
        ...$defs.part,
        defaultSnippets: [{ label: 'Part', body: escapeSnippet({ params: { title: 'text' }, view: { type: 'Text', text: '${title}' } }) }],
      },
      step: stepSchema(sources),
      // Without descriptions of their own, which an editor would show in place of the property's.
      steps: withoutDescription($defs.steps),
      nodes: { anyOf: [{ type: 'array', items: { $ref: '#/$defs/node' } }, { $ref: '#/$defs/node' }] },
      dataEntry: dataSchema(sources),
      capability: capabilitySchema($defs.capability, sources),
      ...shared('common', slotsOf(sources.common.schema), propertiesOf([sources.common.schema])),
      ...Object.fromEntries(sources.components.map(source => [`component ${source.name}`, componentSchema(source, sources)])),
      ...Object.fromEntries(sources.blocks.map(source => [`component ${source.name}`, blockSchema(source, sources)])),
      ...Object.fromEntries(sources.tools.map(source => [`tool ${source.name}`, toolSchema(source, stepForms)])),
    },
  }
  const { definitions, ...root } = schema
  const lines = Object.entries(definitions).map(([name, definition]) => `${JSON.stringify(name)}: ${JSON.stringify(definition)}`)
  const text = `${JSON.stringify(root, null, 1).slice(0, -2)},\n "definitions": {\n${lines.join(',\n')}\n }\n}\n`
  return text.replaceAll('"#/$defs/', '"#/definitions/')
}

const startingApp = {
  blueprint: 1,
  app: { name: '${1:My app}' },
  state: { draft: '' },
  view: { type: 'Stack', children: [{ type: 'TextField', label: 'Name', bind: 'draft' }] },
}

/** What a node can be by its type, beside the app's own parts. */
const named = (sources: Sources): readonly Source[] => [...sources.components, ...sources.blocks]

/** A text, a part, a block or one of the components, whose properties follow from its `type`. */
function nodeSchema(sources: Sources): Schema {
  return {
    type: ['object', 'string'],
    required: ['type'],
    properties: {
      type: {
        type: 'string',
        description: 'The component, a block, or one of the app’s own parts.',
        anyOf: [
          { enum: named(sources).map(source => source.name), enumDescriptions: named(sources).map(source => source.schema.description ?? '') },
          { type: 'string', pattern: '^[A-Z]' },
        ],
      },
    },
    defaultSnippets: named(sources).flatMap(source => snippetOf(source)),
    allOf: named(sources).map(source => choice('type', source, `component ${source.name}`)),
  }
}

/** A step, whose arguments follow from its tool. */
function stepSchema(sources: Sources): Schema {
  return {
    type: 'object',
    required: ['do'],
    properties: { do: toolNames(sources.tools) },
    defaultSnippets: sources.tools.flatMap(source => snippetOf(source)),
    allOf: sources.tools.map(source => choice('do', source, `tool ${source.name}`)),
  }
}

function dataSchema(sources: Sources): Schema {
  const reading = sources.tools.filter(source => toolSpec(source).read)
  const forms: SlotTable = { refresh: { kind: 'literal', type: 'any' }, when: { kind: 'formula', type: 'bool' } }
  return {
    description: 'A reading tool with its arguments.',
    type: 'object',
    required: ['do'],
    properties: { do: toolNames(reading) },
    defaultSnippets: reading.flatMap(source => snippetOf(source)),
    allOf: reading.map(source => ({ if: { required: ['do'], properties: { do: { const: source.name } } }, then: toolSchema(source, forms) })),
  }
}

const toolNames = (tools: readonly Source[]): Schema => ({
  type: 'string',
  description: 'The tool.',
  enum: tools.map(source => source.name),
  enumDescriptions: tools.map(source => source.schema.description ?? ''),
})

const choice = (key: string, { name, schema }: Source, definition: string): Schema => ({
  if: { required: [key], properties: { [key]: { const: name, description: schema.description } } },
  then: { $ref: `#/definitions/${definition}` },
})

/** The schema's own example, as what is offered where a component or step can stand. */
function snippetOf(source: Source): readonly Schema[] {
  const example = source.schema.examples?.[0]
  return example === undefined ? [] : [{ label: source.name, description: source.schema.description, body: escapeSnippet(example) }]
}

/** With the capabilities that there are, as proposals: those of the network end in an origin. */
function capabilitySchema(schema: Schema | undefined, sources: Sources): Schema {
  const names = new Set(
    [
      ...sources.tools.flatMap(source => toolSpec(source).capability ?? []),
      ...sources.components.flatMap(source => componentSpec(source, sources).capability ?? []),
    ].map(rule => (rule.scope ? `${rule.name}:https://` : rule.name)),
  )
  const properties = schema?.properties as Record<string, object> | undefined
  return { ...schema, properties: { ...properties, use: { ...properties?.use, examples: [...names] } } }
}

function withoutDescription(schema: Schema | undefined): Schema {
  const { description: _, ...rest } = schema ?? {}
  return rest
}

/** In a snippet `$` and `}` have a meaning of their own. After `^` the service inserts a text as it stands, without making JSON of it. */
function escapeSnippet(value: unknown): unknown {
  if (typeof value === 'string') return /[$}\\]/.test(value) ? `^${JSON.stringify(value).replace(/[$}\\]/g, '\\$&')}` : value
  if (Array.isArray(value)) return value.map(escapeSnippet)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escapeSnippet(inner)]))
}

function componentSchema(source: Source, sources: Sources): Schema {
  const spec = componentSpec(source, sources)
  const common = slotsOf(sources.common.schema)
  const authored = source.schema.properties ?? {}
  const own = Object.fromEntries(Object.entries(spec.slots).filter(([name]) => Object.hasOwn(authored, name) || !Object.hasOwn(common, name)))
  const written = propertiesOf([sources.common.schema, ...(spec.input === undefined ? [] : [sources.input.schema]), source.schema])
  const properties: Record<string, unknown> = {
    type: { const: source.name, description: source.schema.description },
    ...tableSchema(own, written),
    ...Object.fromEntries(
      Object.keys(common)
        .filter(name => !Object.hasOwn(own, name))
        .map(name => [name, { $ref: `#/definitions/common ${name}` }]),
    ),
    ...inputSchema(spec),
    ...(spec.children !== 'none' && { children: childrenSchema(spec) }),
  }
  return { properties: { ...properties, ...aliasSchema(spec.aliases, properties) }, required: requiredOf(spec.slots), additionalProperties: false }
}

/** A part of the app's own may bear a block's name (B52): of what has other properties than the block nothing is said. */
function blockSchema(source: Source, sources: Sources): Schema {
  const spec = blockSpec(source, sources.common)
  return {
    properties: {
      type: { const: source.name, description: source.schema.description },
      ...tableSchema(spec.slots, propertiesOf([sources.common.schema, source.schema])),
      ...(spec.children !== 'none' && { children: childrenSchema(spec) }),
    },
  }
}

/** Properties of every component, described once. */
function shared(prefix: string, slots: SlotTable, written: Readonly<Record<string, PropertySchema>>): Schema {
  return Object.fromEntries(Object.entries(tableSchema(slots, written)).map(([name, schema]) => [`${prefix} ${name}`, schema]))
}

/** Of an input: what the catalogue's notation says of the value that it edits. */
function inputSchema(spec: ComponentSpec): Schema {
  if (spec.input === undefined) return {}
  return {
    bind: { type: 'string', description: `The place in the state that is edited: ${spec.input}.` },
    value: { description: `In place of bind, with onChange: the value that is shown, ${spec.input}.` },
  }
}

function childrenSchema(spec: ComponentSpec): Schema {
  const description = spec.child === undefined ? 'What stands in it, in order.' : `What stands in it: ${spec.child}.`
  return { description, anyOf: [{ type: 'array', items: { $ref: '#/$defs/node' } }, { $ref: '#/$defs/node' }] }
}

function toolSchema(source: Source, forms: SlotTable): Schema {
  const spec: ToolSpec = toolSpec(source)
  const written = propertiesOf([source.schema])
  const properties: Record<string, unknown> = {
    do: { const: source.name, description: source.schema.description },
    ...tableSchema(forms, formDescriptions),
    ...tableSchema(spec.arguments, written),
  }
  return { properties: { ...properties, ...aliasSchema(spec.aliases, properties) }, required: requiredOf(spec.arguments), additionalProperties: false }
}

const formDescriptions: Readonly<Record<string, PropertySchema>> = {
  when: { description: 'A formula: the step runs only if it is true.' },
  out: { description: 'A name for what the tool gives, for the steps after this one.' },
  catch: { description: 'Steps that run if this one fails; empty: go on.' },
  refresh: { description: 'How often it runs again: "1h", or milliseconds.' },
}

function propertiesOf(schemas: readonly RootSchema[]): Readonly<Record<string, PropertySchema>> {
  return Object.assign({}, ...schemas.map(schema => schema.properties ?? {})) as Record<string, PropertySchema>
}

/** Slips that are put right: known, so that they are no unknown property, and marked with the right name. */
function aliasSchema(aliases: Readonly<Record<string, string>> | undefined, known: Readonly<Record<string, unknown>>): Schema {
  const all = { ...(Object.hasOwn(known, 'onPress') && { onClick: 'onPress', onTap: 'onPress' }), ...aliases }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([from]) => !Object.hasOwn(known, from))
      .map(([from, to]) => [from, { deprecationMessage: `It is called ${to} here.`, doNotSuggest: true }]),
  )
}

const requiredOf = (slots: SlotTable): readonly string[] => Object.keys(slots).filter(name => slots[name]?.required)

function tableSchema(slots: SlotTable, written: Readonly<Record<string, PropertySchema>>): Schema {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slotSchema(slot, written[name])]))
}

function slotSchema(slot: SlotSpec, written: PropertySchema | undefined): Schema {
  const events = Object.keys(slot.event ?? {})
  const what = [written?.description ?? '', events.length > 0 ? `In its formulas: ${events.map(name => `event.${name}`).join(', ')}.` : ''].join(' ').trim()
  return {
    ...(what !== '' && { description: what }),
    ...(slot.default !== undefined && slot.default !== null && { default: slot.default }),
    ...valueSchema(slot, written),
  }
}

function valueSchema(slot: SlotSpec, written: PropertySchema | undefined): Schema {
  switch (slot.kind) {
    case 'node':
      return slot.values ? { anyOf: [{ enum: slot.values }, { $ref: '#/$defs/node' }] } : { $ref: '#/$defs/node' }
    case 'nodes':
      return { $ref: '#/$defs/nodes' }
    case 'steps':
      return { $ref: '#/$defs/steps' }
    case 'lambda':
    case 'name':
    case 'data':
    case 'action':
    case 'page':
      return { type: 'string' }
    case 'path':
      return slot.element ? { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } : { type: 'string' }
    case 'formula':
      return {}
    case 'literal':
      return literalSchema(slot, written)
    case 'plain': {
      const literal = literalSchema(slot, written)
      return Object.keys(literal).length === 0 ? {} : { anyOf: [literal, formula, { type: 'null' }] }
    }
  }
}

function literalSchema(slot: SlotSpec, written: PropertySchema | undefined): Schema {
  if (slot.values && !slot.open) return { enum: slot.values }
  const types = slot.types ?? [slot.type]
  if (types.includes('any')) return slot.values ? { examples: slot.values } : {}
  const forms = types.map(type => typeSchema(type, slot, written))
  const named = slot.values ? [{ enum: slot.values }, ...forms] : forms
  return named.length === 1 ? (named[0] as Schema) : { anyOf: named }
}

function typeSchema(type: SlotSpec['type'], slot: SlotSpec, written: PropertySchema | undefined): Schema {
  switch (type) {
    case 'text':
      return { type: 'string' }
    case 'number':
      return {
        type: slot.whole ? 'integer' : 'number',
        ...(slot.min !== undefined && { minimum: slot.min }),
        ...(slot.max !== undefined && { maximum: slot.max }),
      }
    case 'bool':
      return { type: 'boolean' }
    case 'enum':
      return { enum: slot.values ?? [] }
    case 'list':
      return { type: 'array', ...(slot.fields ? { items: recordSchema(slot.fields, written?.items, slot.types !== undefined) } : {}) }
    case 'record':
      return slot.fields ? recordSchema(slot.fields, written, slot.types !== undefined) : { type: 'object' }
    case 'any':
      return {}
  }
}

/** `mixed`: elements may be something else too, a bare text for example. */
function recordSchema(fields: SlotTable, written: PropertySchema | undefined, mixed: boolean): Schema {
  return {
    ...(!mixed && { type: ['object', 'string'] }),
    properties: tableSchema(fields, written?.properties ?? {}),
    required: requiredOf(fields),
    additionalProperties: false,
  }
}
