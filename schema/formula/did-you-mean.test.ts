import fc from 'fast-check'
import { expect, it } from 'vitest'
import { didYouMean, distance } from './did-you-mean.ts'

it('[B3] finds the nearest name', () => {
  expect(didYouMean('doen', ['id', 'done', 'title'])).toBe('done')
  expect(didYouMean('onClik', ['onClick', 'onPress'])).toBe('onClick')
  expect(didYouMean('Buton', ['Box', 'Button'])).toBe('Button')
  expect(didYouMean('TITLE', ['title'])).toBe('title')
  expect(didYouMean('xyz', ['title'])).toBeUndefined()
  expect(didYouMean('i', ['x', 'id'])).toBeUndefined()
  expect(didYouMean('__proto__', ['title'])).toBeUndefined()
})

it('[B3] the distance is symmetric, and 0 for the same text alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, b) === 0).toBe(a === b)
    }),
  )
  expect(distance('doen', 'done')).toBe(1)
})
