import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printTime } from '../../tests/print-time.ts'
import { arrangeRows, createRowText, pageOf, rowKey, selectedKeys } from './arrange-rows.ts'

const locale = { language: 'en-US', currency: 'USD', timeZone: 'UTC' }
const columns = [{ field: 'name' }, { field: 'amount', format: 'money' as const }]
const rows = [
  { name: 'Café', amount: 10 },
  { name: 'Rent', amount: null },
  { name: 'bus', amount: 2 },
  { name: 'Books', amount: 10 },
]

describe('arrangeRows', () => {
  it('keeps the order where nothing sorts', () => expect(arrangeRows(rows, columns, { query: ' ', sort: null }, locale)).toEqual([0, 1, 2, 3]))
  it('finds every word of the query in what is shown', () => {
    expect(arrangeRows(rows, columns, { query: 'cafe', sort: null }, locale)).toEqual([0])
    expect(arrangeRows(rows, columns, { query: '$10.00 BOO', sort: null }, locale)).toEqual([3])
    expect(arrangeRows(rows, columns, { query: 'nothing', sort: null }, locale)).toEqual([])
  })
  it('sorts by value, missing ones last both ways, equal ones in their order', () => {
    expect(arrangeRows(rows, columns, { query: '', sort: { field: 'amount', direction: 'up' } }, locale)).toEqual([2, 0, 3, 1])
    expect(arrangeRows(rows, columns, { query: '', sort: { field: 'amount', direction: 'down' } }, locale)).toEqual([0, 3, 2, 1])
    expect(arrangeRows(rows, columns, { query: '', sort: { field: 'name', direction: 'up' } }, locale)).toEqual([3, 2, 0, 1])
  })
  it('gives each row once, whatever the rows are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom('up', 'down'), (odd, direction) => {
        const arranged = arrangeRows(odd, columns, { query: '', sort: { field: 'name', direction } }, locale)
        expect(arranged.toSorted((a, b) => a - b)).toEqual(odd.map((_, index) => index))
      }),
    )
  })
})

describe('10,000 rows', () => {
  const read = { name: 0, amount: 0 }
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    get name() {
      read.name++
      return `Entry ${(index * 7919) % 10_007}`
    },
    get amount() {
      read.amount++
      return (index * 31) % 997
    },
  }))

  it('are sorted by reading each value once', () => {
    const started = performance.now()
    const sorted = arrangeRows(many, columns, { query: '', sort: { field: 'name', direction: 'up' } }, locale)
    printTime(started)
    expect([many[sorted[0] ?? -1]?.name, many[sorted[9999] ?? -1]?.name]).toEqual(['Entry 0', 'Entry 10006'])
    expect(read).toEqual({ name: 10_002, amount: 0 })
  })

  it('are searched by reading each value once, however many letters are typed', () => {
    read.name = 0
    const text = createRowText(columns, locale)
    const found = ['e', 'en', 'entry 7', 'entry 77'].map(query => {
      const started = performance.now()
      const { length } = arrangeRows(many, columns, { query, sort: null }, locale, text)
      printTime(started)
      return length
    })
    expect(found[0]).toBe(10_000)
    expect(found[3]).toBeLessThan(found[2] ?? 0)
    expect(read).toEqual({ name: 10_000, amount: 10_000 })
  })
})

describe('pages', () => {
  it('cuts the rows into pages and stays within them', () => {
    expect(pageOf([5, 6, 7], 1, 2)).toEqual({ page: 1, pages: 2, indices: [7] })
    expect(pageOf([5, 6, 7], 9, 2).page).toBe(1)
    expect(pageOf([], 3, 2)).toEqual({ page: 0, pages: 1, indices: [] })
  })
  it('is one page without a size', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index)
    expect(pageOf(many, 0, undefined)).toMatchObject({ pages: 1 })
  })
})

it('names rows by their key, their id, or their place', () => {
  expect(rowKey({ sku: 'a' }, 4, 'sku')).toBe('a')
  expect(rowKey({ id: 7 }, 4, undefined)).toBe(7)
  expect(rowKey({ id: { odd: true } }, 4, undefined)).toBe(4)
  expect([...selectedKeys(null)]).toEqual([])
  expect([...selectedKeys(['a', 'b'])]).toEqual(['a', 'b'])
  expect([...selectedKeys('a')]).toEqual(['a'])
})
