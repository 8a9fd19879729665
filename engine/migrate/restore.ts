/** Putting back what an earlier change of type left behind (B81), under what was entered since. */
import { isList, isRecord, recordOf } from '../../schema/check/kinds.ts'
import { equalJson } from '../../schema/check/validator-runtime.ts'
import type { Type } from '../../schema/formula/types.ts'
import type { Json } from '../../schema/json/json.ts'
import { convert, identityOf } from './convert.ts'
import { emptyValue } from './state-fit.ts'

/**
 * `now` as a value of `type`, with what `was` said more than `left` did, where `left` is what had become of
 * `was` at the time: three ways meet, and what was entered since then counts. Undefined where there is no such
 * value. A `left` that is undefined stands for nothing.
 */
export function restore(now: Json | undefined, left: Json | undefined, was: Json | undefined, type: Type): Json | undefined {
  if (was !== undefined && equalJson(now, left)) {
    const back = convert(was, type)
    if (back !== undefined) return back
  }
  if (now === undefined) return undefined
  if (type.kind === 'list' && isList(now) && isList(left) && isList(was)) return restoreList(now, left, was, type.of)
  if (type.kind === 'record' && isRecord(now) && isRecord(left) && isRecord(was)) {
    return recordOf(
      [...type.fields].map(([name, field]) => {
        const [mine, then, before] = [now, left, was].map(record => (Object.hasOwn(record, name) ? record[name] : undefined))
        return [name, restore(mine, then, before, field) ?? emptyValue(field)] as const
      }),
    )
  }
  return convert(now, type)
}

function restoreList(now: readonly Json[], left: readonly Json[], was: readonly Json[], type: Type): Json | undefined {
  const restored: Json[] = []
  for (const [index, element] of now.entries()) {
    const then = sameThing(element, index, now, left)
    // Elements kept their places when `left` was made of `was`.
    const next = restore(element, left[then], was[then], type)
    if (next === undefined) return undefined
    restored.push(next)
  }
  return restored
}

/** Where the element stood: the one with its id; without ids the one that is equal, or the one in its place that was changed there. -1 for one that is new. */
function sameThing(element: Json, index: number, now: readonly Json[], left: readonly Json[]): number {
  const id = identityOf(element)
  if (id !== undefined) {
    const [at, second] = placesOf(left, other => identityOf(other) === id)
    return at !== undefined && second === undefined ? at : -1
  }
  if (equalJson(left[index], element)) return index
  const [at, second] = placesOf(left, other => equalJson(other, element))
  if (at !== undefined) return second === undefined ? at : -1
  const changedInPlace = now.length === left.length && !now.some(other => equalJson(other, left[index]))
  return changedInPlace ? index : -1
}

const placesOf = (list: readonly Json[], is: (element: Json) => boolean): readonly number[] =>
  [...list.entries()].filter(([, element]) => is(element)).map(([index]) => index)
