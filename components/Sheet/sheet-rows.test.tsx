import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { parseCell, sheetColumns, typedText } from './sheet-columns.ts'
import { clearBlock, newRow, pasteBlock, writeCell, writeField } from './sheet-rows.ts'
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts'

const locale = { language: 'en-US', timeZone: 'UTC', currency: 'USD' }
const columns = sheetColumns([
  { field: 'what' },
  { field: 'count', type: 'number' },
  { field: 'done', type: 'bool' },
  { field: 'sum', type: 'money', formula: row => row },
])
const rows: readonly Json[] = [
  { id: 'a', what: 'Paint', count: 4, done: true, note: 'kept' },
  { id: 'b', what: 'Tape', count: null, done: false, note: '' },
]

describe('tab-separated text', () => {
  it('gives back every block that was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '😀'), maxLength: 6 })
    // A single empty cell is an empty text, and so is a block that ends with an empty line.
    const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        block.filter(lines => writeTabSeparated(lines).replace(/\n$/, '') === writeTabSeparated(lines)),
        lines => {
          expect(readTabSeparated(writeTabSeparated(lines))).toEqual(lines)
        },
      ),
      { seed: randomSeed() },
    )
  })

  it('reads what other spreadsheets write', () => {
    expect(readTabSeparated('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readTabSeparated('"say ""hi"""\t"no end')).toEqual([['say "hi"', '"no end']])
    expect(readTabSeparated('5" pipe')).toEqual([['5" pipe']])
    expect(readTabSeparated('"a" b')).toEqual([['"a" b']])
  })
})

describe('cells', () => {
  it.each([
    ['1,234.5', 'number', 1234.5],
    ['$12.50', 'money', 12.5],
    ['25 %', 'percent', 0.25],
    ['', 'number', null],
    ['many', 'number', undefined],
    ['yes', 'bool', true],
    ['', 'bool', false],
    ['perhaps', 'bool', undefined],
    ['2026-01-31', 'date', '2026-01-31'],
    ['2026-02-30', 'date', undefined],
    [' as it is ', 'text', ' as it is '],
  ] as const)('reads %j as %s', (text, type, value) => expect(parseCell(text, type, locale)).toBe(value))

  it.each(['number', 'money', 'percent'] as const)('says %s so that it can be read again', type => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), number => {
        expect(parseCell(typedText(number / 100, type, locale), type, locale)).toBeCloseTo(number / 100, 9)
      }),
      { seed: randomSeed() },
    )
  })
})

describe('rows', () => {
  it('change where they are written and nowhere else', () => {
    const next = writeCell(rows, columns[1]!, 1, 7)
    expect(next[1]).toEqual({ id: 'b', what: 'Tape', count: 7, done: false, note: '' })
    expect(next[0]).toBe(rows[0])
    expect(writeCell(rows, columns[3]!, 0, 1)).toBe(rows)
    expect(writeCell([3], columns[0]!, 0, 'x')).toEqual([3])
  })

  it('take dotted fields, and hostile ones as names', () => {
    expect(writeField({ a: { b: 1, c: 2 } }, 'a.b', 3)).toEqual({ a: { b: 3, c: 2 } })
    expect(writeField({ 'a.b': 1 }, 'a.b', 3)).toEqual({ 'a.b': 3 })
    const written = writeField({}, '__proto__', 'x')
    expect(Object.hasOwn(written, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype)
  })

  it('are emptied in their editable cells', () => {
    expect(clearBlock(rows, columns, { top: 0, bottom: 0, left: 0, right: 3 })[0]).toEqual({ id: 'a', what: '', count: null, done: false, note: 'kept' })
  })

  it('are added in the shape of those there are, with an id that nobody has', () => {
    expect(newRow(rows, columns)).toEqual({ id: 'row-3', what: '', count: null, done: false, note: '' })
    expect(newRow([{ id: 2 }, { id: 3 }], columns).id).toBe(4)
    expect(newRow([], columns)).toEqual({ id: 'row-1', what: '', count: null, done: false })
    expect(newRow([{ what: 'x' }], columns)).toEqual({ what: '', count: null, done: false })
  })

  it('are pasted over, and added below where that is allowed; what fits nowhere is counted', () => {
    const texts = [
      ['Roller', '2', 'yes', '9'],
      ['Brush', 'some'],
    ]
    const grown = pasteBlock(rows, columns, { row: 1, column: 0 }, texts, { grow: true, locale })
    expect(grown.rows).toHaveLength(3)
    expect(grown.rows[1]).toMatchObject({ id: 'b', what: 'Roller', count: 2, done: true })
    expect(grown.rows[2]).toMatchObject({ id: 'row-3', what: 'Brush', count: null })
    expect(grown.left).toBe(2)
    expect(grown.block).toEqual({ top: 1, bottom: 2, left: 0, right: 3 })
    expect(pasteBlock(rows, columns, { row: 1, column: 0 }, texts, { grow: false, locale }).rows).toHaveLength(2)
  })
})
