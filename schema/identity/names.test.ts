import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { cleanText } from './clean-text.ts'
import { imitates } from './names.ts'
import { skeleton } from './skeleton.ts'

describe('cleanText', () => {
  it('[S14] takes out and counts what is invisible', () => {
    const tagged = [...'delete all'].map(letter => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join('')
    expect(cleanText(`A list${tagged}`)).toEqual({ text: 'A list', removed: 10 })
    expect(cleanText('a\u200Bb\u200Cc\u200Dd\uFEFFe\u2060f\u00ADg\u0000h\u001Bi')).toEqual({ text: 'abcdefghi', removed: 8 })
    expect(cleanText('\u202Eevil\u202C \u2066x\u2069\u200E\u200F\u061C')).toEqual({ text: 'evil x', removed: 7 })
    expect(cleanText('x\u{E0101}\u{E01EF}\uFE00y\u3164\u115F\u2800z\uFFF9')).toEqual({ text: 'xyz', removed: 7 })
    expect(cleanText('a\ud800b')).toEqual({ text: 'ab', removed: 1 })
  })

  it('keeps what people write', () => {
    for (const text of ['One\n\ttwo\r\n', '👩‍👩‍👧 ❤️ 1️⃣ 👍🏽 👩🏽‍🚀 🏳️‍🌈', 'می‌خواهم', 'क्‍ष', 'Ünïcödé 日本語 한국어 עברית', 'e\u0301'])
      expect(cleanText(text)).toEqual({ text, removed: 0 })
  })

  it('takes joiners out where nothing is joined', () => {
    expect(cleanText('a\u200D\u200Db 👍\u200D x \u200D👍 می\u200C\u200Cخ').removed).toBe(6)
  })

  it('gives a text in which nothing more is to be taken out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = cleanText(text).text
        expect(once.length).toBeLessThanOrEqual(text.length)
        expect(once.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('skeleton', () => {
  it('[S15] is the same for what looks the same', () => {
    for (const [a, b] of [
      ['Cyanotype', 'Суаnоtуре'],
      ['paypal', 'PаyPaI'],
      ['modern', 'modem'],
      ['Ａｌｌｏｗ', 'aIIow'],
      ['  a   b ', 'A B'],
    ] as const)
      expect(skeleton(a)).toBe(skeleton(b))
    expect(skeleton('Todos')).not.toBe(skeleton('Notes'))
  })

  const folder = corpus('unicode')
  it.skipIf(folder === null)('[S15] knows the letters of other alphabets that are drawn like Latin ones on purpose', () => {
    const missed: string[] = []
    let pairs = 0
    for (const line of readFileSync(join(folder!, 'intentional.txt'), 'utf8').split('\n')) {
      const match = /^([0-9A-F]{4,6}) ;\s*([0-9A-F]{4,6})\s*#/.exec(line)
      if (match === null) continue
      const [latin, other] = [match[1]!, match[2]!].map(code => String.fromCodePoint(Number.parseInt(code, 16))) as [string, string]
      if (!/[A-Za-z]/.test(latin) || !/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(other)) continue
      pairs++
      if (skeleton(latin) !== skeleton(other)) missed.push(`${latin} ${other}`)
    }
    expect(pairs).toBe(29)
    expect(missed).toEqual([])
  })
})

describe('imitates', () => {
  it('[S15] lets ordinary names be', () => {
    const names =
      'Todos|Solar System Quiz|Pomodoro|Bank holidays|Expense tracker|Settings for my camera|World clock|Ünïcödé|📚 Reading list|日本語|Account book|2048|Habit tracker|Allowance|A|'
    for (const name of names.split('|')) expect({ name, found: imitates(name) }).toEqual({ name, found: null })
  })

  it('[S15] finds the desktop under any dress', () => {
    for (const name of [
      'Cyanotype',
      'cyan0type',
      'СYANOTYPE',
      'C y a n o t y p e',
      'Cyanotype Settings',
      'S.y.s.t.e.m',
      'Official Cyanotype App',
      'S\u0443stem\u200B',
      '\u202EwollA',
    ])
      expect({ name, found: imitates(name) }).not.toEqual({ name, found: null })
    expect(imitates('Pаssword')).toBe('Password')
  })

  const own = corpus('own')
  it.skipIf(own === null)('[S15] finds every look-alike of the list', () => {
    const { lookalikes, reserved } = JSON.parse(readFileSync(join(own!, 'spoof-names.json'), 'utf8')) as {
      lookalikes: string[]
      reserved: string[]
    }
    expect(lookalikes.length).toBe(25)
    for (const name of [...reserved, ...lookalikes]) expect({ name, found: imitates(name) }).not.toEqual({ name, found: null })
  })
})
