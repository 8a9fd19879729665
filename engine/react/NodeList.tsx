import { memo, type ReactNode } from 'react'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import { type ReactHost, useDrawing } from './drawing.tsx'

/** Siblings are drawn in groups of this many, without DOM of their own: a change among thousands touches one group. */
export const GROUP_SIZE = 32

export function NodeList({ definitions, scope }: { readonly definitions: readonly Json[]; readonly scope: Scope }): ReactNode {
  return drawNodes(definitions, scope)
}

/** One group too where there are few: what is drawn must stay when the next sibling arrives. */
export function drawNodes(definitions: readonly Json[], scope: Scope): ReactNode {
  const groups: ReactNode[] = []
  for (let start = 0; start < definitions.length; start += GROUP_SIZE)
    groups.push(<NodeGroup key={start} start={start} definitions={definitions.slice(start, start + GROUP_SIZE)} scope={scope} />)
  return groups
}

interface NodeGroupProps {
  readonly start: number
  readonly definitions: readonly Json[]
  readonly scope: Scope
}

const NodeGroup = memo(
  function NodeGroup({ start, definitions, scope }: NodeGroupProps): ReactNode {
    return drawEach(useDrawing().host, definitions, start, scope)
  },
  (before, after) =>
    before.scope === after.scope &&
    before.definitions.length === after.definitions.length &&
    before.definitions.every((definition, at) => definition === after.definitions[at]),
)

/** Siblings that are few. */
export function drawEach(host: ReactHost, definitions: readonly Json[], start: number, scope: Scope): ReactNode[] {
  return definitions.map((definition, index) => host.node(definition, scope, keyOf(definition, start + index)))
}

/** A node's place, so that what was drawn while the document streamed stays when the checked one takes over. */
function keyOf(definition: Json, index: number): string {
  const id = definition !== null && typeof definition === 'object' && !Array.isArray(definition) ? (definition as JsonObject).id : undefined
  return typeof id === 'string' ? `id:${id}` : String(index)
}
