import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
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
    if (a) moveRow(app, rows(), { moved: a, groupBy: 'status', group: 'D', place: 1 })
    expect(now()).toBe('bD cT aD dD')
    app.undo()
    expect(now()).toBe('aT bD cT dD')
    const first = rows()[0]
    if (first) moveRow(app, rows(), { moved: first, groupBy: 'status', group: 'D', place: 9 })
    expect(now()).toBe('bD cT dD aD')
  })

  it('is found by its key when the list is shown in another order', () => {
    const { app, rows, now } = board(cards('aT', 'bT', 'cT'), 'sorted')
    const [c] = rows()
    expect(c?.value).toMatchObject({ id: 'c' })
    if (c) moveRow(app, rows(), { moved: c, groupBy: 'status', group: 'D', place: 0 })
    expect(now()).toContain('cD')
  })

  it('lies where a list that is edited by hand would have it', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(list, fc.nat(7), fc.nat(9), (ids, from, to) => {
        const { app, rows, now } = board(ids.map(id => ({ id, status: 'x' })))
        const row = rows()[from % ids.length]
        if (!row) return
        moveRow(app, rows(), { moved: row, groupBy: null, group: null, place: to })
        const expected = ids.filter(id => id !== ids[from % ids.length])
        expected.splice(to, 0, ids[from % ids.length] ?? '')
        expect(now()).toBe(expected.map(id => `${id}x`).join(' '))
      }),
    )
  })

  it.each(['tasks', "tasks.filter(t => t.id < 'e')", 'tasks.reverse()', "tasks.filter(t => t.id != 'b').reverse()"])(
    'of %s stands where it was put, and what is not shown keeps its order',
    each => {
      const list = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom('T', 'D')), { minLength: 1, maxLength: 8, selector: ([id]) => id })
      fc.assert(
        fc.property(list, fc.nat(7), fc.nat(9), fc.option(fc.constantFrom('T', 'D')), (tasks, from, to, group) => {
          const { app, rows } = board(
            tasks.map(([id, status]) => ({ id, status })),
            each,
          )
          const ids = () => rows().map(row => (row.value as { id: string }).id)
          const shown = ids()
          const moved = rows()[from % Math.max(1, shown.length)]
          if (!moved) return
          const id = (moved.value as { id: string }).id
          const groupOf = () => new Map((app.state().tasks as { id: string; status: string }[]).map(task => [task.id, task.status]))
          const beside = shown.filter(other => other !== id && (group === null || groupOf().get(other) === group))
          moveRow(app, rows(), { moved, groupBy: group === null ? null : 'status', group, place: to })
          if (group !== null) expect(groupOf().get(id)).toBe(group)
          const expected = [...beside]
          expected.splice(to, 0, id)
          expect(ids().filter(other => expected.includes(other))).toEqual(expected)
          const others = (app.state().tasks as { id: string }[]).map(task => task.id).filter(other => other !== id)
          expect(others).toEqual(tasks.map(([other]) => other).filter(other => other !== id))
        }),
        { seed: randomSeed(), numRuns: 300 },
      )
    },
  )
})
