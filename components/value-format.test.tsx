import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asNumber, readField } from './read-field.ts'
import { createCompare, type FormatLocale, formatNumber, formatValue } from './value-format.ts'

const locale: FormatLocale = { language: 'en-US', currency: 'USD', timeZone: 'America/New_York' }

describe('readField', () => {
  it('[B27] reads own fields and elements only', () => {
    expect(readField({ a: { b: [1, 2] } }, 'a.b.1')).toBe(2)
    expect(readField({ 'a.b': 3 }, 'a.b')).toBe(3)
    for (const name of ['__proto__', 'constructor', 'a.constructor', 'a.length', 'toString']) expect(readField({ a: [1] }, name)).toBeNull()
    expect(readField(null, 'a')).toBeNull()
    expect(readField('text', 'length')).toBeNull()
  })
  it('reads numbers out of texts that are wholly numbers', () => {
    expect(asNumber(' 12.5 ')).toBe(12.5)
    for (const odd of ['', ' ', '12px', null, undefined, true, Number.NaN, Number.POSITIVE_INFINITY]) expect(asNumber(odd)).toBeNull()
  })
})

describe('formatNumber', () => {
  it('writes money, percentages and plain numbers', () => {
    expect(formatNumber(12.5, { style: 'money' }, locale)).toBe('$12.50')
    expect(formatNumber(12.5, { style: 'money', currency: 'eur' }, locale)).toBe('€12.50')
    expect(formatNumber(0.25, { style: 'percent' }, locale)).toBe('25%')
    expect(formatNumber(12000.456, {}, locale)).toBe('12,000.46')
    expect(formatNumber(-0, {}, locale)).toBe('0')
    expect(formatNumber(12_300, { style: 'money', short: true }, locale)).toBe('$12.3K')
    expect(formatNumber(3, { signed: true }, locale)).toBe('+3')
  })
  it('falls back where a currency or a language is unknown, and never throws', () => {
    expect(formatNumber(1, { style: 'money', currency: 'not a code' }, locale)).toBe('$1.00')
    expect(formatNumber(1, {}, { ...locale, language: '???' })).toBe('1')
    expect(formatNumber(Number.NaN, {}, locale)).toBe('')
    fc.assert(
      fc.property(
        fc.double(),
        fc.string(),
        fc.string(),
        (n, currency, language) => typeof formatNumber(n, { style: 'money', currency }, { ...locale, language }) === 'string',
      ),
    )
  })
})

describe('formatValue', () => {
  it('writes dates without moving them between zones, and moments in the person’s zone', () => {
    expect(formatValue('2026-01-05', 'date', locale)).toBe('Jan 5, 2026')
    expect(formatValue(Date.UTC(2026, 0, 5, 2), 'date', locale)).toBe('Jan 4, 2026')
    expect(formatValue(Date.UTC(2026, 0, 5, 14), 'time', locale).replace(/\s/g, ' ')).toBe('Jan 5, 2026, 9:00 AM')
    expect(formatValue('soon', 'date', locale)).toBe('soon')
  })
  it('gives a text for any value in any format', () => {
    expect(formatValue(null, 'money', locale)).toBe('')
    expect(formatValue(['a', null, 2], 'text', locale)).toBe('a, 2')
    expect(formatValue({ name: 'Ada' }, 'text', locale)).toBe('Ada')
    expect(formatValue(true, 'bool', locale)).toBe('Yes')
    const formats = ['text', 'number', 'money', 'percent', 'date', 'time', 'bool', 'badge', 'link'] as const
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(...formats), (value, format) => typeof formatValue(value, format, locale) === 'string'))
  })
})

describe('createCompare', () => {
  it('puts missing values last in both directions', () => {
    for (const direction of ['up', 'down'] as const) expect([null, 2, '', 1].toSorted(createCompare(locale, direction)).slice(2)).toEqual([null, ''])
    expect(['b10', 'a', 'B2'].toSorted(createCompare(locale, 'up'))).toEqual(['a', 'B2', 'b10'])
  })
  it('is a total order', () => {
    const any = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const compare = createCompare(locale, 'up')
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
