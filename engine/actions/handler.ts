import type { Change } from '../store/store.ts'

/** One handler run: what all chains that one event started share. */
export interface Handler {
  readonly gesture: boolean
  /** What it has written so far, for `toast{undo}`. */
  readonly changes: Change[]
  readonly cause: Cause
}

/** Where in a cascade of effects a handler stands (B66). */
export interface Cause {
  /** How many effects led from the event to it. */
  readonly depth: number
  /** The steps that the event has led to so far, in whatever handler. */
  readonly steps: { count: number }
}

export function newCause(): Cause {
  return { depth: 0, steps: { count: 0 } }
}
