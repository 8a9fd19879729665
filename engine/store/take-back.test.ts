import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { createTestApp } from '../test-app.ts'
import { takeBack } from './take-back.ts'

const list = (...ids: string[]) => ({ xs: ids.map(id => ({ id: id[0] ?? '', n: id.slice(1) })) })

describe('[B62] what is taken back', () => {
  it.each([
    ['what was removed comes back where it stood', list('a', 'b', 'c'), list('a', 'c'), list('z', 'a', 'c'), list('z', 'a', 'b', 'c')],
    ['also where those around it have gone', list('a', 'b', 'c'), list('a', 'c'), list('z', 'c'), list('b', 'z', 'c')],
    ['what was added goes, what was added later stays', list('a'), list('a', 'b'), list('a', 'b', 'c'), list('a', 'c')],
    ['what was written is as before, beside what was written since', list('a1', 'b1'), list('a2', 'b1'), list('a2', 'b9'), list('a1', 'b9')],
    ['what was written over since stays', list('a1'), list('a2'), list('a3'), list('a3')],
    ['an order comes back', list('a', 'b', 'c'), list('c', 'a', 'b'), list('c', 'a', 'b', 'd'), list('a', 'b', 'c', 'd')],
    ['one that was changed since stays', list('a', 'b', 'c'), list('c', 'a', 'b'), list('b', 'a', 'c'), list('b', 'a', 'c')],
    ['texts go by themselves, also twice the same', { xs: ['x', 'x', 'y'] }, { xs: ['x', 'y'] }, { xs: ['w', 'x', 'y'] }, { xs: ['w', 'x', 'x', 'y'] }],
    ['fields of records', { r: { a: 1, b: 1 } }, { r: { a: 2, b: 1 } }, { r: { a: 2, b: 5 } }, { r: { a: 1, b: 5 } }],
  ] as const)('%s', (_, before, after, now, expected) => {
    expect(takeBack(before as unknown as JsonObject, after as unknown as JsonObject, now as unknown as JsonObject)).toEqual(expected)
  })

  it('is all of it where nothing has come since, and nothing of what came since', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 6 })
    const state = fc
      .tuple(ids, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }))
      .map(([names, numbers]) => ({ xs: names.map((id, at) => ({ id, n: numbers[at] ?? 0 })) }))
    fc.assert(
      fc.property(state, state, fc.nat(9), (before, after, n) => {
        expect(takeBack(before, after, after)).toEqual(before)
        expect(takeBack(before, before, after)).toEqual(after)
        // Something new at the start, and another number in what the change left alone.
        const untouched = after.xs.find(({ id, n }) => before.xs.some(other => other.id === id && other.n === n))?.id
        const since = (of: typeof after) => ({ xs: [{ id: 'z', n: 0 }, ...of.xs.map(one => (one.id === untouched ? { id: one.id, n } : one))] })
        const back = takeBack(before, after, since(after)) as typeof after
        const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
        expect([...back.xs].sort(byId)).toEqual([...since(before).xs].sort(byId))
      }),
      { seed: randomSeed(), numRuns: 500 },
    )
  })

  it('by a toast’s Undo leaves alone what was done in the meantime, and can itself be undone', async () => {
    const { app, run, toasts } = createTestApp({
      state: { xs: { type: [{ id: 'text', n: 'text' }], init: list('a', 'b', 'c').xs, history: true } },
    })
    await run([
      { do: 'remove', item: 'xs[1]' },
      { do: 'toast', text: 'Removed', undo: true },
    ])
    await run({ do: 'add', to: 'xs', at: 'start', item: { id: 'z', n: '' } })
    await run({ do: 'set', path: 'xs[2].n', value: 'changed' })
    toasts[0]?.undo?.()
    expect(app.state()).toEqual(list('z', 'a', 'b', 'cchanged'))
    app.undo()
    expect(app.state()).toEqual(list('z', 'a', 'cchanged'))
  })
})
