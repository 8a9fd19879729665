import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { migrateState } from '../../engine/migrate/migrate-state.ts'
import { applyEdit } from '../../schema/edit/apply-edit.ts'
import { editBetween } from '../../schema/edit/edit-between.ts'
import { createEditStream } from '../../schema/edit/edit-stream.ts'
import { hashBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../random-seed.ts'
import { editRequests } from './requests.ts'

async function read(id: string) {
  const { document } = loadBlueprint(JSON.stringify(shippedApps.find(app => app.id === id)?.document))
  if (!document) throw new Error(`There is no app ${id}.`)
  return { document, hash: await hashBlueprint(document) }
}

describe('[B80][B81] changes that people ask for', () => {
  it('are thirty', () => {
    expect(editRequests.length).toBeGreaterThanOrEqual(30)
  })

  it.each(editRequests.map(request => [`${request.app}: ${request.request}`, request] as const))('%s', async (_name, { app, ops, state = {} }) => {
    const { document, hash } = await read(app)
    const edit = { edit: 1, base: hash, ops }
    const { document: next, issues } = applyEdit(document, edit, { hash })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    // In pieces of any size it is the same.
    const text = JSON.stringify(edit)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 }), sizes => {
        const stream = createEditStream(document, { hash })
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1
          stream.push(text.slice(at, at + size))
          at += size
        }
        expect(stream.end().document).toEqual(next)
      }),
      { numRuns: 5, seed: randomSeed() },
    )
    // What was entered is all there, and going back gives the very same document and state.
    const { state: moved, aside } = migrateState(document, next as JsonObject, state)
    expect(aside).toEqual([])
    expect(moved).toMatchObject(state)
    const back = editBetween(next as JsonObject, document, await hashBlueprint(next as JsonObject))
    const undone = applyEdit(next as JsonObject, back, { hash: back.base }).document
    expect(undone).toEqual(document)
    expect(migrateState(next as JsonObject, document, moved, { aside }).state).toMatchObject(state)
  })
})

it('[B81] a hundred changes in a row lose no value', async () => {
  const { document, hash } = await read('todos')
  let [now, at] = [document, hash]
  let state: JsonObject = { todos: [{ id: 'a', title: 'Ink', done: false, due: null, note: '' }] }
  for (let turn = 0; turn < 100; turn++) {
    const ops = turn % 4 === 3 ? [{ drop: `state.todos.type.0.field${turn - 3}` }] : [{ put: `state.todos.type.0.field${turn}`, value: 'text?' }]
    const next = applyEdit(now, { edit: 1, base: at, ops }, { hash: at }).document
    if (!next) throw new Error(`Change ${turn} does not hold.`)
    const { state: moved, aside } = migrateState(now, next, state)
    expect(aside.filter(({ missed }) => missed)).toEqual([])
    // A person uses it in between.
    const [first] = moved.todos as JsonObject[]
    state = { ...moved, todos: [{ ...first, note: `${turn}`, ...(turn % 4 === 3 ? {} : { [`field${turn}`]: turn % 4 === 0 ? null : `value ${turn}` }) }] }
    ;[now, at] = [next, await hashBlueprint(next)]
  }
  const [first = {}] = state.todos as JsonObject[]
  expect(first).toMatchObject({ id: 'a', title: 'Ink', note: '99' })
  for (let turn = 0; turn < 99; turn++) if (turn % 4 === 1 || turn % 4 === 2) expect(first[`field${turn}`]).toBe(`value ${turn}`)
})
