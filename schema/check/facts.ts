/** What the walk over a document notes for the passes after it. */
import type { Json, Path } from '../json/json.ts'

/** A call of a tool: in a step, in `data`. */
export interface ToolUse {
  readonly tool: string
  readonly at: Path
  /** The argument that the tool's capability is scoped by, as it is written. */
  readonly scope: Json | undefined
  readonly scopeAt: Path
  /** The argument that a second capability of the tool is named by. */
  readonly also: Json | undefined
  readonly alsoAt: Path
}

/** A component in a view that reaches beyond the window. */
export interface ComponentUse {
  readonly component: string
  readonly at: Path
  /** The property that its capability is scoped by, as it is written. */
  readonly scope: Json | undefined
}

/** Whose contents are being walked: an action, a part, a derived entry, or the document itself. */
export interface Owner {
  readonly kind: 'document' | 'action' | 'part' | 'page'
  readonly name: string
}

export interface Facts {
  readonly toolUses: ToolUse[]
  readonly componentUses: ComponentUse[]
  /** Addresses of images and sounds, which need their origin allowed. */
  readonly sources: { readonly value: string; readonly at: Path }[]
  /** Action → the actions that it runs. */
  readonly actionCalls: Map<string, Set<string>>
  /** Part → the parts in it, each with how deep it stands there, once per use. */
  readonly partUses: Map<string, { readonly name: string; readonly depth: number }[]>
  /** Components written in the document's own views and in each part (`''` is the document). */
  readonly nodeCounts: Map<string, number>
  readonly depths: Map<string, number>
}

export function createFacts(): Facts {
  return { toolUses: [], componentUses: [], sources: [], actionCalls: new Map(), partUses: new Map(), nodeCounts: new Map(), depths: new Map() }
}

/** Lets go of what has been noted of one node after another, where nobody asks for it. The counts stay: they are of no size. */
export function forget(facts: Facts): void {
  for (const list of [facts.toolUses, facts.componentUses, facts.sources]) if (list.length > 0) list.length = 0
  for (const map of [facts.actionCalls, facts.partUses]) if (map.size > 0) map.clear()
}
