import type { StatePatch } from '../../engine/contracts.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'

/**
 * Applies the patches of one commit to plain JSON and gives the new value; nothing is mutated.
 *
 * The patches are those of the engine: `add` into a list inserts, `replace` of a list's
 * `length` shortens it, the empty path is the whole. Names are own properties only, `__proto__` too.
 * Throws a `RangeError` where a patch does not fit the value: the log it came from is damaged.
 */
export function applyStatePatches(state: JsonObject, patches: readonly StatePatch[]): JsonObject {
  let result: Json = state
  for (const patch of patches) result = applyAt(result, patch.path, 0, patch)
  if (!isRecord(result)) throw new RangeError('a patch replaced the state by something that is no record')
  return result
}

function applyAt(node: Json | undefined, path: Path, depth: number, patch: StatePatch): Json {
  if (depth === path.length) {
    if (patch.op === 'remove' || patch.value === undefined) throw misfit(patch)
    return patch.value
  }
  const key = path[depth]!
  const last = depth === path.length - 1
  if (Array.isArray(node)) return inList(node, key, last, path, depth, patch)
  if (isRecord(node)) return inRecord(node, key, last, path, depth, patch)
  throw misfit(patch)
}

function inList(list: readonly Json[], key: string | number, last: boolean, path: Path, depth: number, patch: StatePatch): Json {
  const copy = list.slice()
  if (key === 'length') {
    if (!last || typeof patch.value !== 'number' || patch.value > list.length) throw misfit(patch)
    return copy.slice(0, patch.value)
  }
  const index = typeof key === 'number' ? key : /^(0|[1-9][0-9]*)$/.test(key) ? Number(key) : -1
  const inserts = last && patch.op === 'add'
  if (index < 0 || index > list.length || (index === list.length && !(last && patch.op !== 'remove'))) throw misfit(patch)
  if (last && patch.op === 'remove') copy.splice(index, 1)
  else if (inserts) copy.splice(index, 0, applyAt(undefined, path, depth + 1, patch))
  else copy[index] = applyAt(list[index], path, depth + 1, patch)
  return copy
}

function inRecord(record: JsonObject, key: string | number, last: boolean, path: Path, depth: number, patch: StatePatch): Json {
  const name = String(key)
  const copy: Record<string, Json> = {}
  let found = false
  for (const field of Object.keys(record)) {
    if (field !== name) define(copy, field, record[field]!)
    else {
      found = true
      if (!(last && patch.op === 'remove')) define(copy, name, applyAt(record[field], path, depth + 1, patch))
    }
  }
  if (!found) {
    if (!last || patch.op === 'remove') throw misfit(patch)
    define(copy, name, applyAt(undefined, path, depth + 1, patch))
  }
  return copy
}

/** `record[name] = value`, but an own property even for `__proto__`. */
function define(record: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
  else record[name] = value
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function misfit(patch: StatePatch): RangeError {
  return new RangeError(`a patch (${patch.op} at ${JSON.stringify(patch.path)}) does not fit the state`)
}
