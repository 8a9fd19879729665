/**
 * One cell for each node of a document that is still streaming: what is known of it grows in place,
 * and the version tells whoever draws it to look again.
 */
import { type Signal, signal } from '@preact/signals-core'
import type { Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'

/** Siblings are drawn in groups of this many. */
export const GROUP_SIZE = 32

export interface NodeCell {
  readonly version: Signal<number>
  /** Grows with its `children`, but for the first of each group, which is a matter of the node itself; made for who asks (`insideOf`). */
  inside: Signal<number> | null
  closed: boolean
  /** Once it has closed: the node with its slips put right (B5). */
  closedAs: JsonObject | null
  /** The string property that is open at the moment, and as much of it as has arrived. */
  growing: { readonly key: string; readonly text: string } | null
  /** The property that is open at the moment and holds a list or a record: it counts once it has closed (S7). */
  opening: string | null
  /** What the check said when it closed. */
  issues: readonly Issue[]
}

export interface Cells {
  of(node: object): NodeCell | undefined
  open(node: object): NodeCell
}

export function createCells(): Cells {
  const cells = new WeakMap<object, NodeCell>()
  return {
    of: node => cells.get(node),
    open(node) {
      const cell: NodeCell = { version: signal(0), inside: null, closed: false, closedAs: null, growing: null, opening: null, issues: [] }
      cells.set(node, cell)
      return cell
    },
  }
}

/** Tells whoever draws the node that it has grown. */
export function touch(cell: NodeCell): void {
  cell.version.value = cell.version.peek() + 1
}

export function insideOf(cell: NodeCell): Signal<number> {
  cell.inside ??= signal(0)
  return cell.inside
}

/** Tells whoever draws the node's children that another one has come. */
export function touchInside({ inside }: NodeCell): void {
  if (inside) inside.value = inside.peek() + 1
}
