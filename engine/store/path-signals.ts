/**
 * One signal for each state path that somebody reads, kept in a trie.
 *
 * Laws: `read` of a path that nothing changed notifies nobody; a change notifies the readers of the
 * changed path, of every path above it and of every path below it whose value is another one.
 */
import { type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'

interface PathNode {
  readonly signal: Signal<Json>
  below: Map<string | number, PathNode> | null
}

export interface PathSignals {
  /** The value at `path`; whoever computes at the moment is told when it changes. */
  read(path: Path): Json
  /** Takes over a new root in which only `changed` paths may differ. */
  adopt(root: JsonObject, changed: readonly Path[]): void
}

export function createPathSignals(initial: JsonObject): PathSignals {
  const top: PathNode = { signal: signal<Json>(initial), below: null }

  function nodeAt(path: Path): PathNode {
    let node = top
    let value: Json = top.signal.peek()
    for (const key of path) {
      value = memberOf(value, key)
      node.below ??= new Map()
      let next = node.below.get(key)
      if (!next) {
        next = { signal: signal<Json>(value), below: null }
        node.below.set(key, next)
      }
      node = next
    }
    return node
  }

  function refreshBelow(node: PathNode, value: Json): void {
    if (!node.below) return
    for (const [key, next] of node.below) {
      const under = memberOf(value, key)
      if (next.signal.peek() === under) continue
      next.signal.value = under
      refreshBelow(next, under)
    }
  }

  function take(path: Path, root: JsonObject): void {
    let node: PathNode = top
    let value: Json = root
    for (const key of path) {
      // A list's length is the list's own business: whoever reads the list or past its end is told through it.
      if (key === 'length' && Array.isArray(value)) break
      value = memberOf(value, key)
      const next = node.below?.get(key)
      if (!next) return
      node = next
      node.signal.value = value
    }
    refreshBelow(node, value)
  }

  return {
    read: path => nodeAt(path).signal.value,
    adopt(root, changed) {
      top.signal.value = root
      for (const path of changed) take(path, root)
    },
  }
}

/** An own field of a record or an element of a list; null where there is none (B25, B27). */
export function memberOf(value: Json, key: string | number): Json {
  if (value === null || typeof value !== 'object') return null
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] ?? null) : /^\d+$/.test(key) ? (value[Number(key)] ?? null) : null
  return Object.hasOwn(value, key) ? ((value as JsonObject)[key] ?? null) : null
}

/** The value at `path` below `value`. */
export function valueAt(value: Json, path: Path): Json {
  let current = value
  for (const key of path) current = memberOf(current, key)
  return current
}
