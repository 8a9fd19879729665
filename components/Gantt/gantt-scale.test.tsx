import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import { readBars, wallTime } from './gantt-bars.ts'
import { ganttScale, placeOn } from './gantt-scale.ts'

const day = (text: string): number => Date.parse(`${text}T00:00Z`)

describe('readBars', () => {
  it('takes days with their last one, and clock times as the person’s zone has them', () => {
    const [days, hours, open] = readBars(
      [
        { label: 'Walls', start: '2026-01-05', end: '2026-01-06', progress: 250, tone: 'good' },
        { label: 'Bake', start: Date.UTC(2026, 0, 5, 8), end: '2026-01-05T10:30' },
        { label: 'Party', start: '2026-01-12' },
      ],
      'Europe/Madrid',
    )
    expect(days).toEqual({ label: 'Walls', from: day('2026-01-05'), to: day('2026-01-07'), days: true, tone: 'good', done: 1 })
    expect(hours).toMatchObject({ from: Date.UTC(2026, 0, 5, 9), to: Date.UTC(2026, 0, 5, 10, 30), days: false, done: null })
    expect(open).toMatchObject({ from: day('2026-01-12'), to: day('2026-01-13') })
  })

  it('[S37] makes nothing of what is no date, and no bar that ends before it begins', () => {
    const odd = [{ start: 'soon' }, { start: '2026-02-30' }, { start: 1e300 }, { start: '9999-01-01' }, { start: null }, null, 3, { start: { toString: 1 } }]
    for (const bar of readBars(odd, 'Nowhere/None').slice(0, 1)) expect(bar).toMatchObject({ from: null, to: null })
    for (const bar of readBars(odd, 'UTC')) expect(bar.from === null || bar.to! > bar.from).toBe(true)
    expect(readBars([{ start: '2026-01-05', end: '2026-01-01' }], 'UTC')[0]).toMatchObject({ from: day('2026-01-05'), to: day('2026-01-06') })
    expect(readBars('x', 'UTC')).toEqual([])
  })

  it('reads a zone that nobody knows as UTC', () => expect(wallTime(0, 'Nowhere/None')).toBe(0))
})

describe('ganttScale', () => {
  it.each([
    ['2026-01-05T08:00', '2026-01-05T18:00', 'hours', '8 AM'],
    ['2026-01-05', '2026-01-16', 'days', '5'],
    ['2026-01-05', '2026-03-16', 'weeks', '5'],
    ['2026-01-05', '2026-11-16', 'months', 'Jan'],
    ['2026-01-05', '2031-11-16', 'years', '2026'],
    ['1248-01-01', '1880-01-01', 'several years', '1240'],
  ])('tells %s to %s in %s', (start, end, _, first) => {
    const scale = ganttScale(readBars([{ start, end }], 'UTC'), 'en-US')
    expect(scale?.ticks[0]?.label.replace('\u202f', ' ')).toBe(first)
    expect(scale?.ticks.length).toBeLessThanOrEqual(100)
  })

  it('holds every bar, and its parts follow each other without a gap', () => {
    const moment = fc.integer({ min: Date.UTC(1001, 0), max: Date.UTC(2999, 0) })
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, fc.nat(1000 * 86_400_000)), { minLength: 1, maxLength: 5 }), spans => {
        const bars = readBars(
          spans.map(([start, length]) => ({ start, end: start + length })),
          'UTC',
        )
        const scale = ganttScale(bars, 'en-US')!
        for (const bar of bars) {
          if (bar.from === null || bar.to === null) continue
          expect(placeOn(scale, bar.from)).toBeGreaterThanOrEqual(0)
          expect(placeOn(scale, bar.to)).toBeLessThanOrEqual(1)
        }
        for (const parts of [scale.ticks, scale.groups]) {
          let at = 0
          for (const part of parts) {
            expect(part.at).toBeCloseTo(at, 9)
            at = part.at + part.size
          }
          expect(at).toBeCloseTo(1, 9)
        }
      }),
      { seed: randomSeed(), numRuns: 60 },
    )
  })

  it('is none where nothing has a day', () => expect(ganttScale(readBars([{ label: 'Some day' }], 'UTC'), 'en-US')).toBe(null))
})
