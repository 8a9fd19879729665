/**
 * The state of one app: plain JSON, changed only through transactions (B62).
 *
 * A transaction is an immer recipe; its patches name the changed paths, and they feed the
 * subscriptions, the undo history and whoever persists.
 */
import { enablePatches, Immer } from 'immer'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { StatePatch } from '../contracts.ts'
import { ToolFailure } from '../ports.ts'
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
  /** As JSON text, about: kept by what the patches add and take away. */
  let size = sizeOf(initial)

  function take(next: JsonObject, change: Change): Change | null {
    if (next === value) return null
    value = next
    size += sizeOfPatches(change.patches) - sizeOfPatches(change.inverse)
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
    transact(recipe, { bounded = true } = {}) {
      const [next, patches, inverse] = immer.produceWithPatches(value as Draft, draft => void recipe(draft))
      const change = { patches: patches as StatePatch[], inverse: inverse as StatePatch[] }
      if (bounded) {
        const grown = size + sizeOfPatches(change.patches) - sizeOfPatches(change.inverse)
        if (grown > LIMITS.stateBytes && grown > size) {
          const most = LIMITS.stateBytes / 1_000_000
          throw new ToolFailure('too-large', `An app can hold ${most} MB, and this would be more, so nothing was written. Remove something first.`)
        }
      }
      return take(next as JsonObject, change)
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

function sizeOfPatches(patches: readonly StatePatch[]): number {
  return patches.reduce((sum, { value }) => sum + (value === undefined ? 0 : sizeOf(value)), 0)
}

/** The length of a value as JSON text, within a few percent. */
function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2
  if (value === null || typeof value !== 'object') return 5
  let sum = 2
  if (Array.isArray(value)) for (const element of value as readonly Json[]) sum += sizeOf(element) + 1
  else for (const [key, field] of Object.entries(value as JsonObject)) sum += key.length + 4 + sizeOf(field)
  return sum
}
