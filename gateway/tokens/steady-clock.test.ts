import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSteadyClock } from './steady-clock.ts'

it('[S21] goes on with whichever clock goes further, and never back', () => {
  let [wall, ticks] = [1_000_000, 0]
  const time = createSteadyClock({ now: () => wall }, () => ticks)
  const after = (wallBy: number, ticksBy: number) => {
    wall += wallBy
    ticks += ticksBy
    return time()
  }
  expect(time()).toBe(1_000_000)
  expect(after(1_000, 1_000)).toBe(1_001_000)
  // Set back by an hour while a second passed.
  expect(after(-3_600_000, 1_000)).toBe(1_002_000)
  // A machine that slept: only the wall clock went on.
  expect(after(60_000, 0)).toBe(1_062_000)
  expect(after(0, 500)).toBe(1_062_500)
})

it('[S21] whatever the two clocks do', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 1e6 })), { maxLength: 30 }), moves => {
      let [wall, ticks] = [0, 0]
      const time = createSteadyClock({ now: () => wall }, () => ticks)
      let before = time()
      for (const [wallBy, ticksBy] of moves) {
        wall += wallBy
        ticks += ticksBy
        const now = time()
        expect(now).toBeGreaterThanOrEqual(before + ticksBy)
        before = now
      }
    }),
  )
})
