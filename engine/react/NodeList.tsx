import { Component, type ReactNode } from 'react'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import { GROUP_SIZE, insideOf, type NodeCell } from '../stream/cells.ts'
import type { Drawing, ReactHost } from './drawing.tsx'
import { onChange } from './use-signal-value.ts'

interface NodeListProps {
  readonly drawing: Drawing
  readonly definitions: readonly Json[]
  readonly scope: Scope
}

export function NodeList({ drawing, definitions, scope }: NodeListProps): ReactNode {
  return drawNodes(drawing, definitions, scope)
}

/**
 * Siblings are drawn in groups, without DOM of their own: a change among thousands touches one group. One group too where
 * there are few: what is drawn must stay when the next sibling arrives.
 *
 * @param cell of the component that they stand in, while it is being written
 */
export function drawNodes(drawing: Drawing, definitions: readonly Json[], scope: Scope, cell?: NodeCell): ReactNode {
  const groups: ReactNode[] = []
  const growing = cell && !cell.closed ? cell : undefined
  for (let start = 0; start < definitions.length; start += GROUP_SIZE)
    groups.push(
      <NodeGroup
        key={start}
        drawing={drawing}
        start={start}
        definitions={definitions}
        scope={scope}
        growing={start + GROUP_SIZE < definitions.length ? undefined : growing}
      />,
    )
  return groups
}

interface NodeGroupProps {
  readonly drawing: Drawing
  readonly start: number
  /** All siblings; grows in place while they arrive. */
  readonly definitions: readonly Json[]
  readonly scope: Scope
  readonly growing: NodeCell | undefined
}

const NONE: readonly never[] = []

/** The last group of what is being written draws itself again when another one has come. */
class NodeGroup extends Component<NodeGroupProps> {
  #drawn: readonly Json[] = NONE
  /** What was made of them: of those that stay React sees at a glance that nothing is to be done. */
  #elements: readonly ReactNode[] = NONE
  #scope: Scope | null = null
  #host: ReactHost | null = null
  #stop: (() => void) | null = null

  override shouldComponentUpdate({ drawing, start, definitions, scope }: NodeGroupProps): boolean {
    const { length } = this.#drawn
    if (drawing !== this.props.drawing || scope !== this.props.scope || Math.min(definitions.length - start, GROUP_SIZE) !== length) return true
    for (let at = 0; at < length; at++) if (definitions[start + at] !== this.#drawn[at]) return true
    return false
  }

  override componentDidMount(): void {
    const { growing, start, definitions } = this.props
    if (!growing) return
    this.#stop = onChange(insideOf(growing), () => {
      if (this.#drawn.length < GROUP_SIZE) this.forceUpdate()
      else this.#stop?.()
    })
    if (Math.min(definitions.length - start, GROUP_SIZE) !== this.#drawn.length) this.forceUpdate()
  }

  override componentWillUnmount(): void {
    this.#stop?.()
  }

  override render(): ReactNode {
    const { drawing, start, definitions, scope } = this.props
    const { host } = drawing
    const before = this.#scope === scope && this.#host === host ? this.#drawn : NONE
    const elements = this.#elements
    this.#scope = scope
    this.#host = host
    this.#drawn = definitions.slice(start, start + GROUP_SIZE)
    this.#elements = this.#drawn.map((definition, at) =>
      at < before.length && definition === before[at] ? elements[at] : host.node(definition, scope, keyOf(definition, start + at)),
    )
    return this.#elements
  }
}

/** Siblings that are few. */
export function drawEach(host: ReactHost, definitions: readonly Json[], scope: Scope): ReactNode[] {
  return definitions.map((definition, index) => host.node(definition, scope, keyOf(definition, index)))
}

/** A node's place, so that what was drawn while the document streamed stays when the checked one takes over. */
function keyOf(definition: Json, index: number): string {
  const id = definition !== null && typeof definition === 'object' && !Array.isArray(definition) ? (definition as JsonObject).id : undefined
  return typeof id === 'string' ? `id:${id}` : String(index)
}
