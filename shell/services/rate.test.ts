import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRate } from './rate.ts'

it('never allows more than so many within the time, whatever happens when', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (pauses, most) => {
      let time = 0
      const rate = createRate(most, 1000, () => time)
      const taken: number[] = []
      for (const pause of pauses) {
        time += pause
        if (rate.take()) taken.push(time)
      }
      for (const at of taken) expect(taken.filter(other => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(most)
    }),
  )
})

it('goes on after a clock that was set back', () => {
  let time = 1_000_000
  const rate = createRate(1, 1000, () => time)
  expect(rate.take()).toBe(true)
  time = 0
  expect(rate.take()).toBe(true)
  expect(rate.take()).toBe(false)
})
