import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText, parseNumber, stepNumber } from './number-text.ts'

describe('parseNumber', () => {
  it.each([
    ['12', '.', 12],
    ['-3.5', '.', -3.5],
    ['−3,5', ',', -3.5],
    ['1,234.5', '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['1,5', '.', 1.5],
    ['1.5', ',', 1.5],
    ['1,500', '.', 1500],
    ['1.500', ',', 1500],
    ['0,500', '.', 0.5],
    ['1 234,5', ',', 1234.5],
    ["1'234.5", '.', 1234.5],
    ['1,234,567', '.', 1234567],
    ['.5', '.', 0.5],
    ['5.', '.', 5],
    ['٣٫٥', '.', 3.5],
    ['', '.', null],
    [' ', '.', null],
  ])('%j with %j is %j', (text, decimal, number) => {
    expect(parseNumber(text, decimal)).toBe(number)
  })

  it.each(['-', '.', ',', '1.2.3', '1-2', 'abc', '1e5', '--1'])('%j is unfinished', text => {
    expect(parseNumber(text, '.')).toBe('unfinished')
  })

  it('reads back what it writes, in every style', () => {
    const numbers = fc.integer({ min: -1e9, max: 1e9 }).map(whole => whole / 100)
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'es-ES', 'de-CH', 'ar-EG', 'hi-IN'),
        fc.constantFrom('plain', 'money', 'percent'),
        (number, language, format) => {
          const words = numberText(language, { format, currency: 'EUR' })
          expect(words.parse(words.write(number))).toBe(number === 0 ? 0 : number)
        },
      ),
    )
  })
})

it('percent: 0.05 is typed as 5', () => {
  const words = numberText('en-US', { format: 'percent' })
  expect(words.write(0.05)).toBe('5')
  expect(words.write(0.07)).toBe('7')
  expect(words.parse('7')).toBe(0.07)
  expect(words.after).toBe('%')
})

it('money has its sign where the language writes it, and its digits', () => {
  const { before, after, write } = numberText('en-US', { format: 'money', currency: 'USD' })
  expect([before, after, write(1234.5)]).toEqual(['$', '', '1,234.50'])
  expect(numberText('de-DE', { format: 'money', currency: 'EUR' })).toMatchObject({ before: '', after: '€' })
  expect(numberText('ja-JP', { format: 'money', currency: 'JPY' }).write(1200)).toBe('1,200')
  expect(numberText('en-US', { format: 'money', currency: '?' }).write(1.5)).toBe('1.5')
  expect(numberText('not a language', {}).write(1.5)).toBe('1.5')
})

describe('stepNumber', () => {
  it('moves on the grid and stays within the limits', () => {
    expect(stepNumber(5, 1, { step: 1 })).toBe(6)
    expect(stepNumber(0.1, 2, { step: 0.1 })).toBe(0.3)
    expect(stepNumber(7, 1, { step: 5 })).toBe(10)
    expect(stepNumber(7, -1, { step: 5 })).toBe(5)
    expect(stepNumber(10, 1, { step: 1, max: 10 })).toBe(10)
    expect(stepNumber(null, 1, { step: 1 })).toBe(1)
    expect(stepNumber(null, 1, { step: 1, min: 5 })).toBe(5)
    expect(stepNumber(null, -1, { step: 1, min: 0 })).toBe(0)
  })
})
