import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createHistogram } from './histogram.ts'

const durations = fc.array(fc.double({ min: 0.001, max: 1_000_000, noNaN: true }), { minLength: 1, maxLength: 200 })

it('counts, adds up and keeps the longest exactly', () => {
  fc.assert(
    fc.property(durations, values => {
      const histogram = createHistogram()
      for (const value of values) histogram.add(value)
      expect(histogram.count).toBe(values.length)
      expect(histogram.sum).toBeCloseTo(
        values.reduce((sum, value) => sum + value, 0),
        3,
      )
      expect(histogram.max).toBe(Math.max(...values))
      expect(histogram.buckets().reduce((sum, bucket) => sum + bucket.count, 0)).toBe(values.length)
    }),
  )
})

it('gives every quantile within 9 % of the exact one', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const histogram = createHistogram()
      for (const value of values) histogram.add(value)
      const sorted = [...values].sort((a, b) => a - b)
      const exact = sorted[Math.max(1, Math.ceil(share * values.length)) - 1]!
      expect(Math.abs(histogram.quantile(share)! - exact) / exact).toBeLessThan(0.09)
    }),
  )
})

it('has no quantile while it is empty, and counts nothing that is no duration', () => {
  const histogram = createHistogram()
  for (const value of [Number.NaN, -1, Number.POSITIVE_INFINITY]) histogram.add(value)
  expect([histogram.count, histogram.quantile(0.5)]).toEqual([0, null])
})

it('takes what is shorter or longer than its buckets', () => {
  const histogram = createHistogram()
  histogram.add(0)
  histogram.add(1e12)
  expect(histogram.count).toBe(2)
  expect(histogram.quantile(0.5)).toBeLessThanOrEqual(0.001)
  expect(histogram.quantile(1)).toBe(1e12)
})
