import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { corpus } from '../tests/corpus.ts'
import { systemClock } from './clock.ts'
import { createLog, redact } from './log.ts'

function logged(fields: { readonly [name: string]: string }, secrets: readonly string[] = []): string {
  let text = ''
  createLog({ clock: systemClock, write: line => (text += line), secrets: () => secrets }).info('test', fields)
  return text
}

it('[S47] writes no secret, wherever in a text it stands', () => {
  const key = 'canary/key+0123456789='
  expect(logged({ a: `https://x.example/?k=${key}&b`, b: key }, [key])).not.toContain(key)
  expect(logged({ a: 'sent Authorization: Bearer abcdefghijklmnop and sk-ant-api03-abcdefghijklmnop' })).not.toMatch(/abcdefghijklmnop/)
})

it('[S47] redacts the longer text around a short secret only where it stands', () => {
  expect(redact('one two three', ['two'])).toBe('one two three')
  expect(redact('one twofold three', ['twofold'])).toBe('one [redacted] three')
})

it('[S50] makes one line of printable characters of anything', () => {
  const line = logged({ a: '\u001b[31mred\r\nfake: {"level":"error"}\u009b2J\u202e\u2028\u0000' })
  expect(line.match(/\n/g)).toHaveLength(1)
  expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
  expect(JSON.parse(line).a).toBe('\u001b[31mred\r\nfake: {"level":"error"}\u009b2J\u202e\u2028\u0000')
})

const naughty = corpus('naughty-strings')
it.skipIf(naughty === null)('[S50] holds for every naughty string', () => {
  const text = readFileSync(`${naughty}/blns.json`, 'utf8')
  const strings = JSON.parse(text) as string[]
  expect(strings.length).toBeGreaterThan(400)
  for (const string of strings) {
    const line = logged({ string })
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(line).string).toBe(string)
  }
})
