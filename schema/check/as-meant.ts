/** A component or a step with its misnamed keys read as what they were meant as, so that one slip is one issue and not five. */

import type { Fix } from '../issue.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { isRecord, recordOf } from './kinds.ts'
import type { Near } from './nearest.ts'
import { renameTo } from './repairs.ts'

export interface Slip {
  /** The key that is none. */
  readonly key: string
  readonly near: Near | undefined
  readonly fix: Fix | undefined
  /** It holds keys that belong beside it. */
  readonly lifted?: true
}

export interface AsMeant {
  readonly record: JsonObject
  /** Where the value under a key was written. */
  place(key: string): Path
  readonly slips: readonly Slip[]
}

interface Known {
  /** All keys that there are. */
  readonly names: readonly string[]
  readonly required: readonly string[]
  /** Keys under which others keep all of them: `props`, `args`. */
  readonly wrappers: ReadonlySet<string>
  nearest(key: string, free: readonly string[], missing: readonly string[]): Near | undefined
}

/** A record that has no slip. */
export function asWritten(record: JsonObject, at: Path): AsMeant {
  return { record, place: key => [...at, key], slips: [] }
}

/** Reads a record by the names that it may have. A key that has its name already beside it, or could be several, is left out. */
export function readAsMeant(written: JsonObject, at: Path, known: Known): AsMeant {
  const keys = Object.keys(written)
  const names = new Set(known.names)
  const stray = keys.filter(key => !names.has(key))
  if (stray.length === 0) return asWritten(written, at)
  const free = known.names.filter(name => !Object.hasOwn(written, name))
  const missing = known.required.filter(name => !Object.hasOwn(written, name))
  const places = new Map<string, Path>()
  const entries = new Map<string, Json>(keys.filter(key => names.has(key)).map(key => [key, written[key] as Json]))
  const take = (name: string, value: Json, place: Path): void => {
    entries.set(name, value)
    places.set(name, place)
  }
  const slips = stray.map((key): Slip => {
    const value = written[key] as Json
    if (isRecord(value) && known.wrappers.has(key)) {
      const inner = Object.keys(value)
      if (inner.length > 0 && inner.every(name => names.has(name) && !entries.has(name))) {
        for (const name of inner) take(name, value[name] as Json, [...at, key, name])
        const edits = [{ remove: formatPointer([...at, key]) }, ...inner.map(name => ({ set: formatPointer([...at, name]), value: value[name] }))]
        return { key, near: undefined, fix: { title: 'Write them without it', edits }, lifted: true }
      }
    }
    const near = known.nearest(
      key,
      free.filter(name => !entries.has(name)),
      missing,
    )
    if (near?.sure && !entries.has(near.name)) take(near.name, value, [...at, key])
    return { key, near: near ?? known.nearest(key, known.names, []), fix: near ? renameTo([...at, key], near, written).fix : undefined }
  })
  return { record: recordOf(entries), place: key => places.get(key) ?? [...at, key], slips }
}
