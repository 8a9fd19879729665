import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { createBlueprintStream } from '../stream/blueprint-stream.ts'
import { createTestApp } from '../test-app.ts'
import { createApp } from './create-app.ts'
import type { Runtime } from './runtime.ts'

const document = {
  blueprint: 1,
  app: { name: 'Counter' },
  state: { n: 0 },
  view: { type: 'Button', label: 'More', onPress: { do: 'inc', path: 'n' } },
  timers: { tick: { every: '1s', do: { do: 'inc', path: 'n' } } },
  tests: [{ name: 'counts', steps: [{ press: 'More' }, { expect: '${n == 1}' }] }],
}

function streamed(options = {}) {
  const { clock, app: other } = createTestApp({})
  const stream = createBlueprintStream({ liveBeforeTests: true, ...options })
  const app = createApp({ stream, ports: other.ports }) as Runtime
  const turns = async () => {
    for (let turn = 0; turn < 12; turn++) await Promise.resolve()
  }
  return { stream, app, wait: (ms: number) => clock.advance(ms, turns) }
}

const untilTests = (of: JsonObject) => {
  const text = JSON.stringify(of)
  const at = text.indexOf('"tests":') + '"tests":['.length
  return [text.slice(0, at), text.slice(at)] as const
}

describe('[B68] once its tests begin, an app', () => {
  it('is complete and may go live; the tests follow, and nothing is drawn or begun anew', async () => {
    const { stream, app, wait } = streamed()
    const [before, rest] = untilTests(document)
    stream.push(before.slice(0, -1))
    expect([stream.ready, app.phase.value]).toEqual([false, 'drawing'])
    stream.push(before.slice(-1))
    expect([stream.ready, app.phase.value]).toEqual([true, 'inert'])
    expect(app.document.value).not.toHaveProperty('tests')
    const view = app.view()
    app.start()
    await wait(3000)
    expect(app.state()).toEqual({ n: 3 })
    stream.push(rest)
    stream.end()
    expect(app.phase.value).toBe('running')
    expect(app.state()).toEqual({ n: 3 })
    expect(app.document.value).toEqual(document)
    expect(app.view()).toBe(view)
  })

  it('waits for the end where something is wrong with it', () => {
    const { stream, app } = streamed()
    const [before, rest] = untilTests({ ...document, view: { type: 'Buton', label: 'More' } })
    stream.push(before)
    expect([stream.ready, app.phase.value]).toEqual([false, 'drawing'])
    stream.push(rest)
    stream.end()
    expect(app.failure.value?.code).toBe('refused')
  })

  it('is stopped where its tests are not even tests', async () => {
    const { stream, app, wait } = streamed()
    stream.push(JSON.stringify({ ...document, tests: [{ nam: 'x' }] }).slice(0, -1))
    app.start()
    stream.push('}')
    stream.end()
    expect(app.phase.value).toBe('stopped')
    expect(app.document.value).toBe(null)
    await wait(3000)
    expect(app.state()).toEqual({ n: 0 })
  })

  it('begins anew where more than tests follow', async () => {
    const { stream, app, wait } = streamed()
    const { timers, ...others } = document
    const [before, rest] = untilTests(others)
    stream.push(before)
    app.start()
    app.write(['n'], 9)
    stream.push(`${rest.slice(0, -1)},"timers":${JSON.stringify(timers)}}`)
    stream.end()
    expect([app.phase.value, app.state()]).toEqual(['inert', { n: 0 }])
    app.start()
    await wait(2000)
    expect(app.state()).toEqual({ n: 2 })
  })

  it('that is repaired is drawn anew; what ran of it runs no more', async () => {
    const { stream, app, wait } = streamed()
    stream.push(untilTests(document)[0])
    app.start()
    app.run(
      [
        { do: 'wait', ms: 500 },
        { do: 'inc', path: 'n', by: 100 },
      ],
      app.names,
      {},
    )
    stream.restart()
    expect(app.phase.value).toBe('drawing')
    await wait(3000)
    stream.push(JSON.stringify({ ...document, timers: {} }))
    stream.end()
    app.start()
    await wait(3000)
    expect(app.state()).toEqual({ n: 0 })
  })

  it('from elsewhere is read whole first', () => {
    const { stream, app } = streamed({ trusted: false })
    stream.push(untilTests(document)[0])
    expect([stream.ready, app.phase.value]).toEqual([false, 'drawing'])
  })
})
