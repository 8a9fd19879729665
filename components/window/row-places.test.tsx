import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRowPlaces, stretchesOf } from './row-places.ts'

const keysOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `k${index}`)

describe('the places of rows', () => {
  it('adds up heights and gaps; what was never measured has the first rows’ mean', () => {
    const places = createRowPlaces()
    places.setRows(keysOf(5))
    places.setGap(10)
    expect(
      places.measure([
        ['k0', 20],
        ['k1', 40],
      ]),
    ).toBe(true)
    expect([0, 1, 2, 3, 5].map(places.top)).toEqual([0, 30, 80, 120, 200])
    expect(places.size(2, 5)).toBe(110)
    expect(places.size(3, 3)).toBe(0)
    places.measure([['k4', 90]])
    expect(places.top(4) - places.top(3)).toBe(40)
    expect(places.measure([['k4', 90]])).toBe(false)
  })

  it('leaves a height with its row, wherever the row goes', () => {
    const places = createRowPlaces()
    places.setRows(['a', 'b'])
    places.measure([
      ['a', 10],
      ['b', 70],
    ])
    places.setRows(['b', 'a'])
    expect(places.size(0, 1)).toBe(70)
    expect(places.indexOf('a')).toBe(1)
    expect(places.indexOf('gone')).toBe(-1)
  })

  it('finds the row at each height', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 }),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (heights, gap, share) => {
          const places = createRowPlaces()
          const keys = keysOf(heights.length)
          places.setRows(keys)
          places.setGap(gap)
          places.measure(keys.map((key, index) => [key, heights[index]!] as const))
          const y = share * places.top(keys.length)
          const at = places.at(y)
          expect(places.top(at)).toBeLessThanOrEqual(y)
          if (at < keys.length - 1) expect(places.top(at + 1)).toBeGreaterThan(y)
          expect(keys.map((_, index) => places.at(places.top(index)))).toEqual(keys.map((_, index) => index))
          expect([places.at(-1), places.at(Number.POSITIVE_INFINITY)]).toEqual([0, keys.length - 1])
        },
      ),
    )
    expect(createRowPlaces().at(10)).toBe(-1)
  })
})

describe('the stretches of a list', () => {
  it('are all of it, in order, and draw what is seen and what is kept', () => {
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.integer({ min: -9, max: 90 }),
        fc.integer({ min: -9, max: 90 }),
        fc.array(fc.integer({ min: -1, max: 90 })),
        (count, start, end, kept) => {
          const stretches = stretchesOf(count, { start, end }, kept)
          expect(stretches.flatMap(stretch => Array.from({ length: stretch.end - stretch.start }, (_, index) => stretch.start + index))).toEqual(
            Array.from({ length: count }, (_, index) => index),
          )
          for (const stretch of stretches)
            for (let index = stretch.start; index < stretch.end; index++) expect(stretch.drawn).toBe((index >= start && index < end) || kept.includes(index))
        },
      ),
    )
  })
})
