import { describe, expect, it, vi } from 'vitest'
import { createTestApp } from '../test-app.ts'
import { evaluateFormula } from './evaluate.ts'
import { createTurn } from './turn.ts'

/** A turn over a clock that only the test moves. */
function start() {
  let time = 0
  const stop = vi.fn()
  const turn = createTurn(() => time, stop)
  const evaluation = (milliseconds: number, steps: number, inner = () => {}) => {
    turn.begin()
    inner()
    time += milliseconds
    turn.end(steps)
  }
  const rest = (milliseconds: number) => {
    time += milliseconds
  }
  return { turn, stop, evaluation, rest }
}

describe('[B28] what all formulas of one turn do together', () => {
  it('is bounded by counted steps', async () => {
    const { turn, stop, evaluation } = start()
    for (let row = 0; row < 20; row++) evaluation(0, 100_000)
    expect(turn.isSpent()).toBe(false)
    evaluation(0, 1)
    expect(turn.isSpent()).toBe(true)
    await Promise.resolve()
    expect(stop).toHaveBeenCalledTimes(1)
    expect(turn.isSpent()).toBe(false)
  })

  it('is bounded by the time that evaluating takes, whatever was counted', async () => {
    const { turn, stop, evaluation } = start()
    for (let row = 0; row < 250; row++) evaluation(4, 0)
    expect(turn.isSpent()).toBe(false)
    evaluation(4, 0)
    expect(turn.isSpent()).toBe(true)
    await Promise.resolve()
    expect(stop).toHaveBeenCalledTimes(1)
  })

  it('does not count what lies between two evaluations, nor twice what an evaluation evaluates', async () => {
    const { turn, stop, evaluation, rest } = start()
    for (let row = 0; row < 3; row++) {
      evaluation(100, 1, () => evaluation(200, 1))
      rest(5000)
    }
    expect(turn.isSpent()).toBe(false)
    await Promise.resolve()
    expect(stop).not.toHaveBeenCalled()
  })

  it('is counted anew in each turn', async () => {
    const { stop, evaluation } = start()
    for (let turns = 0; turns < 5; turns++) {
      evaluation(900, 1_900_000)
      await Promise.resolve()
    }
    expect(stop).not.toHaveBeenCalled()
  })

  it('once it is spent nothing begins, also nothing that counts its work when it is done', () => {
    const { app } = createTestApp({ state: { list: { type: 'any', init: [{ a: 1 }] } } })
    const before = evaluateFormula("'' + list", app.env(app.names), app.formulas)
    expect(before).toBe('{"a":1}')
    for (let row = 0; row < 10_000; row++) evaluateFormula('range(9999).map(x => x).length', app.env(app.names), app.formulas)
    expect(evaluateFormula("'' + list", app.env(app.names), app.formulas)).toBe(null)
  })
})
