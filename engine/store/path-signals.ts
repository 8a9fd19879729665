/**
 * One signal for each state path that somebody reads, kept in a trie.
 *
 * Laws: `read` of a path that nothing changed notifies nobody; a change notifies the readers of the
 * changed path, of every path above it and of every path below it whose value is another one.
 */
import { batch, type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import type { StatePatch } from '../contracts.ts'

interface PathNode {
  readonly signal: Signal<Json>
  below: Map<string | number, PathNode> | null
}

export interface PathSignals {
  /** The value at `path`; whoever computes at the moment is told when it changes. */
  read(path: Path): Json
  /** Takes over a new root in which only what `patches` wrote differs. */
  adopt(root: JsonObject, patches: readonly StatePatch[]): void
}

export function createPathSignals(initial: JsonObject): PathSignals {
  const top: PathNode = { signal: signal<Json>(initial), below: null }

  function nodeAt(path: Path): PathNode {
    let node = top
    for (let depth = 0; depth < path.length; depth++) {
      const key = path[depth] as string | number
      node = node.below?.get(key) ?? addBelow(node, key)
    }
    return node
  }

  function addBelow(node: PathNode, key: string | number): PathNode {
    const next: PathNode = { signal: signal<Json>(memberOf(node.signal.peek(), key)), below: null }
    node.below ??= new Map()
    node.below.set(key, next)
    return next
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

  /** Everything below `path` may be another. */
  function take(path: Path, root: JsonObject): void {
    let node: PathNode = top
    let value: Json = root
    for (let depth = 0; depth < path.length; depth++) {
      const key = path[depth] as string | number
      const next = node.below?.get(key)
      if (!next) return
      value = memberOf(value, key)
      node = next
      node.signal.value = value
    }
    refreshBelow(node, value)
  }

  return {
    read: path => nodeAt(path).signal.value,
    adopt(root, patches) {
      const [only] = patches
      const changed = patches.length === 1 && only ? [changedBy(only)] : patches.map(changedBy).sort((a, b) => a.length - b.length)
      batch(() => {
        top.signal.value = root
        // From the root down: what is under a list whose elements moved, or a value that was replaced, is then up to date before a patch names it by the place that it had.
        for (const path of changed) take(path, root)
      })
    },
  }
}

/** Where something comes into a list or goes out of it, the elements behind it are others too. */
function changedBy({ op, path }: StatePatch): Path {
  return op !== 'replace' && typeof path[path.length - 1] === 'number' ? path.slice(0, -1) : path
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
