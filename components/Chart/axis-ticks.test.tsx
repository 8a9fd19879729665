import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTicks } from './axis-ticks.ts'

describe('axisTicks', () => {
  it('are numbers that one would write on an axis oneself', () => {
    expect(axisTicks([860, 710, 1310])).toEqual([0, 500, 1000, 1500])
    expect(axisTicks([0.12, 0.31])).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(axisTicks([-30, 45])).toEqual([-40, -20, 0, 20, 40, 60])
  })

  it('count whole things in whole numbers', () => {
    expect(axisTicks([1, 2])).toEqual([0, 1, 2])
    expect(axisTicks([])).toEqual([0, 1])
    expect(axisTicks([0, 0])).toEqual([0, 1])
  })

  it('hold every value and zero, rise, and are few', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter(n => n === 0 || Math.abs(n) > 1e-6),
          { minLength: 1, maxLength: 30 },
        ),
        values => {
          const ticks = axisTicks(values)
          const slack = (ticks.at(-1)! - ticks[0]!) * 1e-6
          expect(ticks.length).toBeGreaterThanOrEqual(2)
          expect(ticks.length).toBeLessThanOrEqual(7)
          expect(ticks[0]! - slack).toBeLessThanOrEqual(Math.min(0, ...values))
          expect(ticks.at(-1)! + slack).toBeGreaterThanOrEqual(Math.max(0, ...values))
          for (let index = 1; index < ticks.length; index++) expect(ticks[index]).toBeGreaterThan(ticks[index - 1]!)
        },
      ),
    )
  })
})
