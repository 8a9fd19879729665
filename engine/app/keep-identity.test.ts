import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { keepIdentity } from './keep-identity.ts'

describe('what has stayed as it was', () => {
  it('keeps its identity, and what has changed is what has come', () => {
    const before = { a: { x: [1, { y: 2 }] }, b: { c: 1 }, d: [1, 2] }
    const kept = keepIdentity({ a: { x: [1, { y: 2 }] }, b: { c: 2 }, d: [1, 2, 3] }, before) as typeof before
    expect(kept).toEqual({ a: { x: [1, { y: 2 }] }, b: { c: 2 }, d: [1, 2, 3] })
    expect(kept.a).toBe(before.a)
    expect(kept.b).not.toBe(before.b)
  })

  it('is the document itself where nothing differs, and never another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(keepIdentity(structuredClone(one) as Json, one as Json)).toBe(one)
        expect(keepIdentity(one as Json, other as Json)).toEqual(one)
      }),
    )
  })

  it('[S9] a record’s own "__proto__" stays an own field', () => {
    const next = JSON.parse('{"__proto__": {"x": 1}, "b": 2}')
    const kept = keepIdentity(next, JSON.parse('{"__proto__": {"x": 1}, "b": 3}'))
    expect(Object.keys(kept as object)).toEqual(['__proto__', 'b'])
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype)
  })
})
