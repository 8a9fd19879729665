import { computed, effect } from '@preact/signals-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, Path } from '../../schema/json/json.ts'
import { type Draft, type Written, writeState } from './draft.ts'
import { sizeOf } from './size.ts'
import { type Change, createStore } from './store.ts'

function watch(read: () => unknown): { runs: number; value: unknown; stop: () => void } {
  const seen = { runs: 0, value: undefined as unknown, stop: () => {} }
  const value = computed(read)
  seen.stop = effect(() => {
    seen.value = value.value
    seen.runs++
  })
  return seen
}

describe('a change', () => {
  it('tells the readers of its path, of those above and of those below, and nobody else', () => {
    const store = createStore({ a: { b: 1, c: 2 }, list: [{ t: 'x' }, { t: 'y' }] }, () => {})
    const whole = watch(() => store.read(['a']))
    const changed = watch(() => store.read(['a', 'b']))
    const beside = watch(() => store.read(['a', 'c']))
    const element = watch(() => store.read(['list', 1, 't']))
    store.transact(draft => {
      draft.set(['a', 'b'], 5)
    })
    expect([whole.runs, changed.runs, beside.runs, element.runs]).toEqual([2, 2, 1, 1])
    expect(changed.value).toBe(5)
    store.transact(draft => {
      draft.set(['a'], { b: 5, c: 9 })
    })
    expect([whole.runs, changed.runs, beside.runs]).toEqual([3, 2, 2])
  })

  it('of a list’s length tells those who read past its end', () => {
    const store = createStore({ list: [1, 2, 3] }, () => {})
    const last = watch(() => store.read(['list', 2]))
    store.transact(draft => draft.remove(['list', 2]))
    expect(last.value).toBe(null)
    store.transact(draft => draft.insert(['list'], 2, 7))
    expect(last.value).toBe(7)
  })

  it('that throws leaves everything as it was', () => {
    const store = createStore({ a: 1 }, () => {})
    const before = store.value
    expect(() =>
      store.transact(draft => {
        draft.set(['a'], 2)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(store.value).toBe(before)
  })
})

interface Operation {
  readonly kind: 'set' | 'insert' | 'remove' | 'move'
  readonly path: Path
  readonly value: Json
}

const key = fc.oneof(fc.constantFrom('a', 'b', 'list'), fc.nat(3))
const path: fc.Arbitrary<Path> = fc.array(key, { minLength: 1, maxLength: 4 })
const { value: json } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(fc.nat(3), fc.constantFrom('x', 'y', null, true)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'list'), tie('value'), { maxKeys: 3 }),
  ),
}))
const state = fc.record({ a: json, b: json, list: fc.array(json, { maxLength: 4 }) })
const operation: fc.Arbitrary<Operation> = fc.record({ kind: fc.constantFrom('set', 'insert', 'remove', 'move'), path, value: json })

function writeAll(draft: Draft, operations: readonly Operation[]): void {
  for (const operation of operations) write(draft, operation)
}

/** Does what can be done there, and takes what stands elsewhere in the state for a value of its own. */
function write(draft: Draft, { kind, path, value }: Operation): void {
  const there = draft.at(path)
  const parent = draft.at(path.slice(0, -1))
  const isThere = there !== undefined
  if (kind === 'remove') draft.remove(path)
  else if (kind === 'insert' && Array.isArray(there)) draft.insert(path, Math.min(there.length, 1), value)
  else if (kind === 'move' && isThere && Array.isArray(draft.at(['list']))) draft.insert(['list'], 0, there)
  else if (kind === 'set' && parent !== null && typeof parent === 'object' && (isThere || !Array.isArray(parent))) draft.set(path, value)
}

describe('whatever is written', () => {
  const transactions = fc.array(fc.array(operation, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })

  it('its patches do the same to the state before it, and their inverse undoes it', () => {
    fc.assert(
      fc.property(state, transactions, (initial, all) => {
        const changes: Change[] = []
        const store = createStore(initial, change => void changes.push(change))
        const replica = createStore(structuredClone(initial), () => {})
        for (const operations of all) store.transact(draft => writeAll(draft, operations))
        for (const { patches } of structuredClone(changes)) replica.apply(patches)
        expect(replica.value).toEqual(store.value)
        for (const change of changes.toReversed()) store.apply(change.inverse)
        expect(store.value).toEqual(initial)
      }),
    )
  })

  it('who reads a path has the value at it, and the state that was is not touched', () => {
    fc.assert(
      fc.property(state, fc.array(path, { maxLength: 8 }), transactions, (initial, read, all) => {
        const first = structuredClone(initial)
        const store = createStore(initial, () => {})
        const readers = read.map(path => ({ path, seen: watch(() => store.read(path)) }))
        for (const operations of all) {
          store.transact(draft => writeAll(draft, operations))
          for (const { path, seen } of readers) expect(seen.value).toBe(store.peek(path))
        }
        expect(initial).toEqual(first)
      }),
    )
  })

  it('it is counted as what it leaves behind', () => {
    fc.assert(
      fc.property(state, fc.array(operation, { minLength: 1, maxLength: 6 }), (initial, operations) => {
        const written = writeState(initial, draft => writeAll(draft, operations))
        expect(sizeOf(initial) + (written?.grown ?? 0)).toBe(sizeOf(written?.after ?? initial))
      }),
    )
  })

  it('what it did not touch is the very same', () => {
    const initial = { list: Array.from({ length: 100 }, (_, at) => ({ at, of: { x: at } })), other: { y: 1 } }
    const { after, patches } = writeState(initial, draft => draft.set(['list', 3, 'of', 'x'], -1)) as Written
    expect(after.other).toBe(initial.other)
    expect((after.list as readonly Json[]).filter((element, at) => element !== initial.list[at])).toEqual([{ at: 3, of: { x: -1 } }])
    expect(patches).toEqual([{ op: 'replace', path: ['list', 3, 'of', 'x'], value: -1 }])
    expect(writeState(after, draft => draft.set(['list', 3, 'of', 'x'], -1))).toBe(null)
  })
})

it('what goes out and comes in again where it was is no change', () => {
  const initial = { list: [{ id: 'a' }, { id: 'b' }] }
  const again = (draft: Draft) => {
    const element = draft.at(['list', 0]) as Json
    draft.remove(['list', 0])
    draft.insert(['list'], 0, element)
  }
  expect(writeState(initial, again)).toBe(null)
})

it('a row that goes in first is one patch, however long the list', () => {
  const store = createStore({ list: Array.from({ length: 5000 }, (_, at) => at) }, () => {})
  const change = store.transact(draft => draft.insert(['list'], 0, -1))
  expect(change?.patches).toEqual([{ op: 'add', path: ['list', 0], value: -1 }])
  expect(change?.inverse).toEqual([{ op: 'remove', path: ['list', 0] }])
})

it('[S9] a hostile name is an own field or nothing', () => {
  const store = createStore({ a: {} }, () => {})
  expect(store.read(['__proto__'])).toBe(null)
  expect(store.read(['a', 'constructor', 'prototype'])).toBe(null)
  expect(store.peek(['a', 'toString'])).toBe(null)
})
