/** Each block held to what holds for every app: as one of its own, with its properties in the state, it has no issue. */

import { isList, isRecord, recordOf } from '../check/kinds.ts'
import { checkBlueprint } from '../check/load-blueprint.ts'
import { tools } from '../generated/catalog.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { slotsOf } from './slots.ts'
import type { Source, Sources } from './source-schema.ts'

export function blockProblems(sources: Sources): readonly string[] {
  return sources.blocks.flatMap(source => [
    ...checkBlueprint(blockAsApp(source)).map(({ at, message }) => `${source.file}: ${at}: ${message}`),
    ...toolNames(source.schema['x-view'] ?? null)
      .filter(name => tools.get(name)?.capability)
      .map(name => `${source.file}: "${name}" needs a capability; a block asks for nothing (B52)`),
  ])
}

const typeNames: Readonly<Record<string, Json>> = { text: 'text', enum: 'text', number: 'number', bool: 'bool', list: ['any'] }

/** The block's view as an app: what its use would give is in the state, what it would do is an action, what would stand in its Slots is a text. */
export function blockAsApp({ name, schema }: Source): JsonObject {
  const slots = Object.entries(slotsOf(schema)).filter(([, { kind }]) => kind !== 'name')
  const entries = slots
    .filter(([, slot]) => slot.kind !== 'steps')
    .map(([key, slot]): [string, Json] => [key, { type: slot.kind === 'path' ? readType(slot.bind ?? 'any') : (typeNames[slot.type] ?? 'any') }])
  const actions = slots.filter(([, slot]) => slot.kind === 'steps').map(([key]): [string, Json] => [key, []])
  return {
    blueprint: 1,
    app: { name },
    state: { ...recordOf(entries), ...schema['x-state'] },
    view: withoutSlots(schema['x-view'] ?? null),
    ...(actions.length > 0 && { actions: recordOf(actions) }),
  }
}

/** `[any]` is a list in the notation of B11 written as one text. */
function readType(text: string): Json {
  return text.startsWith('[') ? [readType(text.slice(1, -1))] : text.startsWith('{') ? (JSON.parse(text) as Json) : text
}

function withoutSlots(value: Json): Json {
  if (isList(value)) return value.map(withoutSlots)
  if (!isRecord(value)) return value
  if (value.type === 'Slot') return { type: 'Text', text: '…' }
  return recordOf(Object.keys(value).map((key): [string, Json] => [key, withoutSlots(value[key] as Json)]))
}

function toolNames(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(toolNames)
  if (!isRecord(value)) return []
  return [...(typeof value.do === 'string' ? [value.do] : []), ...Object.values(value as Record<string, Json>).flatMap(toolNames)]
}
