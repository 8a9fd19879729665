import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalJson } from '../../schema/check/validator-runtime.ts'
import { parseType } from '../../schema/formula/types.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { emptyOf } from '../app/state-types.ts'
import { migrateState, type SetAside } from './migrate-state.ts'
import { leavesOf, types, valuesOf } from './state-arbitrary.ts'
import { fitsKept, keptEntries } from './state-fit.ts'

const seed = randomSeed()
const app = (state: JsonObject): JsonObject => ({ blueprint: 1, app: { name: 'A' }, state, view: 'x' })
const entry = (type: Json, more: JsonObject = {}): JsonObject => ({ type, persist: true, ...more })
const migrate = (from: Json, to: Json, value: Json) => migrateState(app({ a: entry(from) }), app({ a: entry(to) }), { a: value })
/** The state as the app keeps it once it has run: entries that are not there have their first value. */
const run = (document: JsonObject, state: JsonObject): JsonObject => {
  const full: Record<string, Json> = { ...state }
  for (const [
    name,
    {
      entry: { init },
    },
  ] of keptEntries(document))
    if (!Object.hasOwn(full, name) && init !== undefined) full[name] = init
  return full
}

describe('what becomes of one entry', () => {
  it.each<[Json, Json, Json, Json]>([
    ['text', 'text', 'a', 'a'],
    ['number', 'text', 5, '5'],
    ['text', 'number', '5', 5],
    ['bool', 'text', true, 'true'],
    ['text', 'text?', 'a', 'a'],
    ['text', ['text'], 'a', ['a']],
    [['text'], 'text', ['a'], 'a'],
    ['number', ['text'], 5, ['5']],
    [['number'], ['text'], [1, 2], ['1', '2']],
    ['date', 'text', '2026-01-05', '2026-01-05'],
    [
      [{ t: 'text' }],
      [{ t: 'text', due: 'date?', done: 'bool', n: 'number', tags: ['text'] }],
      [{ t: 'a' }],
      [{ t: 'a', due: null, done: false, n: 0, tags: [] }],
    ],
    [[{ t: 'text' }], [{ t: 'text', n: 'number', due: 'date' }], [{ t: 'a' }], [{ t: 'a', n: 0, due: null }]],
    ['text?', ['text'], null, []],
  ])('[B81] %j → %j: %j is %j, and nothing is missed', (from, to, value, wanted) => {
    const { state, aside } = migrate(from, to, value)
    expect(state).toEqual({ a: wanted })
    expect(aside.some(({ missed }) => missed)).toBe(false)
  })

  it.each<[Json, Json, Json]>([
    ['text', 'number', 'five'],
    ['text', 'number', '05'],
    ['text', 'date', 'soon'],
    [['text'], 'text', ['a', 'b']],
    [{ x: 'number' }, 'text', { x: 1 }],
    [['text'], ['number'], ['1', 'x']],
  ])('[B81] %j → %j: %j is set aside', (from, to, value) => {
    const { state, aside, converted } = migrate(from, to, value)
    expect(state).toEqual({})
    expect(converted).toEqual([])
    expect(aside).toEqual([{ name: 'a', type: from, value, missed: true }])
  })

  it('[B81] a field that is gone is left behind and set aside, the rest of the rows stays', () => {
    const { state, aside } = migrate([{ t: 'text', note: 'text' }], [{ t: 'text' }], [{ t: 'a', note: 'b' }])
    expect(state).toEqual({ a: [{ t: 'a' }] })
    expect(aside).toMatchObject([{ value: [{ t: 'a', note: 'b' }], left: [{ t: 'a' }], missed: true }])
  })

  it('[B81] a text stays where its list of values was widened, and goes aside where it is none of them', () => {
    const of = (...names: string[]) => app({ a: entry('text', { enum: names, init: names[0] as string }) })
    expect(migrateState(of('x', 'y'), of('x', 'y', 'z'), { a: 'y' }).state).toEqual({ a: 'y' })
    expect(migrateState(of('x', 'y'), of('x', 'z'), { a: 'y' })).toMatchObject({ state: {}, aside: [{ value: 'y', missed: true }] })
  })

  it('[B81] an entry that is gone, renamed or no longer kept goes aside; what nobody entered is not missed', () => {
    const old = app({ a: entry('text', { init: '' }), b: entry('text', { init: 'open' }) })
    expect(migrateState(old, app({ c: entry('text') }), { a: 'x', b: 'open' }).aside).toMatchObject([
      { name: 'a', value: 'x', missed: true },
      { name: 'b', value: 'open', missed: false },
    ])
    expect(migrateState(old, app({ a: { type: 'text' } }), { a: 'x' }).aside).toMatchObject([{ name: 'a', missed: true }])
  })

  it('[B27] names are only names', () => {
    const state = JSON.parse('{ "__proto__": { "type": "text", "persist": true }, "constructor": { "type": "text", "persist": true } }') as JsonObject
    const values = JSON.parse('{ "__proto__": "p", "constructor": 1, "toString": "t" }') as JsonObject
    const { state: next, aside } = migrateState(app({}), app(state), values)
    expect(JSON.stringify(next)).toBe('{"__proto__":"p","constructor":"1"}')
    expect(aside.map(({ name }) => name)).toEqual(['constructor', 'toString'])
  })
})

describe('what comes back', () => {
  const rows: Json = [{ id: 'text', title: 'text', note: 'text' }]
  const without: Json = [{ id: 'text', title: 'text' }]
  const old = app({ todos: entry(rows, { init: [] }) })
  const next = app({ todos: entry(without, { init: [] }) })
  const entered = {
    todos: [
      { id: '1', title: 'Ink', note: 'blue' },
      { id: '2', title: 'Pen', note: 'thin' },
      { id: '3', title: 'Pad', note: '' },
    ],
  }
  const there = migrateState(old, next, entered)

  it('[B81] all of it, where nothing happened in between', () => {
    expect(migrateState(next, old, there.state, { aside: there.aside })).toEqual({ state: entered, converted: [], restored: ['todos'], kept: [], aside: [] })
  })

  it('[B81] under what was entered in between: rows that were added, renamed, moved', () => {
    const since = {
      todos: [
        { id: '2', title: 'Pens' },
        { id: '4', title: 'New' },
        { id: '1', title: 'Ink' },
        { id: '3', title: 'Pad' },
      ],
    }
    const { state, kept } = migrateState(next, old, since, { aside: there.aside })
    expect(state.todos).toEqual([
      { id: '2', title: 'Pens', note: 'thin' },
      { id: '4', title: 'New', note: '' },
      { id: '1', title: 'Ink', note: 'blue' },
      { id: '3', title: 'Pad', note: '' },
    ])
    // The old name of the row was changed by the person: what is aside still has it.
    expect(kept).toHaveLength(1)
  })

  it('[B81] and what has no place any more stays aside', () => {
    const since = { todos: [{ id: '1', title: 'Ink' }] }
    const { state, kept } = migrateState(next, old, since, { aside: there.aside })
    expect(state.todos).toEqual([{ id: '1', title: 'Ink', note: 'blue' }])
    expect(kept).toEqual(there.aside)
  })

  it('[B81] a dropped entry, once there is one of its name again that holds its first value', () => {
    const gone = migrateState(app({ a: entry('number') }), app({}), { a: 7 })
    const back = app({ a: entry('text', { init: 'none' }) })
    expect(migrateState(app({}), back, {}, { aside: gone.aside })).toMatchObject({ state: { a: '7' }, restored: ['a'], kept: [] })
    expect(migrateState(back, back, { a: 'none' }, { aside: gone.aside })).toMatchObject({ state: { a: '7' }, restored: ['a'] })
    expect(migrateState(back, back, { a: 'mine' }, { aside: gone.aside })).toMatchObject({ state: { a: 'mine' }, restored: [], kept: gone.aside })
    const computed = app({ a: entry('text', { init: '${today()}' }) })
    expect(migrateState(computed, back, { a: '2026-01-05' }, { aside: gone.aside, initial: { a: '2026-01-05' } }).state).toEqual({ a: '7' })
  })
})

describe('laws', () => {
  const pair = fc.tuple(types, types).chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), valuesOf(from)))
  const gathered = (state: JsonObject, aside: readonly SetAside[]) => new Set([...leavesOf(state), ...aside.flatMap(({ value }) => leavesOf(value))])

  it('[B81] nothing that was kept is lost, and what comes out fits', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([from, to, value], dropped) => {
        const next = app(dropped ? {} : { a: entry(to) })
        const { state, aside } = migrateState(app({ a: entry(from) }), next, { a: value })
        const found = gathered(state, aside)
        expect(leavesOf(value).filter(leaf => !found.has(leaf))).toEqual([])
        const type = parseType(to)
        if (Object.hasOwn(state, 'a')) expect(type.ok && fitsKept(state.a, type.type)).toBe(true)
      }),
      { seed, numRuns: 2000 },
    )
  })

  it('[B81] there and back is the same state, with nothing left aside', () => {
    fc.assert(
      fc.property(pair, fc.option(fc.constantFrom<Json>('', 'x', 0, []), { nil: undefined }), ([from, to, value], init) => {
        const old = app({ a: entry(from) })
        const next = app({ a: entry(to, init === undefined ? {} : { init }) })
        const there = migrateState(old, next, { a: value })
        const back = migrateState(next, old, run(next, there.state), { aside: there.aside })
        expect([back.state, back.kept.filter(({ missed }) => missed)]).toEqual([{ a: value }, []])
      }),
      { seed, numRuns: 2000 },
    )
  })

  it('[B81] what is entered in between is not lost either, on the way back', () => {
    const triple = pair.chain(([from, to, value]) => fc.tuple(fc.constant(from), fc.constant(to), fc.constant(value), valuesOf(to)))
    fc.assert(
      fc.property(triple, ([from, to, value, since]) => {
        const [old, next] = [app({ a: entry(from) }), app({ a: entry(to) })]
        const there = migrateState(old, next, { a: value })
        // What an entry begins with, and what the migration itself filled in, is nothing that anybody entered.
        fc.pre(!equalJson(since, emptyOf(to)) && !equalJson(since, there.state.a))
        const back = migrateState(next, old, { a: since }, { aside: there.aside })
        const found = gathered(back.state, [...back.kept, ...back.aside])
        expect(leavesOf(since).filter(leaf => !found.has(leaf))).toEqual([])
        const lost = gathered(there.state, there.aside)
        expect(leavesOf(value).filter(leaf => lost.has(leaf) && !found.has(leaf) && !leavesOf(there.state).includes(leaf))).toEqual([])
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('[S28] where kept values came from', () => {
  const a = 'net:https://a.example'

  it('goes with them to the next version, aside, and back', () => {
    const labels = { '#from': { a: [a], '#storage': ['file'] } }
    const there = migrateState(app({ a: entry('text') }), app({ a: entry('number') }), { a: 'five', ...labels })
    expect(there.state).toEqual({ '#from': { '#storage': ['file'] } })
    expect(there.aside).toMatchObject([{ name: 'a', value: 'five', labels: [a] }])
    const back = migrateState(
      app({ a: entry('number') }),
      app({ a: entry('text') }),
      { ...run(app({ a: entry('number', { init: 0 }) }), there.state) },
      { aside: there.aside },
    )
    expect(back.state).toEqual({ a: 'five', '#from': { a: [a], '#storage': ['file'] } })
  })

  it('is no value of its own: nothing of it is set aside', () => {
    const { state, aside } = migrateState(app({ a: entry('text') }), app({ a: entry('text') }), { a: 'x', '#from': { a: [a] } })
    expect([state, aside]).toEqual([{ a: 'x', '#from': { a: [a] } }, []])
  })
})
