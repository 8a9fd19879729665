/**
 * The state of one app: plain JSON, changed only through transactions (B62).
 *
 * A transaction is an immer recipe; its patches name the changed paths, and they feed the
 * subscriptions, the undo history and whoever persists.
 */
import { enablePatches, Immer } from 'immer'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import type { StatePatch } from '../contracts.ts'
import { createPathSignals, valueAt } from './path-signals.ts'

enablePatches()
// Freezing what is written costs more than writing it, and nothing outside the recipe can reach the state.
const immer = new Immer({ autoFreeze: false })

/** A state under change: the recipe may write into it. */
export type Draft = { [key: string]: unknown }

export interface Change {
  readonly patches: readonly StatePatch[]
  readonly inverse: readonly StatePatch[]
}

export interface Store {
  /** The whole state; not subscribed to. */
  readonly value: JsonObject
  /** Subscribes whoever computes at the moment. */
  read(path: Path): Json
  peek(path: Path): Json
  /** Runs `recipe` on a draft; a recipe that throws leaves everything as it was. Null when nothing changed. */
  transact(recipe: (draft: Draft) => void): Change | null
  /** Writes patches as they stand (undo, another tab). */
  apply(patches: readonly StatePatch[]): Change | null
}

export function createStore(initial: JsonObject, onChange: (change: Change) => void): Store {
  let value = initial
  const signals = createPathSignals(initial)

  function take(next: JsonObject, change: Change): Change | null {
    if (next === value) return null
    value = next
    signals.adopt(
      next,
      change.patches.map(patch => patch.path),
    )
    onChange(change)
    return change
  }

  return {
    get value() {
      return value
    },
    read: path => signals.read(path),
    peek: path => valueAt(value, path),
    transact(recipe) {
      const [next, patches, inverse] = immer.produceWithPatches(value as Draft, draft => void recipe(draft))
      return take(next as JsonObject, { patches: patches as StatePatch[], inverse: inverse as StatePatch[] })
    },
    apply(patches) {
      const [next, made, inverse] = immer.produceWithPatches(value as Draft, draft => void writePatches(draft, patches))
      return take(next as JsonObject, { patches: made as StatePatch[], inverse: inverse as StatePatch[] })
    },
  }
}

function writePatches(draft: Draft, patches: readonly StatePatch[]): void {
  for (const { op, path, value } of patches) {
    const key = path[path.length - 1]
    let parent: unknown = draft
    for (const step of path.slice(0, -1)) parent = ownMember(parent, step)
    if (key === undefined || parent === null || typeof parent !== 'object') continue
    if (Array.isArray(parent)) {
      if (key === 'length') parent.length = Number(value)
      else if (op === 'remove') parent.splice(Number(key), 1)
      else if (op === 'add') parent.splice(Number(key), 0, value)
      else parent[Number(key)] = value
    } else if (op === 'remove') delete (parent as Draft)[String(key)]
    else if (key !== '__proto__' || Object.hasOwn(parent, key)) (parent as Draft)[String(key)] = value
  }
}

/** A patch may come late, when what it names is gone: nothing that is inherited may stand in for it (S9). */
function ownMember(parent: unknown, key: string | number): unknown {
  return parent !== null && typeof parent === 'object' && Object.hasOwn(parent, key) ? (parent as Record<string | number, unknown>)[key] : undefined
}
