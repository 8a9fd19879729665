import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBreaker } from './breaker.ts'
import { createBudget } from './budget.ts'

let home = ''
let now = Date.UTC(2026, 10, 20, 12)
const clock = { now: () => now }
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cyanotype-budget-'))
  now = Date.UTC(2026, 10, 20, 12)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('[S40] what apps may spend on models in a day', () => {
  it('is counted by app and together, and what is over it is refused in words', () => {
    const budget = createBudget(home, clock, { app: 100, all: 150 })
    budget.hold('a', 60)({ input: 40, output: 20 })
    expect(() => budget.hold('a', 60)).toThrow(/This app has used up .* 100 tokens/)
    budget.hold('b', 60)({ input: 50, output: 10 })
    expect(() => budget.hold('c', 60)).toThrow(/Your apps together have used up .* 150 tokens/)
    expect(budget.spent()).toEqual({ all: 120, apps: { a: 60, b: 60 } })
  })

  it('is held back while calls are under way, so that two together spend no more than one may', () => {
    const budget = createBudget(home, clock, { app: 100, all: 1000 })
    const first = budget.hold('a', 60)
    expect(() => budget.hold('a', 60)).toThrow(/used up/)
    first({ input: 1, output: 1 })
    first({ input: 1, output: 1 })
    expect(budget.spent().all).toBe(2)
    expect(() => budget.hold('a', 60)).not.toThrow()
  })

  it('begins anew with the day, and not with a restart, nor with a clock that is set back', () => {
    createBudget(home, clock).hold('a', 10)({ input: 5, output: 5 })
    const again = createBudget(home, clock)
    expect(again.spent().all).toBe(10)
    now -= 3 * 86_400_000
    expect(again.spent().all).toBe(10)
    now += 4 * 86_400_000
    expect(again.spent().all).toBe(0)
  })

  it('keeps that a person stopped all of it', () => {
    createBudget(home, clock).setStopped(true)
    expect(createBudget(home, clock).stopped).toBe(true)
  })

  it('says what it cannot read, and takes nothing from it that is no count', () => {
    writeFileSync(join(home, 'llm.json'), '{broken')
    expect(createBudget(home, clock).warnings).toHaveLength(1)
    writeFileSync(join(home, 'llm.json'), JSON.stringify({ day: '2026-11-20', stopped: 'yes', apps: { a: -5, b: 'x', c: 7 } }))
    const budget = createBudget(home, clock)
    expect([budget.spent(), budget.stopped]).toEqual([{ all: 7, apps: { c: 7 } }, false])
    expect(readFileSync(join(home, 'llm.json'), 'utf8')).toContain('"c":7')
  })

  it('never gives out more than its limits, whatever the order of calls', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }), calls => {
        const budget = createBudget(mkdtempSync(join(home, 'p-')), clock, { app: 100, all: 180 })
        const open: (() => void)[] = []
        for (const [app, most, share] of calls) {
          try {
            const count = budget.hold(app, most)
            open.push(() => count({ input: Math.floor(most * share), output: 0 }))
          } catch {
            open.shift()?.()
          }
        }
        for (const close of open) close()
        const { all, apps } = budget.spent()
        expect(all).toBeLessThanOrEqual(180)
        for (const spent of Object.values(apps)) expect(spent).toBeLessThanOrEqual(100)
      }),
      { numRuns: 40 },
    )
  })
})

describe('[S40] what fails again and again', () => {
  it('is left alone for a minute after five failures, then tried once', () => {
    const breaker = createBreaker(clock)
    for (let failure = 0; failure < 5; failure++) {
      breaker.require('a')
      breaker.note('a', false)
    }
    expect(() => breaker.require('a')).toThrow(/5 times in a row/)
    breaker.require('b')
    now += 60_000
    breaker.require('a')
    breaker.note('a', false)
    expect(() => breaker.require('a')).toThrow(/in a row/)
    now += 60_000
    breaker.note('a', true)
    breaker.note('a', false)
    breaker.require('a')
  })
})
