import type { Change } from '../store/store.ts'

/** One handler run: what all chains that one event started share. */
export interface Handler {
  readonly gesture: boolean
  steps: number
  /** What it has written so far, for `toast{undo}`. */
  readonly changes: Change[]
  /** How deep in a cascade of effects it stands (B66). */
  readonly depth: number
}
