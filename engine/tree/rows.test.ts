import { computed } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { createTestApp } from '../test-app.ts'
import { createRowScopes } from './row-scopes.ts'
import { computeRows, currentPath } from './rows.ts'

function list(items: Json, each = 'items', keyField?: string) {
  const test = createTestApp({ state: { items: { type: ['any'], init: items } } })
  const env = test.app.env(test.app.names)
  return { ...test, rows: () => computeRows(test.app, each, keyField, env) }
}

describe('[B42] the key of a row', () => {
  it('is its id, else the element itself while it is unique, else its place', () => {
    const keys = (items: Json, field?: string) =>
      list(items, 'items', field)
        .rows()
        .rows.map(row => row.key)
    expect(keys([{ id: 'a' }, { id: 'b' }])).toEqual(['string:a', 'string:b'])
    expect(keys(['x', 'y'])).toEqual(['string:x', 'string:y'])
    expect(keys(['x', 'x'])).toEqual(['string:x', 'string:x~2'])
    expect(
      list(['x', 'x'])
        .rows()
        .rows.map(row => row.identity),
    ).toEqual([undefined, undefined])
    expect(keys([{ name: 'p' }, { name: 'q' }], 'name')).toEqual(['string:p', 'string:q'])
    expect(new Set(keys([{ id: 'a' }, { id: 'a' }, { id: null }])).size).toBe(3)
  })
})

describe('[B43] a row', () => {
  it('knows where it stands through filter, sort, skip and reverse', () => {
    const { rows } = list(
      [
        { id: 'a', n: 3 },
        { id: 'b', n: 1 },
        { id: 'c', n: 2 },
      ],
      "items.filter(i => i.n > 1).sort('n')",
    )
    expect(rows().rows.map(row => [(row.value as { id: string }).id, row.path])).toEqual([
      ['c', ['items', 2]],
      ['a', ['items', 0]],
    ])
  })

  it('is nowhere where the list is made anew', () => {
    expect(
      list([1, 2], 'items.map(i => i * 2)')
        .rows()
        .rows.map(row => row.path),
    ).toEqual([null, null])
  })

  it('is found by its key after the list has changed, and not at all once it is gone', () => {
    const { app, rows } = list([{ id: 'a' }, { id: 'b' }])
    const [, b] = rows().rows
    app.write(['items'], [{ id: 'x' }, { id: 'y' }, { id: 'b' }])
    expect(b && currentPath(app.store, b)).toEqual(['items', 2])
    app.write(['items'], [{ id: 'x' }])
    expect(b && currentPath(app.store, b)).toBe(null)
  })

  it('that its own steps removed is still what they speak of', async () => {
    const { app, rows, run, toasts } = list([{ id: 'a', name: 'Oslo' }])
    const current = computed(rows)
    const scopes = createRowScopes(app, app.names, current, 'place', 'places')
    const [row] = current.value.rows
    if (!row) throw new Error('no row')
    app.run(
      [
        { do: 'remove', item: 'place' },
        { do: 'toast', text: '${place.name} removed' },
      ],
      scopes.of(row),
      {},
    )
    await run([])
    expect(toasts.map(toast => toast.text)).toEqual(['Oslo removed'])
    expect(app.state().items).toEqual([])
  })
})
