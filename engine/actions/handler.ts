import type { Json } from '../../schema/json/json.ts'
import type { Labels } from '../app/labels.ts'
import { type Binding, computedBinding, type HeldItem } from '../app/scope.ts'
import type { Change } from '../store/store.ts'

/** One handler run: what all chains that one event started share. */
export interface Handler {
  readonly gesture: boolean
  /** What happened, under the name `event` (B44). */
  readonly event: Json
  /** Where that came from (S28). */
  readonly labels: Labels
  /** What it has written so far, for `toast{undo}`. */
  readonly changes: Change[]
  readonly cause: Cause
  /** The elements that its steps go through at the moment. */
  readonly held: Set<Pick<HeldItem, 'follow'>>
}

/** Where in a cascade of effects a handler stands (B66). */
export interface Cause {
  /** Which event: the same for all that it leads to, unique in the page. */
  readonly id: number
  /** How many effects led from the event to it. */
  readonly depth: number
  /** The steps that the event has led to so far, in whatever handler. */
  readonly steps: { count: number }
  /** Over how many apps' intents it came here (B69). */
  readonly hops: number
}

/** What `event` stands for. */
export function eventBinding({ event, labels }: Handler): Binding {
  return computedBinding(event, labels)
}

let causes = 0

export function newCause(hops = 0): Cause {
  return { id: ++causes, depth: 0, steps: { count: 0 }, hops }
}
