/** The edit that leads from one document to another: the least that has to be put and dropped. */
import { isList, isRecord, own } from '../check/kinds.ts'
import { equalJson } from '../check/validator-runtime.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import type { Edit } from './edit.ts'
import { MOST_OPS } from './read-op.ts'

/**
 * An edit that makes `to` of `from`, key by key, in order and content; `base` is the hash of `from`.
 * With the two documents of an edit the other way round it takes that edit back.
 */
export function editBetween(from: JsonObject, to: JsonObject, base: string): Edit {
  const ops: JsonObject[] = []
  compareRecords(from, to, [], ops)
  return { edit: 1, base, ops: ops.length <= MOST_OPS ? ops : wholeSections(from, to) }
}

/** Where nearly all is another: section by section. */
function wholeSections(from: JsonObject, to: JsonObject): JsonObject[] {
  const gone = Object.keys(from).filter(section => !Object.hasOwn(to, section))
  return [...gone.map(section => ({ drop: [section] })), ...Object.keys(to).map(section => ({ put: [section], value: to[section] as Json }))]
}

function compareRecords(from: JsonObject, to: JsonObject, at: Path, ops: JsonObject[]): void {
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) ops.push({ drop: [...at, key] })
  for (const key of Object.keys(to)) compare(own(from, key), to[key] as Json, [...at, key], ops)
}

function compare(from: Json | undefined, to: Json, at: Path, ops: JsonObject[]): void {
  if (from !== undefined && equalJson(from, to) && sameOrder(from, to)) return
  if (isRecord(from) && isRecord(to) && keepsOrder(from, to)) compareRecords(from, to, at, ops)
  else if (isList(from) && isList(to) && from.length === to.length)
    for (const [index, element] of to.entries()) compare(from[index], element, [...at, index], ops)
  else ops.push({ put: [...at], value: to })
}

/** Whether dropping what is gone and putting what is new leaves the keys in the order of `to`. */
function keepsOrder(from: JsonObject, to: JsonObject): boolean {
  const kept = Object.keys(from).filter(key => Object.hasOwn(to, key))
  const added = Object.keys(to).filter(key => !Object.hasOwn(from, key))
  return [...kept, ...added].join('\0') === Object.keys(to).join('\0')
}

function sameOrder(a: Json, b: Json): boolean {
  if (isList(a) && isList(b)) return a.every((element, index) => sameOrder(element, b[index] as Json))
  if (!isRecord(a) || !isRecord(b)) return true
  const keys = Object.keys(a)
  return keys.join('\0') === Object.keys(b).join('\0') && keys.every(key => sameOrder(a[key] as Json, b[key] as Json))
}
