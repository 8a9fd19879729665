import { describe, expect, it } from 'vitest'
import { createTestApp } from '../test-app.ts'

describe('state', () => {
  it('[B10][B11] begins with its first values, left-out nullable fields as null', () => {
    const { app } = createTestApp({
      constants: { start: 25 },
      state: {
        a: 1,
        b: { type: 'text?' },
        c: { type: [{ id: 'text', due: 'date?' }], init: [{ id: 'x' }] },
        d: { type: 'time', init: '${now()}' },
        e: { type: 'number', init: '${start * 2}' },
        f: { type: { on: 'bool', name: 'text' } },
      },
    })
    expect(app.state()).toEqual({
      a: 1,
      b: null,
      c: [{ id: 'x', due: null }],
      d: Date.UTC(2026, 0, 5, 9),
      e: 50,
      f: { on: false, name: '' },
    })
  })

  it('[B12] takes what was kept where it still fits, and keeps only what says so', () => {
    const state = { n: { type: 'number', init: 1, persist: true }, t: { type: 'text', init: 'x', persist: true }, gone: 5 }
    const { app } = createTestApp({ state }, { persisted: { n: 7, t: 3, gone: 9, unknown: 1 } })
    expect(app.state()).toEqual({ n: 7, t: 'x', gone: 5 })
    expect(app.persistedState()).toEqual({ n: 7, t: 'x' })
  })
})

describe('derived', () => {
  it('[B15] is computed once for each change of what it reads, and functions take parameters', () => {
    const { value, app } = createTestApp({
      state: { xs: { type: ['number'], init: [1, 2, 3] }, other: 0 },
      derived: { total: 'xs.sum()', double: { params: { n: 'number' }, value: 'n * 2' }, chained: 'double(total) + (3).double()' },
    })
    expect(value('chained')).toBe(18)
    app.write(['xs'], [10])
    expect(value('chained')).toBe(26)
  })
})

describe('timers and effects', () => {
  it('[B65] a timer runs while its condition holds', async () => {
    const { value, wait, app } = createTestApp({
      state: { n: 0, on: true },
      timers: { tick: { every: '1s', when: 'on', do: { do: 'inc', path: 'n' } } },
    })
    await wait(3500)
    expect(value('n')).toBe(3)
    app.write(['on'], false)
    await wait(5000)
    expect(value('n')).toBe(3)
    app.write(['on'], true)
    await wait(1000)
    expect(value('n')).toBe(4)
  })

  it('[B65] when, watch and on', async () => {
    const { value, wait, app } = createTestApp({
      state: { n: 0, log: { type: ['text'], init: [] } },
      effects: {
        start: { on: 'launch', do: { do: 'add', to: 'log', item: 'launch' } },
        big: { when: 'n > 2', do: { do: 'add', to: 'log', item: 'big' } },
        change: { watch: 'n', do: { do: 'add', to: 'log', item: '${event.old} to ${event.value}' } },
        hide: { on: 'hidden', do: { do: 'add', to: 'log', item: 'hidden' } },
      },
    })
    await wait(0)
    app.write(['n'], 3)
    await wait(0)
    app.write(['n'], 4)
    await wait(0)
    app.setVisible(false)
    await wait(0)
    expect(value('log')).toEqual(['launch', 'big', '0 to 3', '3 to 4', 'hidden'])
  })

  it('[B65] true already at launch counts as turning; the clock alone can turn a condition', async () => {
    const { value, wait } = createTestApp({
      state: { n: 0, due: { type: 'time', init: '${now() + 90000}' } },
      effects: {
        already: { when: 'n == 0', do: { do: 'set', path: 'n', value: 1 } },
        rings: { when: 'now() >= due', do: { do: 'inc', path: 'n', by: 10 } },
      },
    })
    await wait(1000)
    expect(value('n')).toBe(1)
    await wait(90_000)
    expect(value('n')).toBe(11)
  })

  it('[B66] a cascade of effects stops the app, and it alone', async () => {
    const { app, wait } = createTestApp({ state: { n: 0 }, effects: { loop: { watch: 'n', do: { do: 'inc', path: 'n' } } } })
    app.write(['n'], 1)
    await wait(0)
    for (let turn = 0; turn < 20; turn++) await wait(0)
    expect(app.phase.value).toBe('stopped')
    expect(app.failure.value?.code).toBe('cascade')
    expect(Number(app.state().n)).toBeLessThan(20)
  })
})

describe('data', () => {
  const data = { rates: { do: 'http.get', url: 'https://api.example.com/${base}', refresh: '1h' } }

  it('[B14] runs again when its arguments change, after its period, and when asked', async () => {
    const { calls, value, wait, app, run } = createTestApp(
      { state: { base: 'eur' }, data },
      { answer: (_tool, args) => ({ status: 200, ok: true, headers: {}, body: { of: args.url ?? '' } }) },
    )
    expect(value('rates.loading')).toBe(true)
    await wait(100)
    expect(value('rates.value.of')).toBe('https://api.example.com/eur')
    expect(value('rates.loading')).toBe(false)
    app.write(['base'], 'us')
    app.write(['base'], 'usd')
    await wait(100)
    expect(calls.map(call => call.args.url)).toEqual(['https://api.example.com/eur', 'https://api.example.com/usd'])
    await run({ do: 'refresh', data: 'rates' })
    expect(calls).toHaveLength(3)
    await wait(3_600_000)
    expect(calls).toHaveLength(4)
  })

  it('[B14] says what failed, and keeps what it had', async () => {
    let status = 200
    const { value, wait, run } = createTestApp(
      { state: { base: 'eur' }, data },
      { answer: () => ({ status, ok: status === 200, headers: {}, body: status === 200 ? 'fine' : 'sorry' }) },
    )
    await wait(100)
    expect(value('rates.error')).toBe(null)
    status = 503
    await run({ do: 'refresh', data: 'rates' })
    expect(value('rates.error')).toContain('503')
  })
})

describe('pages', () => {
  it('[B46] the first is the start page; go and back move', async () => {
    const { app, run } = createTestApp({
      view: undefined as never,
      pages: { list: { view: 'a' }, detail: { params: { id: 'text' }, view: 'b' } },
    })
    expect(app.page.value?.name).toBe('list')
    await run({ do: 'go', page: 'detail', params: { id: 'x' } })
    expect(app.page.value).toEqual({ name: 'detail', params: { id: 'x' } })
    await run({ do: 'back' })
    expect(app.page.value?.name).toBe('list')
  })
})

it('[B64] keys run while the app runs, and letters not while somebody types', async () => {
  const { app, value } = createTestApp({
    state: { n: 0 },
    keys: { n: { do: 'inc', path: 'n' }, 'mod+s': { do: 'inc', path: 'n', by: 10 } },
  })
  const press = { key: 'n', mod: false, shift: false, alt: false, up: false, repeat: false, typing: false }
  expect(app.key(press)).toBe(true)
  expect(app.key({ ...press, typing: true })).toBe(false)
  expect(app.key({ ...press, key: 's', mod: true, typing: true })).toBe(true)
  expect(app.key({ ...press, key: 'q' })).toBe(false)
  expect(value('n')).toBe(11)
})
