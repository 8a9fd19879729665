import type { Level } from '../permissions/level-names.ts'
import { ruleFor } from '../permissions/levels.ts'
import { isForeign } from '../storage/installed-app.ts'
import type { Reached, SessionState } from './session-state.ts'

type Asked = Pick<SessionState, 'reach' | 'origin'> & { readonly level?: Level }

/** What the person has to be asked before this runs, at the level that counts for it; `sensitive` ones are asked when they are used. */
export function toAsk({ reach, origin, level = 'standard' }: Asked): readonly Reached[] {
  return reach.filter(({ capability, grade }) => grade === 'ask' && ruleFor(level, capability, grade, isForeign(origin)) === 'ask')
}

/**
 * Whether it may run without a question (S64): made here, nothing but quiet things. What came by link
 * always asks, and so does everything that has an `ask` capability nobody has decided on yet.
 */
export function runsAtOnce(state: Asked, decided: (capability: string) => boolean): boolean {
  return !isForeign(state.origin) && toAsk(state).every(({ capability }) => decided(capability))
}
