import { describe, expect, it } from 'vitest'
import { numberProblem, orderedTextProblem, ruleProblem, textProblem } from './problems.ts'

describe('textProblem', () => {
  it.each([
    ['email', ['a@b.co', 'first.last+tag@sub.example.org', ' a@b.co '], ['a', 'a@b', '@b.co', 'a b@c.de', 'a@b..co']],
    ['url', ['https://example.com', 'example.com/path?q=1', 'http://localhost:3000'], ['example', 'javascript:alert(1)', 'ftp://example.com', 'exa mple.com']],
    ['phone', ['+34 600 123 456', '(020) 7946-0018', '112'], ['12', 'call me', '+34x600123456', '1234567890123456']],
  ])('knows a %s from a slip', (kind, good, bad) => {
    for (const text of good) expect([text, textProblem(text, { kind })]).toEqual([text, null])
    for (const text of bad) expect([text, textProblem(text, { kind })]).toEqual([text, expect.any(String)])
  })

  it('counts characters as people do, and leaves the empty text to `required`', () => {
    expect(textProblem('👍👍', { maxLength: 2 })).toBe(null)
    expect(textProblem('abc', { maxLength: 2 })).toBe('At most 2 characters; it has 3.')
    expect(textProblem('a', { minLength: 2 })).toBe('At least 2 characters; it has 1.')
    expect(textProblem('', { minLength: 2, kind: 'email' })).toBe(null)
  })
})

it('numbers and days are held against their limits', () => {
  expect(numberProblem(0, { min: 1 }, n => `${n} kg`)).toBe('At least 1 kg.')
  expect(numberProblem(9, { max: 5 }, String)).toBe('At most 5.')
  expect(numberProblem(null, { min: 1 }, String)).toBe(null)
  expect(orderedTextProblem('2026-01-01', { min: '2026-01-02' }, day => day)).toBe('Not before 2026-01-02.')
  expect(orderedTextProblem('10:30', { max: '09:00' }, time => time)).toBe('Not after 09:00.')
})

it('the first rule that fails speaks; one that is not computed yet holds', () => {
  expect(
    ruleProblem([
      { check: true, message: 'a' },
      { check: false, message: 'b' },
      { check: false, message: 'c' },
    ]),
  ).toBe('b')
  expect(ruleProblem([{ message: 'a' }])).toBe(null)
  expect(ruleProblem(undefined)).toBe(null)
})
