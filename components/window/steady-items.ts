import { useMemo, useRef } from 'react'
import type { RowKey } from './row-places.ts'

/** What React Aria's collections are made of here: enough to find, name and search an item; what it shows is looked up when it is drawn. */
export interface SteadyItem {
  readonly id: RowKey
  readonly name: string
}

/**
 * One item a key, the same object while key and name are the same: React Aria builds anew only those that are not.
 * `keys` and `names` are as long as each other.
 */
export function useSteadyItems(keys: readonly RowKey[], names: readonly string[]): readonly SteadyItem[] {
  const known = useRef<ReadonlyMap<RowKey, SteadyItem>>(new Map())
  return useMemo(() => {
    const items = keys.map((id, index): SteadyItem => {
      const name = names[index] ?? ''
      const before = known.current.get(id)
      return before?.name === name ? before : { id, name }
    })
    known.current = new Map(items.map(item => [item.id, item]))
    return items
  }, [keys, names])
}
