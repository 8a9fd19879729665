/**
 * The state of one app: plain JSON, changed only through transactions (B62).
 *
 * A transaction gives patches, which name the changed paths; they feed the subscriptions, the undo history and whoever persists.
 */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { StatePatch } from '../contracts.ts'
import { ToolFailure } from '../ports.ts'
import { type Draft, type Written, writePatches, writeState } from './draft.ts'
import { createPathSignals, valueAt } from './path-signals.ts'
import { sizeOf } from './size.ts'

export interface Change {
  readonly patches: readonly StatePatch[]
  readonly inverse: readonly StatePatch[]
  /** The whole state before it and after it. */
  readonly before: JsonObject
  readonly after: JsonObject
}

export interface Store {
  /** The whole state; not subscribed to. */
  readonly value: JsonObject
  /** Subscribes whoever computes at the moment. */
  read(path: Path): Json
  peek(path: Path): Json
  /**
   * Runs `recipe` on a draft; a recipe that throws leaves everything as it was. Null when nothing changed.
   * Throws a `ToolFailure` where the state would grow past its limit (section 9), unless `bounded` is false.
   */
  transact(recipe: (draft: Draft) => void, options?: { readonly bounded?: boolean }): Change | null
  /** Writes patches as they stand (undo, another tab). */
  apply(patches: readonly StatePatch[]): Change | null
}

export function createStore(initial: JsonObject, onChange: (change: Change) => void): Store {
  let value = initial
  const signals = createPathSignals(initial)
  let size = sizeOf(initial)

  function take(written: Written | null): Change | null {
    if (!written) return null
    const { patches, inverse, after } = written
    const change = { patches, inverse, before: value, after }
    value = after
    size += written.grown
    signals.adopt(after, patches)
    onChange(change)
    return change
  }

  return {
    get value() {
      return value
    },
    read: path => signals.read(path),
    peek: path => valueAt(value, path),
    transact(recipe, { bounded = true } = {}) {
      const written = writeState(value, recipe)
      if (bounded && written && written.grown > 0 && size + written.grown > LIMITS.stateBytes) {
        const most = LIMITS.stateBytes / 1_000_000
        throw new ToolFailure('too-large', `An app can hold ${most} MB, and this would be more, so nothing was written. Remove something first.`)
      }
      return take(written)
    },
    apply: patches => take(writeState(value, draft => writePatches(draft, patches))),
  }
}
