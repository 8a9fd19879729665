import { describe, expect, it, vi } from 'vitest'
import { createTestApp } from '../test-app.ts'
import { watchView } from '../tree/watched-tree.ts'
import type { AppEnv } from './env.ts'
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
    for (let row = 0; row < 10; row++) evaluation(0, 100_000)
    expect(turn.isSpent()).toBe(false)
    evaluation(0, 1)
    expect(turn.isSpent()).toBe(true)
    await Promise.resolve()
    expect(stop).toHaveBeenCalledTimes(1)
    expect(turn.isSpent()).toBe(false)
  })

  it('is bounded by the time that evaluating takes, whatever was counted', async () => {
    const { turn, stop, evaluation } = start()
    for (let row = 0; row < 125; row++) evaluation(4, 0)
    expect(turn.isSpent()).toBe(false)
    evaluation(4, 0)
    expect(turn.isSpent()).toBe(true)
    await Promise.resolve()
    expect(stop).toHaveBeenCalledTimes(1)
  })

  it('does not count what lies between two evaluations, nor twice what an evaluation evaluates', async () => {
    const { turn, stop, evaluation, rest } = start()
    for (let row = 0; row < 3; row++) {
      evaluation(50, 1, () => evaluation(100, 1))
      rest(5000)
    }
    expect(turn.isSpent()).toBe(false)
    await Promise.resolve()
    expect(stop).not.toHaveBeenCalled()
  })

  it('is counted anew in each turn', async () => {
    const { stop, evaluation } = start()
    for (let turns = 0; turns < 5; turns++) {
      evaluation(450, 900_000)
      await Promise.resolve()
    }
    expect(stop).not.toHaveBeenCalled()
  })

  const records = Array.from({ length: 10_000 }, (_, n) => ({ id: `r${n}`, amount: n % 97, done: n % 3 === 0, due: '2026-01-05' }))
  const derivedOver = (count: number, formulas: readonly string[]) =>
    createTestApp({
      state: { rows: { type: 'any', init: records.slice(0, count) } },
      derived: Object.fromEntries(formulas.map((formula, at) => [`d${at}`, formula])),
    })

  it.each([
    ['thirty derived values over 2,000 records', 2000, 30],
    ['ten derived values over 10,000 records', 10_000, 10],
  ])('leaves room for %s, ten times over', async (_, count, values) => {
    const formulas = Array.from({ length: values }, (_, at) =>
      at % 3 === 0
        ? `\${rows.filter(r => r.amount > ${at} && !r.done)}`
        : at % 3 === 1
          ? `\${sum(d${at - 1}, 'amount')}`
          : `\${count(d${at - 2}, r => r.done)}`,
    )
    const { app, value } = derivedOver(count, formulas)
    const { turn } = app.env(app.names) as AppEnv
    let steps = 0
    const end = vi.spyOn(turn, 'end').mockImplementation(spent => {
      steps += spent
    })
    for (let at = 0; at < values; at++) value(`d${at}`)
    end.mockRestore()
    console.info(`${steps} steps`)
    expect(steps).toBeGreaterThan(0)
    expect(10 * steps).toBeLessThan(1_000_000)
  })

  it('once it is spent nothing more is drawn: what was shown stays, and what is new shows nothing', async () => {
    const { app } = createTestApp({
      state: { rows: { type: 'any', init: [] }, label: 'before' },
      view: {
        type: 'Stack',
        children: [
          { type: 'Stack', each: 'rows', children: [{ type: 'Text', text: '${range(9999).filter(x => x > index).length}' }] },
          { type: 'Text', text: '${label}' },
        ],
      },
    })
    const view = watchView(app)
    const drawn = view.during(() => app.change(draft => draft.set(['rows'], records.slice(0, 1000) as never)))
    expect(drawn.filter(type => type === 'Text').length).toBeLessThan(100)
    expect(drawn.filter(type => type === 'nothing').length).toBeGreaterThan(900)
    expect(view.props('Text').at(-1)).toMatchObject({ text: 'before' })
    await Promise.resolve()
    expect(app.failure.peek()?.code).toBe('too-much-work')
  })

  it('once it is spent nothing begins, also nothing that counts its work when it is done', () => {
    const { app } = createTestApp({ state: { list: { type: 'any', init: [{ a: 1 }] } } })
    const before = evaluateFormula("'' + list", app.env(app.names), app.formulas)
    expect(before).toBe('{"a":1}')
    for (let row = 0; row < 10_000; row++) evaluateFormula('range(9999).map(x => x).length', app.env(app.names), app.formulas)
    expect(evaluateFormula("'' + list", app.env(app.names), app.formulas)).toBe(null)
  })
})
