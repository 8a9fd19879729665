/** A row that steps hold on to (B43): its element is found again by its key, also while the lists around it change. */
import type { Path } from '../../schema/json/json.ts'
import type { HeldItem, Item } from '../app/scope.ts'
import { valueAt } from '../store/path-signals.ts'
import type { Store } from '../store/store.ts'
import { identityAt, placeIn, type Row } from './rows.ts'

/** Holds `row`, which stands in the items `around`, outermost first. `within` is its list where that is known to have moved. */
export function holdRow(store: Store, row: Row, around: readonly Item[], within: Path | null = row.list): HeldItem {
  const list = within && listAmong(within, around)
  let { identity } = row
  let index = row.place
  let last = row.value
  let isThere = false
  const place = (): Path | null => {
    const at = list?.()
    const found = at ? placeIn(store, at, index, identity) : null
    if (found) index = Number(found[found.length - 1])
    isThere = found !== null
    return found
  }
  const held: HeldItem = {
    // It looks each time.
    refresh() {},
    place,
    value() {
      const path = place()
      if (path) last = valueAt(store.value, path)
      return last
    },
    follow(patches) {
      const at = list?.()
      const wasThere = isThere
      if (!identity || !at || place() || !wasThere) return
      const inside = patches.filter(({ path }) => path.length > at.length && at.every((key, depth) => path[depth] === key))
      // What adds, removes or moves elements says more than one place, or a length.
      if (inside.length === 0 || inside.some(({ path, op }) => path[at.length] !== index || (path.length === at.length + 1 && op !== 'replace'))) return
      identity = identityAt(store, [...at, index], identity) ?? identity
      place()
    },
    held: () => held,
  }
  place()
  return held
}

/** The place of a list, which goes along with the innermost of the items in which it stands. */
export function listAmong(list: Path, around: readonly Item[]): () => Path | null {
  for (const item of [...around].reverse()) {
    const outer = item.place()
    if (outer === null || outer.length > list.length || !outer.every((key, depth) => list[depth] === key)) continue
    const rest = list.slice(outer.length)
    return () => {
      const now = item.place()
      return now && [...now, ...rest]
    }
  }
  return () => list
}
