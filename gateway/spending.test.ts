import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSpending } from './spending.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'cyanotype-spending-'))
const DAY = 86_400_000

it('adds up a day’s requests, over a restart, and begins anew the day after', () => {
  const home = folder()
  let now = Date.UTC(2026, 10, 20, 9)
  const clock = { now: () => now }
  createSpending(home, clock).count({ input: 100, output: 20 }, 1.25)
  const again = createSpending(home, clock)
  again.count({ input: 1, output: 2 }, 0.5)
  expect(again.status()).toEqual({ day: '2026-11-20', requests: 2, inputTokens: 101, outputTokens: 22, seconds: 1.8, limit: null })
  now += DAY
  expect(again.status()).toMatchObject({ day: '2026-11-21', requests: 0, inputTokens: 0 })
  now -= 2 * DAY
  expect(again.status().day).toBe('2026-11-21')
})

it('[S40] refuses what is asked past the limit, until the limit is another', () => {
  const spending = createSpending(folder(), { now: () => 0 })
  spending.setLimit(100)
  spending.require()
  spending.count({ input: 90, output: 10 }, 1)
  expect(() => spending.require()).toThrow('limit of 100 tokens is used up')
  spending.setLimit(null)
  spending.require()
})

it('a file that cannot be read counts as nothing, which is said', () => {
  const home = folder()
  writeFileSync(join(home, 'spending.json'), '{"day":')
  const spending = createSpending(home, { now: () => 0 })
  expect(spending.warnings[0]).toContain('counts as nothing')
  spending.setLimit(5)
  expect(JSON.parse(readFileSync(join(home, 'spending.json'), 'utf8'))).toMatchObject({ limit: 5 })
})
