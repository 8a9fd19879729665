/** What the names of one run of steps stand for, from its first step to its last, also behind an `await` (B43). */
import type { StatePatch } from '../contracts.ts'
import type { HeldItem, Hold, Item, Scope } from './scope.ts'

export interface HoldOfRun extends Hold {
  /** The run wrote something. */
  follow(patches: readonly StatePatch[]): void
}

export function createHold(): HoldOfRun {
  const scopes = new Map<Scope, Scope>()
  const items = new Map<Item, HeldItem>()
  const hold: HoldOfRun = {
    scope(of) {
      let held = scopes.get(of)
      if (!held) {
        held = of.held(hold)
        scopes.set(of, held)
      }
      return held
    },
    item(of, around) {
      let held = items.get(of)
      if (!held) {
        held = of.held(around.map((outer, depth) => hold.item(outer, around.slice(0, depth))))
        items.set(of, held)
      }
      return held
    },
    follow(patches) {
      for (const held of items.values()) held.follow(patches)
    },
  }
  return hold
}
