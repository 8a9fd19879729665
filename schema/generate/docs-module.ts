/** `schema/generated/docs.json`: descriptions for stories, the editor and the reference; the page does not load it. */
import type { Json } from '../json/json.ts'
import type { PropertySchema, Source, Sources } from './source-schema.ts'
import { toolSignature } from './tool-lines.ts'

export function docsText(sources: Sources): string {
  const group = (list: readonly Source[]): Record<string, unknown> =>
    Object.fromEntries(
      list.map(({ file, name, schema }) => [
        name,
        {
          group: schema['x-group'],
          ...(schema['x-family'] !== undefined && { family: schema['x-family'] }),
          description: schema.description,
          ...(schema['x-instead'] !== undefined && { instead: schema['x-instead'] }),
          properties: describe(schema),
          ...(schema['x-errors'] !== undefined && { signature: toolSignature({ file, name, schema }), errors: schema['x-errors'] }),
          ...(schema['x-bind'] !== undefined && { input: schema['x-bind'] }),
          ...(schema.examples && { example: schema.examples[0] as Json }),
        },
      ]),
    )
  const docs = {
    common: describe(sources.common.schema),
    input: describe(sources.input.schema),
    components: group(sources.components),
    blocks: group(sources.blocks),
    tools: group(sources.tools),
  }
  return `${JSON.stringify(docs, null, 1)}\n`
}

function describe(schema: PropertySchema): Record<string, unknown> {
  const required = new Set(schema.required ?? [])
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      {
        description: property.description,
        ...(property.default !== undefined && { default: property.default }),
        ...(property.enum && { values: property.enum }),
        ...(required.has(name) && { required: true }),
        ...(property['x-slot'] && { slot: property['x-slot'] }),
        ...(property['x-event'] && { event: property['x-event'] }),
        ...(property.items?.properties && { each: describe(property.items) }),
        ...(property.properties && { fields: describe(property) }),
      },
    ]),
  )
}
