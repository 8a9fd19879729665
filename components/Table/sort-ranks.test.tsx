import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCompare } from '../value-format.ts'
import { createRanks, inOrder } from './sort-ranks.ts'

const locale = { language: 'de', currency: 'EUR', timeZone: 'UTC' }
const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<unknown>(0.5, -0, Number.NaN, null, undefined, '', 'a', 'A', 'ä', 'b 2', 'b 10', 'Öl', true, false, { name: 'b' }, ['a'], '3'),
)

it('puts rows in the order that comparing their values gives', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.constantFrom('up' as const, 'down' as const), fc.func(fc.boolean()), (values, direction, isThere) => {
      const rows = values.map(field => ({ field }))
      const compare = createCompare(locale, direction)
      const indices = rows.map((_, index) => index).filter(index => isThere(index))
      const compared = indices.toSorted((a, b) => compare(values[a], values[b]) || a - b)
      expect(inOrder(indices, createRanks(rows, locale)('field'), direction)).toEqual(compared)
    }),
    { numRuns: 500 },
  )
})

it('reads a field once, however often the rows are turned', () => {
  let reads = 0
  const rows = [3, 1, 2].map(n => ({
    get n() {
      reads++
      return n
    },
  }))
  const ranksOf = createRanks(rows, locale)
  expect(inOrder([0, 1, 2], ranksOf('n'), 'up')).toEqual([1, 2, 0])
  const read = reads
  expect(inOrder([0, 1, 2], ranksOf('n'), 'down')).toEqual([0, 2, 1])
  expect(reads).toBe(read)
})
