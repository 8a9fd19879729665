import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartModel, mostPoints, slices } from './chart-model.ts'

const locale = { language: 'en-US', currency: 'USD', timeZone: 'UTC' }

describe('chartModel', () => {
  it('takes one field, several, or fields with looks of their own', () => {
    const data = [
      { day: 'Mon', a: 1, b: '2' },
      { day: 'Tue', a: null },
    ]
    const model = chartModel({ kind: 'bar', data, x: 'day', y: ['a', { field: 'b', label: 'Bees', kind: 'line', color: 'teal' }] }, locale)
    expect(model.series).toEqual([
      { id: 's0', label: 'A', color: 'var(--accent)', kind: 'bar' },
      { id: 's1', label: 'Bees', color: 'var(--palette-teal)', kind: 'line' },
    ])
    expect(model.points.map(point => [point.label, point.values])).toEqual([
      ['Mon', { s0: 1, s1: 2 }],
      ['Tue', { s0: null, s1: null }],
    ])
  })

  it('splits records into series, in order of appearance', () => {
    const data = [
      { m: 'Jan', who: 'Ada', n: 1 },
      { m: 'Jan', who: 'Bo', n: 2 },
      { m: 'Feb', who: 'Bo', n: 3 },
      { m: 'Feb', who: 'Bo', n: 4 },
    ]
    const model = chartModel({ kind: 'line', data, x: 'm', y: 'n', series: 'who' }, locale)
    expect(model.series.map(series => series.label)).toEqual(['Ada', 'Bo'])
    expect(model.points.map(point => point.values)).toEqual([
      { s0: 1, s1: 2 },
      { s0: null, s1: 7 },
    ])
  })

  it('writes dates short, and colours only by name', () => {
    const model = chartModel({ kind: 'line', data: [{ d: '2026-01-05', n: 1 }], x: 'd', y: [{ field: 'n', color: 'url(#x)' }] }, locale)
    expect(model.points[0]?.label).toBe('Jan 5')
    expect(model.series[0]?.color).toBe('var(--accent)')
  })

  it('draws at most 2,000 points and keeps the peaks', () => {
    const data = Array.from({ length: 9_999 }, (_, index) => ({ x: index, y: index === 5_003 ? 999 : index % 7 }))
    const { points } = chartModel({ kind: 'line', data, x: 'x', y: 'y' }, locale)
    expect(points.length).toBeLessThanOrEqual(mostPoints)
    expect(points.some(point => point.values.s0 === 999)).toBe(true)
    expect(points.map(point => point.row)).toEqual(points.map(point => point.row).toSorted((a, b) => a - b))
  })

  it('takes whatever records arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (data, y) => {
        const model = chartModel({ kind: 'bar', data: data as never, x: 'x', y: y as never }, locale)
        expect(model.points).toHaveLength(data.length)
      }),
    )
    expect(chartModel({ kind: 'bar', data: null as never, x: 'x', y: 'y' }, locale).drawable).toBe(false)
    expect(chartModel({ kind: 'bar', data: [{ x: 1, y: 'many' }], x: 'x', y: 'y' }, locale).drawable).toBe(false)
  })
})

describe('slices', () => {
  it('leaves out what is not above zero and gathers the smallest beyond ten', () => {
    const data = Array.from({ length: 14 }, (_, index) => ({ name: `n${index}`, value: index - 1 }))
    const made = slices(chartModel({ kind: 'pie', data, x: 'name', y: 'value' }, locale))
    expect(made).toHaveLength(10)
    expect(made.at(-1)).toMatchObject({ label: 'Other', value: 1 + 2 + 3, row: null })
    expect(made.reduce((sum, slice) => sum + slice.value, 0)).toBe(78)
  })
})
