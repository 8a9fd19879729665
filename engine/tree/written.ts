/** What an author wrote in a node, as far as it has arrived. */
import type { SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import type { Phase } from '../contracts.ts'
import type { NodeCell } from '../stream/cells.ts'
import { contentScope } from './content-scope.ts'

export const NO_CHILDREN: readonly Json[] = []

export function childList(children: Json | undefined): readonly Json[] {
  if (children === undefined || children === null) return NO_CHILDREN
  return Array.isArray(children) ? children : [children]
}

/** What the use of the part put into this Slot, and the scope that it is drawn in. */
export function slotContent(node: JsonObject, scope: Scope): { readonly definitions: readonly Json[]; readonly scope: Scope } | null {
  const { slots } = scope
  const definitions = slots?.nodes.get(typeof node.name === 'string' ? node.name : '')
  return slots && definitions ? { definitions, scope: contentScope(slots, scope) } : null
}

/** What the author wrote in a slot; nothing while a list or record in it is still open, unless components stand in it, which count one by one. */
export function writtenIn(node: JsonObject, name: string, { kind }: SlotSpec, cell: NodeCell | undefined): Json | undefined {
  if (!Object.hasOwn(node, name) || (cell?.opening === name && kind !== 'node' && kind !== 'nodes')) return undefined
  return node[name]
}

export function phaseOf(cell: NodeCell | undefined): Phase {
  return !cell || cell.closed ? 'developed' : 'outline'
}
