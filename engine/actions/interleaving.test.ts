/**
 * Chains that wait for each other's turn (B62): whatever events, timers and answers come in between, the state is
 * what the pieces give when they are run one after the other, and nobody sees half of one.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { createCheckedApp } from '../checked-app.ts'
import { ToolFailure } from '../ports.ts'
import { settled } from '../tree/drawn-tree.ts'

type Op =
  | { readonly op: 'move'; readonly by: number }
  | { readonly op: 'copy' }
  | { readonly op: 'wait' | 'ask'; readonly ms: number }
  | { readonly op: 'fail'; readonly caught: boolean }

interface Chain {
  readonly ops: readonly Op[]
  readonly at: number
}

const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('move' as const), by: fc.integer({ min: -5, max: 5 }) }),
  fc.constant({ op: 'copy' as const }),
  fc.record({ op: fc.constantFrom('wait' as const, 'ask' as const), ms: fc.nat(40) }),
  { weight: 1, arbitrary: fc.record({ op: fc.constant('fail' as const), caught: fc.boolean() }) },
)
const chains = fc.array(fc.record({ ops: fc.array(op, { maxLength: 7 }), at: fc.nat(60) }), { minLength: 1, maxLength: 6 })

/** The steps of a chain: each piece writes down that it begins. */
function stepsOf({ ops }: Chain, name: string): Json[] {
  let piece = 0
  const begin = () => ({ do: 'add', to: 'order', item: `${name}:${piece++}` })
  const steps: Json[] = [begin()]
  for (const each of ops) {
    if (each.op === 'move') steps.push({ do: 'inc', path: 'a', by: each.by }, { do: 'inc', path: 'b', by: -each.by })
    if (each.op === 'copy') steps.push({ do: 'set', path: 'c', value: '${a * 2 + c}' })
    if (each.op === 'wait') steps.push({ do: 'wait', ms: each.ms }, begin())
    if (each.op === 'ask') steps.push({ do: 'http.get', url: `https://a.example/${each.ms}`, out: 'got' }, begin(), { do: 'inc', path: 'c', by: '${got.body}' })
    if (each.op === 'fail') steps.push({ do: 'notify', title: 'x', ...(each.caught ? { catch: { do: 'inc', path: 'c', by: 1000 } } : {}) })
  }
  return steps
}

/** What the pieces give, run one after the other in this order. */
function serially(order: readonly string[], chainOf: (name: string) => Chain): JsonObject {
  const state = { a: 0, b: 0, c: 0 }
  for (const entry of order) {
    const [name = '', number = ''] = entry.split(':')
    let piece = 0
    for (const each of chainOf(name).ops) {
      if (each.op === 'wait' || each.op === 'ask') piece++
      if (piece > Number(number)) break
      if (piece < Number(number)) continue
      if (each.op === 'move') {
        state.a += each.by
        state.b -= each.by
      }
      if (each.op === 'copy') state.c += state.a * 2
      if (each.op === 'ask') state.c += each.ms
      if (each.op === 'fail') {
        if (each.caught) state.c += 1000
        break
      }
    }
  }
  return state
}

it('[B62][B61] any interleaving of events, waits, answers and timers is some serial order of their pieces', async () => {
  const seed = randomSeed()
  let pieces = 0
  await fc.assert(
    fc.asyncProperty(chains, fc.array(op, { maxLength: 3 }), fc.integer({ min: 16, max: 50 }), async (list, ticks, every) => {
      const timed: Chain = { ops: ticks, at: 0 }
      const { app, clock, wait, failures } = createCheckedApp(
        {
          capabilities: [
            { use: 'net:https://a.example', why: 'Reads.' },
            { use: 'notify', why: 'Tells.' },
          ],
          state: { a: 0, b: 0, c: 0, order: { type: ['text'] }, torn: 0, on: true },
          timers: { tick: { every, when: 'on', do: stepsOf(timed, 't') } },
          effects: { torn: { when: 'a + b != 0', do: { do: 'inc', path: 'torn' } } },
        },
        {
          answer(tool, args) {
            if (tool === 'notify') throw new ToolFailure('denied', 'No.')
            const ms = Number(String(args.url).split('/').at(-1))
            return new Promise(resolve => void clock.after(ms, () => resolve({ status: 200, ok: true, headers: {}, body: ms })))
          },
        },
      )
      for (const [name, chain] of list.entries()) clock.after(chain.at, () => app.run(stepsOf(chain, String(name)), app.names, {}))
      await wait(120)
      app.write(['on'], false)
      await wait(1000)
      await settled()
      const { order, torn, on: _, ...state } = app.state()
      const entries = order as string[]
      pieces += entries.length
      expect(state).toEqual(serially(entries, name => (name === 't' ? timed : (list[Number(name)] as Chain))))
      expect(torn).toBe(0)
      // Each chain came to its end, or to the step that failed and that nothing caught.
      for (const [name, { ops }] of list.entries()) {
        const failing = ops.findIndex(each => each.op === 'fail')
        const done = failing < 0 ? ops : ops.slice(0, failing)
        const waits = done.filter(each => each.op === 'wait' || each.op === 'ask').length
        expect(entries.filter(entry => entry.startsWith(`${name}:`))).toHaveLength(waits + 1)
      }
      const uncaught = [...list, ...entries.filter(entry => entry === 't:0').map(() => timed)].filter(({ ops }) => {
        const failing = ops.find(each => each.op === 'fail')
        return failing?.op === 'fail' && !failing.caught
      })
      expect(failures).toHaveLength(uncaught.length)
      app.dispose()
    }),
    { seed, numRuns: 300 },
  )
  console.info(`${pieces} pieces`)
})
