/** What an app can use up without being drawn: each is refused by the check, or stopped with a reason while others go on. */
import { describe, expect, it } from 'vitest'
import { createApp } from '../../engine/app/create-app.ts'
import { evaluateFormula } from '../../engine/app/evaluate.ts'
import { createBlueprintStream } from '../../engine/stream/blueprint-stream.ts'
import { createTestApp } from '../../engine/test-app.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { printTime } from '../print-time.ts'

const text = { type: 'Text', text: 'x' }
const record = <T>(count: number, name: (index: number) => string, value: (index: number) => T) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), value(index)]))

function codes(sections: JsonObject): readonly string[] {
  const document = { blueprint: 1, app: { name: 'Test' }, view: text, ...sections }
  return loadBlueprint(document)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
}

function nested(depth: number, wrap: (inner: JsonObject) => JsonObject): JsonObject {
  let node: JsonObject = text
  for (let level = 1; level < depth; level++) node = wrap(node)
  return node
}

describe('[S34] the check counts', () => {
  it('components inside components', () => {
    const stacked = (depth: number) => nested(depth, inner => ({ type: 'Stack', children: [inner] }))
    expect(codes({ view: nested(25, inner => ({ type: 'Stack', children: [inner] })) })).toEqual([])
    expect(codes({ view: stacked(60) })).not.toEqual([])
  })

  it('nesting of JSON before anything else reads it', () => {
    for (const open of ['[', '{"a":']) {
      const started = performance.now()
      const { document, issues } = loadBlueprint(`{"blueprint":1,"view":${open.repeat(200_000)}`)
      expect(document).toBe(null)
      expect(issues[0]?.code).toBe('too-deep')
      printTime(started)
    }
  })

  it('components side by side, elements of a list and keys of a record', () => {
    expect(codes({ view: { type: 'Stack', children: Array.from({ length: LIMITS.documentNodes + 1 }, () => 'x') } })).not.toEqual([])
    expect(codes({ constants: { list: Array.from({ length: LIMITS.listElements + 1 }, () => 0) } })).toContain('too-many')
    expect(
      codes({
        constants: {
          wide: record(
            LIMITS.recordKeys + 1,
            index => `k${index}`,
            () => 0,
          ),
        },
      }),
    ).toContain('too-many')
    expect(
      codes({
        derived: record(
          10_000,
          index => `d${index}`,
          index => (index === 0 ? '1' : `d${index - 1} + 1`),
        ),
      }),
    ).toContain('too-many')
  })

  it('components after the parts are put in: two of the part before, twenty deep', () => {
    const parts = record(
      21,
      index => `P${index}`,
      index => ({ view: index === 0 ? text : { type: 'Stack', children: [{ type: `P${index - 1}` }, { type: `P${index - 1}` }] } }),
    )
    expect(codes({ parts, view: { type: 'P20' } })).toContain('too-many-components')
  })

  it('circles of parts, of derived values, of functions and of actions', () => {
    const ring = (count: number, value: (next: string) => Json) =>
      record(
        count,
        index => `n${index}`,
        index => value(`n${(index + 1) % count}`),
      )
    for (const count of [1, 2, 50]) {
      expect(
        codes({
          parts: record(
            count,
            index => `P${index}`,
            index => ({ view: { type: 'Stack', children: [{ type: `P${(index + 1) % count}` }] } }),
          ),
          view: { type: 'P0' },
        }),
      ).toContain('cycle')
      expect(codes({ derived: ring(count, next => `${next} + 1`) })).toContain('cycle')
      expect(codes({ derived: ring(count, next => ({ params: { x: 'number' }, value: `${next}(x)` })) })).not.toEqual([])
      expect(codes({ actions: ring(count, next => ({ do: 'run', action: next })) })).toContain('cycle')
    }
  })

  it('timers', () => {
    const timers = record(
      LIMITS.timers + 1,
      index => `t${index}`,
      () => ({ every: '1s', do: { do: 'toast', text: 'x' } }),
    )
    expect(codes({ timers })).not.toEqual([])
  })

  it('the text of a document, an author’s text and a formula', () => {
    expect(codes({ constants: { long: 'x'.repeat(LIMITS.authorTextCharacters + 1) } })).toContain('too-long')
    expect(codes({ derived: { long: `${'1 + '.repeat(600)}1` } })).not.toEqual([])
    expect(codes({ derived: { deep: `${'('.repeat(200)}1${')'.repeat(200)}` } })).not.toEqual([])
    expect(loadBlueprint(`{"blueprint":1,"x":"${'x'.repeat(LIMITS.documentCharacters)}"}`).issues[0]?.code).toBe('too-long')
  })
})

/** Another app of the same page: whatever became of the first, this one works. */
async function expectOthersWork(): Promise<void> {
  const other = createTestApp({ state: { n: 0 }, actions: { more: { do: 'inc', path: 'n' } } })
  await other.run('more')
  expect(other.value('n')).toBe(1)
}

describe('[S34][S36] an app that got past the check', () => {
  it('long chains of derived values give a value or a diagnostic', async () => {
    for (const count of [1000, 10_000]) {
      const { app, value } = createTestApp({
        state: { n: 1 },
        derived: record(
          count,
          index => `d${index}`,
          index => (index === 0 ? 'n' : `d${index - 1} + 1`),
        ),
      })
      const last = value(`d${count - 1}`)
      if (last !== count) {
        await Promise.resolve()
        expect(app.issues.value).not.toEqual([])
      }
      app.write(['n'], 2)
      expect(value('d9')).toBe(11)
    }
    await expectOthersWork()
  })

  it('derived values in a circle are null, with a diagnostic', async () => {
    const { app, value } = createTestApp({ derived: { a: 'b + 1', b: 'a + 1', c: 'c' } })
    expect(value('c')).toBe(null)
    expect([null, 1, 2]).toContain(value('a'))
    await Promise.resolve()
    expect(app.issues.value).not.toEqual([])
  })

  it('[B28] functions that call two functions count on one meter', async () => {
    const derived = record(
      41,
      index => `f${index}`,
      index => ({ params: { x: 'number' }, value: index === 0 ? '${x}' : `\${f${index - 1}(x) + f${index - 1}(x)}` }),
    )
    const started = performance.now()
    const { app, value } = createTestApp({ derived: { ...derived, spread: { params: { x: 'number' }, value: '${range(9000).map(y => y + x).length}' } } })
    value('f40(1)')
    value('range(9000).map(x => spread(x))')
    printTime(started)
    await Promise.resolve()
    expect(app.issues.value.map(({ code }) => code)).toContain('too-much-work')
    await expectOthersWork()
  })

  it('[B28] a step that looks through a list is one evaluation', async () => {
    const { app, run, toasts } = createTestApp({ state: { list: { type: ['number'], init: '${range(10000)}' } } })
    const started = performance.now()
    await run([
      { do: 'remove', from: 'list', where: 'x => range(9999).filter(y => y == x).length > 0' },
      { do: 'toast', text: 'done' },
    ])
    printTime(started)
    expect(toasts).toHaveLength(1)
    expect(app.issues.value.map(({ code }) => code)).toContain('too-much-work')
  })

  it('[B28] the list of a repeat is found as often as it changes, each time on a meter of its own', () => {
    const { app } = createTestApp({ state: { list: { type: ['number'], init: '${range(2000)}' } } })
    const formula = app.formulas.formula('list.filter(x => x > 5)')
    for (let time = 0; time < 200; time++) expect(formula.listOrigin(app.env(app.names))?.elements).toHaveLength(1994)
  })

  it('what all formulas of one turn may do together is bounded, and the app is told why it stopped', async () => {
    const { app } = createTestApp({})
    const costly = 'range(9999).map(x => x).length + range(9999).filter(x => x > 1).length'
    const started = performance.now()
    for (let row = 0; row < 10_000; row++) evaluateFormula(costly, app.env(app.names), app.formulas)
    printTime(started)
    expect(app.phase.value).toBe('running')
    await Promise.resolve()
    expect(app.phase.value).toBe('stopped')
    expect(app.failure.value?.code).toBe('too-much-work')
    await expectOthersWork()
  })

  it('[S34] its state stays within its limit, and what was there stays', async () => {
    const { app, run, failures, value } = createTestApp({ state: { big: 'x', list: { type: ['text'], init: [] } } })
    for (let time = 0; time < 60; time++) await run({ do: 'set', path: 'big', value: "${big + 'y'.repeat(100000)}" })
    expect(failures.at(-1)?.code).toBe('too-large')
    expect(JSON.stringify(app.state()).length).toBeLessThanOrEqual(LIMITS.stateBytes * 1.1)
    expect(Number(value('big.length'))).toBeGreaterThan(LIMITS.stateBytes / 2)
    app.write(['list'], ['z'.repeat(LIMITS.stateBytes)])
    expect(app.state().list).toEqual([])
    // What makes it smaller is always possible.
    await run({ do: 'set', path: 'big', value: '' })
    app.write(['list'], ['fits'])
    expect(app.state()).toEqual({ big: '', list: ['fits'] })
  })

  it('[S34] a first state that is too large stops the app, and one that was kept does not', () => {
    const large = createTestApp({
      state: record(
        100,
        index => `s${index}`,
        () => ({ type: 'any', init: "${range(10000).map(x => 'abcdefgh')}" }),
      ),
    })
    expect(large.app.phase.value).toBe('stopped')
    expect(large.app.failure.value?.code).toBe('too-large')
    const kept = createTestApp({ state: { s: { type: 'text', init: '', persist: true } } }, { persisted: { s: 'x'.repeat(LIMITS.stateBytes + 10) } })
    expect(kept.app.phase.value).toBe('running')
    expect(String(kept.app.state().s)).toHaveLength(LIMITS.stateBytes + 10)
  })
})

describe('[S35][B66] reactions that feed themselves', () => {
  const bump = (path: string) => ({ do: 'inc', path })
  const fixtures: readonly (readonly [what: string, sections: JsonObject])[] = [
    ['a value that is watched and written', { state: { n: 0 }, effects: { e: { watch: 'n', do: bump('n') } }, actions: { go: bump('n') } }],
    [
      'two that set each other off',
      { state: { a: 0, b: 0 }, effects: { e: { watch: 'a', do: bump('b') }, f: { watch: 'b', do: bump('a') } }, actions: { go: bump('a') } },
    ],
    [
      'two conditions that pass the turn',
      {
        state: { a: false, b: false },
        effects: {
          e: {
            when: 'a',
            do: [
              { do: 'set', path: 'a', value: false },
              { do: 'set', path: 'b', value: true },
            ],
          },
          f: {
            when: 'b',
            do: [
              { do: 'set', path: 'b', value: false },
              { do: 'set', path: 'a', value: true },
            ],
          },
        },
        actions: { go: { do: 'set', path: 'a', value: true } },
      },
    ],
    [
      'many that set all off',
      {
        state: { n: 0 },
        effects: record(
          200,
          index => `e${index}`,
          () => ({ watch: 'n', do: bump('n') }),
        ),
        actions: { go: bump('n') },
      },
    ],
    [
      'a loop within a loop',
      { state: { n: 0 }, actions: { go: { do: 'each', in: 'range(100)', as: 'i', steps: [{ do: 'each', in: 'range(100)', as: 'j', steps: [bump('n')] }] } } },
    ],
    [
      'an action that runs itself',
      { state: { n: 0 }, actions: { go: { params: { x: 'number' }, steps: [bump('n'), { do: 'run', action: 'go', with: { x: '${x + 1}' } }] } } },
    ],
  ]

  it.each(fixtures)('%s: stopped with a reason', async (_, sections) => {
    const { app, run, wait } = createTestApp(sections)
    await run('go')
    await wait(100)
    expect(app.phase.value).toBe('stopped')
    expect(['cascade', 'too-many-steps']).toContain(app.failure.value?.code)
    expect(app.failure.value?.message).toContain('stopped')
    expect(Number(app.state().n ?? 0)).toBeLessThanOrEqual(LIMITS.stepsPerEvent)
    await expectOthersWork()
  })

  it('an effect that waits, and a timer that restarts itself, come no faster than a timer may', async () => {
    const { app, wait } = createTestApp({
      state: { n: 0, m: 0, period: 1 },
      effects: { e: { watch: 'n', after: '0ms', do: bump('n') }, go: { on: 'launch', do: bump('n') } },
      timers: {
        t: { every: 'period', do: [bump('m'), { do: 'set', path: 'period', value: '${period + 0.001}' }] },
        u: { every: 0, do: bump('m') },
        v: { every: -5, do: bump('m') },
      },
    })
    await wait(1600)
    const most = 1600 / LIMITS.shortestTimerMilliseconds + 2
    expect(Number(app.state().n)).toBeLessThanOrEqual(most)
    expect(Number(app.state().m)).toBeLessThanOrEqual(3 * most)
    expect(app.phase.value).toBe('running')
  })

  it('data that feeds its own argument is fetched no faster than it may', async () => {
    const { wait, calls } = createTestApp(
      {
        state: { n: 0 },
        data: { d: { do: 'http.get', url: 'https://a.example/${n}' } },
        effects: { e: { watch: 'd.at', do: bump('n') } },
      },
      { answer: () => ({ ok: true, status: 200, body: 1 }) },
    )
    await wait(1000)
    expect(calls.length).toBeGreaterThan(1)
    expect(calls.length).toBeLessThanOrEqual(21)
  })
})

describe('[S34] while it streams', () => {
  it('parts in a circle, and bombs of parts, are heard of at the end at the latest', () => {
    const parts = record(
      21,
      index => `P${index}`,
      index => ({ view: { type: 'Stack', children: [{ type: `P${(index + 1) % 21}` }, { type: `P${(index + 1) % 21}` }] } }),
    )
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports: createTestApp({}).app.ports })
    stream.push(JSON.stringify({ blueprint: 1, app: { name: 'x' }, view: { type: 'P0' }, parts }))
    stream.end()
    expect(app.phase.value).toBe('stopped')
    expect(app.issues.value.map(({ code }) => code)).toContain('cycle')
  })
})
