import { ToolFailure } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { parseJson } from '../schema/json/parse-json.ts'
import { numberOf, type Tool, textOf } from './tool.ts'

/** An error says the line and column. */
export const jsonParse: Tool = args => {
  const { value, fault } = parseJson(textOf(args.text))
  if (fault || value === undefined)
    throw new ToolFailure('bad-json', fault ? `Line ${fault.line}, column ${fault.column}: ${fault.message}` : 'The text is empty.')
  return value
}

export const jsonFormat: Tool = args =>
  JSON.stringify(args.sortKeys === true ? sorted(args.value ?? null) : (args.value ?? null), null, numberOf(args.indent, 2))

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted((value as JsonObject)[key] ?? null)]),
  )
}
