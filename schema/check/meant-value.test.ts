import { describe, expect, it } from 'vitest'
import { parseType } from '../formula/types.ts'
import { meantAsType, meantValue } from './meant-value.ts'

describe('meantValue', () => {
  it('reads numbers, with a unit of the screen or without', () => {
    for (const text of ['12', ' 12 ', '12px', '12 rem']) expect(meantValue(text, ['number'])).toBe(12)
    for (const text of ['12 apples', '', 'twelve', '1e3', '0x10', '1,5']) expect(meantValue(text, ['number'])).toBe(undefined)
  })

  it('reads true and false, also as others write them', () => {
    for (const value of ['true', 'True', 'yes', 'on', 1]) expect(meantValue(value, ['bool'])).toBe(true)
    for (const value of ['false', 'NO', 'off', 0]) expect(meantValue(value, ['bool'])).toBe(false)
    for (const value of ['maybe', 2, '']) expect(meantValue(value, ['bool'])).toBe(undefined)
  })

  it('takes the one out of a list of one, and puts one into a list', () => {
    expect(meantValue(['a'], ['text'])).toBe('a')
    expect(meantValue(['a', 'b'], ['text'])).toBe(undefined)
    expect(meantValue({ value: 1 }, ['list'], ['record'])).toEqual([{ value: 1 }])
    expect(meantValue('a, b', ['list'], ['text'])).toEqual(['a', 'b'])
    expect(meantValue('${a}, ${b}', ['list'], ['text'])).toBe(undefined)
  })

  it('takes a text out of a record of its own', () => {
    expect(meantValue({ text: 'Add' }, ['text'])).toBe('Add')
    expect(meantValue({ text: 'Add', tone: 'good' }, ['text'])).toBe(undefined)
  })

  it('says nothing of a value that fits', () => {
    for (const value of ['a', 1, true, [], {}]) expect(meantValue(value, ['any'])).toBe(undefined)
    expect(meantValue('12', ['text', 'number'])).toBe(undefined)
  })
})

describe('meantAsType', () => {
  it('[B11] gives a first value of its type, or nothing', () => {
    const meant = (value: Parameters<typeof meantAsType>[0], written: Parameters<typeof parseType>[0]) => {
      const type = parseType(written)
      return type.ok ? meantAsType(value, type.type) : 'no type'
    }
    expect(meant('0', 'number')).toBe(0)
    expect(meant('', [{ id: 'text' }])).toEqual([])
    expect(meant({ id: 'a' }, [{ id: 'text' }])).toEqual([{ id: 'a' }])
    expect(meant([1, 2], [['number']])).toEqual([[1, 2]])
    expect(meant('soon', 'date')).toBe(undefined)
    expect(meant(12, 'text')).toBe('12')
  })
})
