import { computed, effect } from '@preact/signals-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Change } from './store.ts'
import { createStore } from './store.ts'

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
      ;(draft.a as { b: number }).b = 5
    })
    expect([whole.runs, changed.runs, beside.runs, element.runs]).toEqual([2, 2, 1, 1])
    expect(changed.value).toBe(5)
    store.transact(draft => {
      draft.a = { b: 5, c: 9 }
    })
    expect([whole.runs, changed.runs, beside.runs]).toEqual([3, 2, 2])
  })

  it('of a list’s length tells those who read past its end', () => {
    const store = createStore({ list: [1, 2, 3] }, () => {})
    const last = watch(() => store.read(['list', 2]))
    store.transact(draft => void (draft.list as number[]).pop())
    expect(last.value).toBe(null)
    store.transact(draft => void (draft.list as number[]).push(7))
    expect(last.value).toBe(7)
  })

  it('that throws leaves everything as it was', () => {
    const store = createStore({ a: 1 }, () => {})
    const before = store.value
    expect(() =>
      store.transact(draft => {
        draft.a = 2
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(store.value).toBe(before)
  })
})

it('what is undone by the inverse patches is what was there before, whatever was done', () => {
  const operation = fc.record({ kind: fc.constantFrom('push', 'pop', 'shift', 'set', 'sort', 'drop'), at: fc.nat(5), value: fc.integer() })
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 6 }), fc.array(operation, { minLength: 1, maxLength: 8 }), (list, operations) => {
      const changes: Change[] = []
      const store = createStore({ list, other: { x: 1 } }, change => void changes.push(change))
      const reader = watch(() => JSON.stringify(store.read(['list'])))
      const before = structuredClone(store.value) as JsonObject
      for (const { kind, at, value } of operations)
        store.transact(draft => {
          const target = draft.list as number[]
          if (kind === 'push') target.push(value)
          else if (kind === 'pop') target.pop()
          else if (kind === 'shift') target.shift()
          else if (kind === 'set') target[Math.min(at, target.length)] = value
          else if (kind === 'sort') target.sort((a, b) => a - b)
          else draft.other = { x: value }
        })
      expect(reader.value).toBe(JSON.stringify(store.value.list as Json))
      for (const change of [...changes].reverse()) store.apply(change.inverse)
      expect(store.value).toEqual(before)
      expect(reader.value).toBe(JSON.stringify(before.list))
    }),
  )
})

it('[S9] a hostile name is an own field or nothing', () => {
  const store = createStore({ a: {} }, () => {})
  expect(store.read(['__proto__'])).toBe(null)
  expect(store.read(['a', 'constructor', 'prototype'])).toBe(null)
  expect(store.peek(['a', 'toString'])).toBe(null)
})
