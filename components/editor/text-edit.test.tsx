import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import { applyChange, changeBetween, evenLines } from './text-edit.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '😀'), maxLength: 12 })

it('makes of any text any other by one change', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after)
      expect(change === null ? before : applyChange(before, change)).toBe(after)
    }),
    { seed: randomSeed() },
  )
})

it('leaves what stands before and after it alone', () => {
  expect(changeBetween('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' })
  expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
  expect(changeBetween('same', 'same')).toBe(null)
})

it('ends lines with a line feed', () => {
  expect(evenLines('a\r\nb\rc\n')).toBe('a\nb\nc\n')
})
