import { expect, it } from 'vitest'
import { createObserver } from '../../engine/observe/observer.ts'
import { createVitals, type VitalEntry } from './web-vitals.ts'

function vitals(entries: readonly Partial<VitalEntry>[]) {
  const observer = createObserver({ now: () => 0 })
  const take = createVitals(observer)
  for (const entry of entries) take({ entryType: '', name: '', startTime: 0, duration: 0, ...entry })
  return Object.fromEntries(observer.find().map(({ what, ms, size }) => [what, ms ?? size]))
}

it('takes the times of the page as the browser measured them, the last largest paint for LCP', () => {
  expect(
    vitals([
      { entryType: 'navigation', responseStart: 12 },
      { entryType: 'paint', name: 'first-paint', startTime: 80 },
      { entryType: 'paint', name: 'first-contentful-paint', startTime: 90 },
      { entryType: 'largest-contentful-paint', startTime: 95 },
      { entryType: 'largest-contentful-paint', startTime: 240 },
    ]),
  ).toEqual({ TTFB: 12, FCP: 90, LCP: 240 })
})

it('adds shifts up within a second of each other and five seconds in all, and keeps the worst', () => {
  const shift = (startTime: number, value: number, hadRecentInput = false) => ({ entryType: 'layout-shift', startTime, value, hadRecentInput })
  expect(vitals([shift(0, 0.1), shift(900, 0.1), shift(2500, 0.15)]).CLS).toBeCloseTo(0.2)
  expect(vitals([shift(0, 0.1), shift(100, 0.5, true)]).CLS).toBeCloseTo(0.1)
  // A row of shifts ends after five seconds, however close they are.
  expect(vitals(Array.from({ length: 10 }, (_, index) => shift(index * 800, 0.1))).CLS).toBeCloseTo(0.7)
})

it('gives the slowest interaction, leaving one out of every fifty', () => {
  const press = (interactionId: number, duration: number) => ({ entryType: 'event', interactionId, duration })
  expect(vitals([press(1, 40), press(2, 300), press(2, 310), press(0, 900)]).INP).toBe(310)
  expect(vitals([press(1, 900), ...Array.from({ length: 60 }, (_, index) => press(index + 2, 50))]).INP).toBe(50)
})
