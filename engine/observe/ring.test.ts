import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRing } from './ring.ts'

it('holds the last so many, in the order in which they came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer(), { maxLength: 40 }), (capacity, values) => {
      const ring = createRing(capacity, () => ({ value: 0 }))
      for (const value of values) ring.next().value = value
      const kept = Array.from({ length: ring.size }, (_, steps) => ring.back(steps)?.value).reverse()
      expect(kept).toEqual(values.slice(-capacity))
      expect([ring.back(ring.size), ring.back(-1)]).toEqual([undefined, undefined])
    }),
  )
})

it('makes no new entry once it is full', () => {
  let made = 0
  const ring = createRing(4, () => ({ value: ++made }))
  for (let turn = 0; turn < 100; turn++) ring.next()
  expect(made).toBe(4)
})

it('is empty after it was cleared, and fills again', () => {
  const ring = createRing(2, () => ({ value: 0 }))
  for (const value of [1, 2, 3]) ring.next().value = value
  ring.clear()
  expect(ring.size).toBe(0)
  ring.next().value = 9
  expect([ring.back(0)?.value, ring.back(1)]).toEqual([9, undefined])
})

it('refuses a capacity that holds nothing', () => {
  for (const capacity of [0, -1, 1.5, Number.NaN]) expect(() => createRing(capacity, () => 0)).toThrow(RangeError)
})
