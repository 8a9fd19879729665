import { describe, expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { createCheckedApp } from '../checked-app.ts'
import { ToolFailure } from '../ports.ts'
import { draw } from '../tree/drawn-tree.ts'

const net = [{ use: 'net:https://api.example.com', why: 'Reads.' }]
const reply = (body: Json, status = 200) => ({ status, ok: status < 400, headers: {}, body })
const rates = { do: 'http.get', url: 'https://api.example.com/${base}' }

describe('[B14] data', () => {
  it('is called once for all changes of a moment, and not before the app runs', async () => {
    const { calls, app, wait } = createCheckedApp({ capabilities: net, state: { base: 'a' }, data: { rates } }, { answer: () => reply('x'), start: false })
    await wait(1000)
    expect(calls).toEqual([])
    app.start()
    for (const base of ['b', 'c', 'd']) app.write(['base'], base)
    await wait(1000)
    expect(calls.map(call => call.args.url)).toEqual(['https://api.example.com/d'])
  })

  it('the latest call wins, in whatever order the answers come', async () => {
    const settle = new Map<string, (value: Json) => void>()
    const { app, wait, value } = createCheckedApp(
      { capabilities: net, state: { base: 'a' }, data: { rates } },
      { answer: (_, args) => new Promise(resolve => settle.set(String(args.url).at(-1) ?? '', resolve)) },
    )
    await wait(100)
    app.write(['base'], 'b')
    await wait(100)
    settle.get('b')?.(reply('new'))
    await wait(0)
    settle.get('a')?.(reply('old'))
    await wait(0)
    expect(value('rates.value')).toBe('new')
    expect(value('rates.loading')).toBe(false)
  })

  it('waits while its condition does not hold, and what was under way then does not count', async () => {
    let settle: (value: Json) => void = () => {}
    const { app, wait, value, calls } = createCheckedApp(
      { capabilities: net, state: { on: true, base: 'a' }, data: { rates: { ...rates, when: 'on' } } },
      { answer: () => new Promise(resolve => (settle = resolve)) },
    )
    await wait(100)
    app.write(['on'], false)
    await wait(100)
    settle(reply('late'))
    await wait(0)
    expect([value('rates.value'), value('rates.error'), value('rates.loading')]).toEqual([null, null, false])
    app.write(['base'], 'b')
    await wait(1000)
    expect(calls).toHaveLength(1)
    app.write(['on'], true)
    await wait(100)
    settle(reply('now'))
    await wait(0)
    expect(value('rates.value')).toBe('now')
  })

  it('keeps what it had when a call fails, says why and when, and is right again after the next', async () => {
    let fails = false
    const { run, value, wait } = createCheckedApp(
      { capabilities: net, state: { base: 'a' }, data: { rates } },
      {
        answer() {
          if (fails) throw new ToolFailure('offline', 'No network.')
          return reply('good')
        },
      },
    )
    await wait(100)
    fails = true
    await run({ do: 'refresh', data: 'rates' })
    expect([value('rates.value'), value('rates.error')]).toEqual(['good', 'No network.'])
    expect(value('rates.at')).toBe(value('now()'))
    fails = false
    await run({ do: 'refresh', data: 'rates' })
    expect(value('rates.error')).toBe(null)
  })

  it('that is empty has not failed', async () => {
    const { value, wait } = createCheckedApp({ capabilities: net, state: { base: 'a' }, data: { rates } }, { answer: () => reply([]) })
    await wait(100)
    expect([value('rates.value'), value('rates.error'), value('rates.status')]).toEqual([[], null, 200])
  })

  it('comes again after its period, counted from the last answer', async () => {
    const { run, wait, calls } = createCheckedApp(
      { capabilities: net, state: { base: 'a' }, data: { rates: { ...rates, refresh: '10s' } } },
      { answer: () => reply('x') },
    )
    await wait(5000)
    await run({ do: 'refresh', data: 'rates' })
    expect(calls).toHaveLength(2)
    await wait(9000)
    expect(calls).toHaveLength(2)
    await wait(1000)
    expect(calls).toHaveLength(3)
  })

  it('ends with the app', async () => {
    const { app, wait, calls } = createCheckedApp(
      { capabilities: net, state: { base: 'a' }, data: { rates: { ...rates, refresh: '10s' } } },
      { answer: () => reply('x') },
    )
    await wait(100)
    app.stop()
    await wait(60_000)
    expect(calls).toHaveLength(1)
  })

  it('is what Async shows, and asks for again', async () => {
    const { app, wait, calls } = createCheckedApp(
      { capabilities: net, state: { base: 'a' }, data: { rates }, view: { type: 'Async', of: 'rates', children: [{ type: 'Text', text: '${rates.value}' }] } },
      { answer: () => reply('shown') },
    )
    await wait(100)
    const [async] = draw(app)
    const data = async?.props.of as { readonly value: Json; readonly retry: () => void }
    expect(data).toMatchObject({ value: 'shown', loading: false, error: null })
    data.retry()
    await wait(0)
    expect(calls).toHaveLength(2)
  })
})
