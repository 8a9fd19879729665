/**
 * Short ids of components, for a model that edits (B80): `n1`, `n2`, … in the order of the document.
 *
 * They are a way to point, and no part of the app: a stored document has none, the same document is
 * always given the same ones, and none of them is an id that the author wrote.
 */
import { isList, isRecord, isText, own, recordOf } from '../check/kinds.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { setOwn } from '../json/own.ts'
import { nodePlaces } from './node-places.ts'

/** The property that holds a short id; no component has one of that name. */
export const SHORT_ID = '#'

/** The document with a short id on each component, its first property. Bare texts have none. */
export function withNodeIds(document: JsonObject): JsonObject {
  const copy = copyOf(document) as JsonObject
  const nodes = nodePlaces(copy)
    .map(({ node }) => node)
    .filter(isRecord)
  const written = new Set(nodes.map(node => own(node, 'id')))
  let count = 0
  for (const node of nodes) {
    do count += 1
    while (written.has(`n${count}`))
    rewrite(node, [[SHORT_ID, `n${count}`], ...entriesWithoutId(node)])
  }
  return copy
}

/** The document without short ids, also where whoever edited copied one. */
export function withoutNodeIds(document: JsonObject): JsonObject {
  const copy = copyOf(document) as JsonObject
  for (const { node } of nodePlaces(copy)) if (isRecord(node) && Object.hasOwn(node, SHORT_ID)) rewrite(node, entriesWithoutId(node))
  return copy
}

/** The short id of a component, where it has one. */
export function shortIdOf(node: Json): string | undefined {
  const id = isRecord(node) ? own(node, SHORT_ID) : undefined
  return isText(id) ? id : undefined
}

const entriesWithoutId = (node: JsonObject): (readonly [string, Json])[] =>
  Object.keys(node)
    .filter(key => key !== SHORT_ID)
    .map(key => [key, node[key] as Json] as const)

function copyOf(value: Json): Json {
  if (isList(value)) return value.map(copyOf)
  return isRecord(value) ? recordOf(Object.keys(value).map(key => [key, copyOf(value[key] as Json)] as const)) : value
}

/** Only ever done to a copy that nobody else has seen. */
function rewrite(node: JsonObject, entries: readonly (readonly [string, Json])[]): void {
  const record = node as Record<string, Json>
  for (const key of Object.keys(record)) delete record[key]
  for (const [key, value] of entries) setOwn(record, key, value)
}
