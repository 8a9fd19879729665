/**
 * Takes one change back after others have come: what it added goes, what it removed comes back to its neighbours, what
 * it wrote is as before, and whatever was changed since stays as it is.
 */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { equals, identityOf, isList, isRecord } from '../formula/values.ts'

const same = (a: Json | undefined, b: Json | undefined): boolean => a === b || (a !== undefined && b !== undefined && equals(a, b, { count: 0 }))

/** `now` without what made `after` of `before`. */
export function takeBack(before: JsonObject, after: JsonObject, now: JsonObject): JsonObject {
  const record: { [key: string]: Json } = {}
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const value = valueBack(ownOf(before, key), ownOf(after, key), ownOf(now, key))
    if (value !== undefined) Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return record
}

function ownOf(record: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function valueBack(before: Json | undefined, after: Json | undefined, now: Json | undefined): Json | undefined {
  if (before === after || same(before, after)) return now
  if (now === after || same(now, after)) return before
  if (before === undefined || after === undefined || now === undefined) return now
  if (isList(before) && isList(after) && isList(now)) return listBack(before, after, now)
  if (isRecord(before) && isRecord(after) && isRecord(now)) return takeBack(before, after, now)
  return now
}

function listBack(before: readonly Json[], after: readonly Json[], now: readonly Json[]): readonly Json[] {
  const nameOf = [before, after, now].every(haveIds) ? idOf : identityOf
  const [then, written, present] = [named(before, nameOf), named(after, nameOf), named(now, nameOf)]
  const kept = new Map<string, Json>()
  for (const [name, element] of present) {
    if (written.has(name) && !then.has(name)) continue
    kept.set(name, valueBack(then.get(name), written.get(name), element) ?? null)
  }
  const order = orderBack([...then.keys()], [...written.keys()], [...kept.keys()])
  // What was removed comes back behind the nearest of those that stood before it.
  const names = [...then.keys()]
  names.forEach((name, at) => {
    if (written.has(name) || kept.has(name)) return
    let beside = at - 1
    while (beside >= 0 && !kept.has(names[beside] as string)) beside--
    order.splice(beside < 0 ? 0 : order.indexOf(names[beside] as string) + 1, 0, name)
    kept.set(name, then.get(name) ?? null)
  })
  return order.map(name => kept.get(name) ?? null)
}

/** The order as it was, where the change moved elements and nobody has moved them since. */
function orderBack(then: readonly string[], written: readonly string[], present: readonly string[]): string[] {
  const [before, after] = [new Set(then), new Set(written)]
  const common = new Set(present.filter(name => before.has(name) && after.has(name)))
  const of = (names: readonly string[]) => names.filter(name => common.has(name))
  const [first, moved, current] = [of(then), of(written), of(present)]
  if (first.join('\0') === moved.join('\0') || moved.join('\0') !== current.join('\0')) return [...present]
  let next = 0
  return present.map(name => (common.has(name) ? (first[next++] as string) : name))
}

function named(list: readonly Json[], nameOf: (element: Json) => string): Map<string, Json> {
  const names = new Map<string, Json>()
  for (const element of list) {
    const name = nameOf(element)
    let own = name
    for (let turn = 2; names.has(own); turn++) own = `${name} ${turn}`
    names.set(own, element)
  }
  return names
}

function haveIds(list: readonly Json[]): boolean {
  const ids = list.map(element => (isRecord(element) ? ownOf(element, 'id') : undefined))
  return ids.every(id => typeof id === 'string' || typeof id === 'number') && new Set(ids).size === ids.length
}

function idOf(element: Json): string {
  return identityOf((element as JsonObject).id ?? null)
}
