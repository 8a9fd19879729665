import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { createTestApp } from '../test-app.ts'
import { moveRow } from './move-row.ts'
import { computeRows } from './rows.ts'

const cards = (...pairs: string[]) => pairs.map(pair => ({ id: pair[0] ?? '', status: pair[1] ?? '' }))

function board(tasks: Json, each = 'tasks') {
  const test = createTestApp({
    state: { tasks: { type: [{ id: 'text', status: 'text' }], init: tasks, history: true } },
    derived: { sorted: "tasks.sort(t => t.id, 'desc')" },
  })
  const rows = () => computeRows(test.app, each, undefined, test.app.env(test.app.names)).rows
  const now = () => (test.app.state().tasks as { id: string; status: string }[]).map(task => task.id + task.status).join(' ')
  return { ...test, rows, now }
}

describe('[B43] a moved row', () => {
  it('takes its new group, and its place among the rows of it', () => {
    const { app, rows, now } = board(cards('aT', 'bD', 'cT', 'dD'))
    const [a] = rows()
    if (a) moveRow(app, rows(), a, 'status', 'D', 1)
    expect(now()).toBe('bD cT aD dD')
    app.undo()
    expect(now()).toBe('aT bD cT dD')
    const first = rows()[0]
    if (first) moveRow(app, rows(), first, 'status', 'D', 9)
    expect(now()).toBe('bD cT dD aD')
  })

  it('is found by its key when the list is shown in another order', () => {
    const { app, rows, now } = board(cards('aT', 'bT', 'cT'), 'sorted')
    const [c] = rows()
    expect(c?.value).toMatchObject({ id: 'c' })
    if (c) moveRow(app, rows(), c, 'status', 'D', 0)
    expect(now()).toContain('cD')
  })

  it('lies where a list that is edited by hand would have it', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(list, fc.nat(7), fc.nat(9), (ids, from, to) => {
        const { app, rows, now } = board(ids.map(id => ({ id, status: 'x' })))
        const row = rows()[from % ids.length]
        if (!row) return
        moveRow(app, rows(), row, null, null, to)
        const expected = ids.filter(id => id !== ids[from % ids.length])
        expected.splice(to, 0, ids[from % ids.length] ?? '')
        expect(now()).toBe(expected.map(id => `${id}x`).join(' '))
      }),
    )
  })
})
