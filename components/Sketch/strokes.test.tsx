import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import { outline, strokePath } from './stroke-path.ts'
import { makeStroke, mostPointsOfStroke, type PenPoint, pointsOf, readStrokes, thin, touches } from './strokes.ts'

const point = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
  pressure: fc.integer({ min: 0, max: 10 }).map(tenth => tenth / 10),
})

/** The distance of a place from a line of points. */
function distance({ x, y }: PenPoint, line: readonly PenPoint[]): number {
  return Math.min(
    ...line.map((to, at) => {
      const from = line[Math.max(0, at - 1)]!
      const [dx, dy] = [to.x - from.x, to.y - from.y]
      const length = dx * dx + dy * dy
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length))
      return Math.hypot(x - from.x - dx * share, y - from.y - dy * share)
    }),
  )
}

describe('thin', () => {
  it('leaves out no point that is further from the line than a small part of its width, and keeps the ends', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), line => {
        const left = thin(line, 10)
        expect(left[0]).toBe(line[0])
        expect(left.at(-1)).toBe(line.at(-1))
        for (const each of line) expect(distance(each, left)).toBeLessThanOrEqual(0.6 + 1e-9)
      }),
      { seed: randomSeed() },
    )
  })

  it('leaves two points of a straight line, and never too many of any', () => {
    const straight = Array.from({ length: 500 }, (_, at) => ({ x: at, y: at / 2, pressure: 0.5 }))
    expect(thin(straight, 4)).toHaveLength(2)
    const wild = Array.from({ length: 20_000 }, (_, at) => ({ x: (at * 7919) % 400, y: (at * 104_729) % 300, pressure: 0.5 }))
    expect(thin(wild, 1).length).toBeLessThanOrEqual(mostPointsOfStroke)
  })
})

describe('readStrokes', () => {
  it('reads what was made', () => {
    const stroke = makeStroke(
      [
        { x: 1.234, y: 2, pressure: 0.5 },
        { x: 90, y: 5.55, pressure: 0.777 },
      ],
      'blue',
      6,
    )
    expect(stroke).toEqual({ color: 'blue', size: 6, points: [1.2, 2, 0.5, 90, 5.6, 0.78] })
    expect(readStrokes([stroke])).toEqual([stroke])
    expect(pointsOf(stroke)).toHaveLength(2)
  })

  it('[S37] makes nothing of anything else', () => {
    expect(readStrokes('x')).toEqual([])
    expect(readStrokes([null, 3, {}, { points: 'x' }, { points: [1, 2] }, { points: [[1, 2, 3]] }])).toEqual([])
    expect(readStrokes([{ points: [1, 2, 3, 4], size: -1, color: 7 }])).toEqual([{ color: 'black', size: 4, points: [1, 2, 3] }])
  })
})

it('[S30] outlines are numbers and path letters, whatever the points are', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (line, size) => {
      const stroke = makeStroke(line, 'black', size)
      for (const path of [strokePath(stroke), outline(stroke, false)]) expect(path).toMatch(/^(?:M[-\d. eQZ]+)?$/)
    }),
    { seed: randomSeed() },
  )
  expect(strokePath({ color: 'black', size: 4, points: [5, 5, 0.5] })).toMatch(/^M.*Z$/)
})

it('feels a stroke beside it', () => {
  const stroke = { color: 'black', size: 4, points: [0, 0, 0.5, 100, 0, 0.5] }
  expect(touches(stroke, { x: 50, y: 4 }, 3)).toBe(true)
  expect(touches(stroke, { x: 50, y: 9 }, 3)).toBe(false)
})
