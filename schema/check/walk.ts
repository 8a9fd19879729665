/**
 * What the parts of the walk over a document share. Nodes hold steps, steps hold formulas, nodes hold
 * nodes: each part reaches the others through the walk, so that no two modules import each other.
 */
import type { SlotSpec } from '../catalog.ts'
import type { Expression } from '../formula/expression.ts'
import type { Type } from '../formula/types.ts'
import type { Json, Path } from '../json/json.ts'
import type { Facts, Owner } from './facts.ts'
import type { Report } from './report.ts'
import type { Origin, Scope } from './scope.ts'

export interface Params {
  readonly types: ReadonlyMap<string, Type>
}

export interface PartParams extends Params {
  readonly view: Json
}

/** The names that the document itself defines. */
export interface Definitions {
  readonly actions: ReadonlyMap<string, Params>
  readonly pages: ReadonlyMap<string, Params>
  readonly parts: ReadonlyMap<string, PartParams>
  readonly data: ReadonlySet<string>
}

/** Where a node stands. */
export interface NodePlace {
  readonly owner: Owner
  /** Components around it in the same view or part. */
  readonly depth: number
  /** It stands in a repeat. */
  readonly repeated?: boolean
  /** The component that it is a child of. */
  readonly parent?: string
  /** The list that it is an element of, where a repair may put something beside it. */
  readonly among?: { readonly at: Path; readonly list: readonly Json[]; readonly index: number }
}

/** Where steps stand. */
export interface StepPlace {
  readonly owner: Owner
  /** A person's press or key starts the chain, or may: an action can be called from anywhere. */
  readonly gesture: boolean
}

/** What a slot is read with. */
export interface SlotPlace {
  readonly scope: Scope
  /** The scope of one row, for slots that are evaluated once per row. */
  readonly rowScope?: (() => Scope) | undefined
  readonly node: NodePlace
  /** The slot belongs to a step, where `id()` and `random()` are allowed. */
  readonly steps?: StepPlace
  /** What a lambda in the slot is given. */
  readonly lambda?: readonly Type[]
}

export interface Walk {
  readonly report: Report
  readonly facts: Facts
  readonly definitions: Definitions
  /** Nothing is known of what is still to come (B6): names, parts and actions that are not there are not looked for. */
  readonly pending: boolean
  /** The place in the state that a derived value stands for. */
  derivedOrigin(name: string): Origin
  /** The type of an expression, without reporting what is wrong with it. */
  typeOf(tree: Expression, scope: Scope): Type
  node(value: Json, at: Path, scope: Scope, place: NodePlace): void
  steps(value: Json, at: Path, scope: Scope, place: StepPlace): void
  /** Checks a value in a slot; gives its type as far as it is known. */
  slot(value: Json, spec: SlotSpec, at: Path, place: SlotPlace): Type
}
