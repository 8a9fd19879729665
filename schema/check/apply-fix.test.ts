import { expect, it } from 'vitest'
import { applyFix } from './apply-fix.ts'

const fix = (...edits: Parameters<typeof applyFix>[1]['edits'][number][]): Parameters<typeof applyFix>[1] => ({ title: 'x', edits })

it('sets, appends, removes and renames, and leaves the rest as it was', () => {
  const document = { a: { b: 1, c: [1, 2] }, d: {} }
  expect(applyFix(document, fix({ set: '/a/b', value: 2 }))).toEqual({ a: { b: 2, c: [1, 2] }, d: {} })
  expect(applyFix(document, fix({ set: '/a/c/-', value: 3 }))).toEqual({ a: { b: 1, c: [1, 2, 3] }, d: {} })
  expect(applyFix(document, fix({ set: '/e/-', value: 3 }))).toEqual({ ...document, e: [3] })
  expect(applyFix(document, fix({ remove: '/a/c/0' }))).toEqual({ a: { b: 1, c: [2] }, d: {} })
  expect(Object.keys(applyFix({ x: 1, y: 2, z: 3 }, fix({ rename: '/y', to: 'w' })) as object)).toEqual(['x', 'w', 'z'])
  const next = applyFix(document, fix({ set: '/a/b', value: 2 })) as typeof document
  expect(next.d).toBe(document.d)
  expect(document.a.b).toBe(1)
})

it('[B27] writes __proto__ as an own property', () => {
  const next = applyFix({}, fix({ set: '/__proto__', value: { polluted: true } })) as Record<string, unknown>
  expect(Object.keys(next)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).polluted).toBe(undefined)
})

it('throws where its place is not there', () => {
  expect(() => applyFix({}, fix({ set: '/a/b', value: 1 }))).toThrow(RangeError)
  expect(() => applyFix({}, fix({ rename: '/a', to: 'b' }))).toThrow(RangeError)
  expect(() => applyFix([1], fix({ remove: '/3' }))).toThrow(RangeError)
})
