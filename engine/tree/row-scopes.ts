/**
 * The scopes of a repeat's rows, one a key, kept while the key is there: a row whose element changed is
 * told through its own signals and nobody else is.
 */
import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { Runtime } from '../app/runtime.ts'
import { itemBinding, type Scope, valueBinding } from '../app/scope.ts'
import type { ElementOrigin } from '../formula/contract.ts'
import { currentPath, type Row, type Rows } from './rows.ts'

export interface RowScopes {
  of(row: Row): Scope
  /** Forgets the rows that are gone. */
  keep(rows: Rows): void
}

export function createRowScopes(runtime: Runtime, outer: Scope, rows: ReadonlySignal<Rows>, name: string): RowScopes {
  const scopes = new Map<string, Scope>()

  function create(first: Row): Scope {
    const row = computed(() => rows.value.byKey.get(first.key))
    let last = first.value
    // A row that was removed is still what its own steps speak of: "removed".
    const value = computed(() => {
      last = row.value?.value ?? last
      return last
    })
    const origin = computed((): ElementOrigin | null => {
      const current = row.value
      const path = current && currentPath(runtime.store, current)
      return current && path ? { path, value: current.value } : null
    })
    const index = computed(() => row.value?.index ?? first.index)
    return outer.with({
      [name]: itemBinding(
        () => value.value,
        () => origin.value,
      ),
      index: valueBinding(() => index.value),
    })
  }

  return {
    of(row) {
      let scope = scopes.get(row.key)
      if (!scope) {
        scope = create(row)
        scopes.set(row.key, scope)
      }
      return scope
    },
    keep(current) {
      for (const key of scopes.keys()) if (!current.byKey.has(key)) scopes.delete(key)
    },
  }
}
