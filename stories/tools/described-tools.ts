/** The tools as their pages show them, from what is generated. */
import type { ToolSpec } from '../../schema/catalog.ts'
import { tools } from '../../schema/generated/catalog.ts'
import docs from '../../schema/generated/docs.json' with { type: 'json' }
import type { JsonObject } from '../../schema/json/json.ts'

export interface DescribedTool {
  readonly spec: ToolSpec
  readonly group: string
  readonly about: string
  readonly signature: string
  /** Its arguments, each with what it is for. */
  readonly arguments: Readonly<Record<string, string>>
  /** Its own failures, each with what to do. */
  readonly errors: Readonly<Record<string, string>>
  readonly example: JsonObject
}

interface Entry {
  readonly group: string
  readonly description: string
  readonly signature: string
  readonly errors: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, { readonly description: string }>>
  readonly example: JsonObject
}

const entries = docs.tools as unknown as Readonly<Record<string, Entry>>

export const describedTools: ReadonlyMap<string, DescribedTool> = new Map(
  [...tools].map(([name, spec]) => {
    const { group, description, signature, errors, properties, example } = entries[name] as Entry
    const words = Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, property.description]))
    return [name, { spec, group, about: description, signature, arguments: words, errors, example }]
  }),
)

/** Those of a group, by name. */
export function toolsOf(group: string): readonly DescribedTool[] {
  return [...describedTools.values()].filter(tool => tool.group === group)
}
