/** Changing plain JSON without mutating it: the containers along a path are copied, the rest is shared. */
import { isList, isRecord, own, recordOf } from '../check/kinds.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'

/**
 * The value with what stands at `path` put through `recipe`; undefined takes it out of its record or
 * list. A new key comes last in its record, an index one past the end appends.
 *
 * @throws RangeError where the path leads nowhere
 */
export function changeAt(value: Json, path: Path, recipe: (old: Json | undefined) => Json | undefined): Json {
  const [step, ...rest] = path
  if (step === undefined) return recipe(value) as Json
  const inner = (old: Json | undefined): Json | undefined => {
    if (rest.length === 0) return recipe(old)
    if (old === undefined) throw new RangeError(`There is nothing at ${JSON.stringify(step)}.`)
    return changeAt(old, rest, recipe)
  }
  if (isList(value)) {
    const index = Number(step)
    const next = inner(value[index])
    return next === undefined ? value.toSpliced(index, 1) : value.toSpliced(index, 1, next)
  }
  if (!isRecord(value)) throw new RangeError(`There is nothing in which ${JSON.stringify(step)} could stand.`)
  const key = String(step)
  const next = inner(own(value, key))
  const entries = Object.keys(value).map(name => [name, value[name] as Json] as const)
  if (next === undefined) return recordOf(entries.filter(([name]) => name !== key))
  return Object.hasOwn(value, key) ? recordOf(entries.map(([name, old]) => [name, name === key ? next : old])) : recordOf([...entries, [key, next]])
}

/** `changeAt` of a whole document, which stays a record: the path must not be empty. */
export function changeDocument(document: JsonObject, path: Path, recipe: (old: Json | undefined) => Json | undefined): JsonObject {
  return changeAt(document, path, recipe) as JsonObject
}
