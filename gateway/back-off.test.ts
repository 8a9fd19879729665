import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backOff } from './back-off.ts'

it('stays between half and the whole of a span that doubles, and never comes sooner than asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.option(fc.nat(60_000)), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, retryAfter, random) => {
      const span = Math.min(20_000, 1_000 * 2 ** (attempt - 1))
      const pause = backOff(attempt, retryAfter, () => random)
      const asked = retryAfter ?? 0
      expect(pause).toBeGreaterThanOrEqual(retryAfter === null ? span / 2 : asked + Math.floor(span / 4))
      expect(pause).toBeLessThanOrEqual(retryAfter === null ? span : asked + span / 2)
    }),
  )
})
