import { expect, it } from 'vitest'
import { createObserver } from '../../engine/observe/observer.ts'
import { noteVital } from './web-vitals.ts'

it('notes times as times, and shifts as a number', () => {
  const observer = createObserver({ now: () => 0 })
  noteVital(observer, { name: 'LCP', value: 240 })
  noteVital(observer, { name: 'CLS', value: 0.15 })
  expect(observer.find().map(({ what, ms, size }) => ({ what, ms, size }))).toEqual([
    { what: 'LCP', ms: 240, size: null },
    { what: 'CLS', ms: null, size: 0.15 },
  ])
})
