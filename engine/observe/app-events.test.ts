import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createApp } from '../app/create-app.ts'
import type { Runtime } from '../app/runtime.ts'
import { type AppPorts, ToolFailure } from '../ports.ts'
import { createSeededChance, TEST_START } from '../react/test-run/stub-ports.ts'
import { createVirtualClock } from '../react/test-run/virtual-clock.ts'
import { draw, press, settled } from '../tree/drawn-tree.ts'
import { createObserver } from './observer.ts'

function observedApp(sections: JsonObject, answer: (tool: string) => Json | Promise<Json> = () => null) {
  const clock = createVirtualClock(TEST_START)
  const observer = createObserver({ now: () => clock.now() })
  const causes: unknown[] = []
  const ports: AppPorts = {
    clock,
    chance: createSeededChance(),
    locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
    attachments: { url: () => null, load: async () => {}, put: async () => ({ ref: 'file:1', name: '', type: '', size: 0 }) },
    tools: {
      call(tool, _args, { cause }) {
        causes.push(cause)
        return answer(tool)
      },
    },
    reportFailure: () => {},
    observe: observer.forApp('a'),
  }
  const app = createApp({ document: { blueprint: 1, app: { name: 'Test' }, view: { type: 'Stack' }, ...sections }, ports }) as Runtime
  app.start()
  return {
    app,
    clock,
    causes,
    run: (steps: Json) => app.run(steps, app.names, { from: 'test' }),
    /** Kind and what of each record, with its cause counted from 1. */
    told() {
      const records = observer.find()
      const order = [...new Set(records.map(record => record.cause))]
      return records.map(({ cause, kind, what, code }) => `${order.indexOf(cause) + 1} ${kind} ${what || code || ''}`.trim())
    },
    observer,
  }
}

describe('one event', () => {
  it('is one cause from its start to its end, through steps and writes', async () => {
    const { run, told, observer } = observedApp({ state: { count: 0, list: { type: ['text'], init: [] } } })
    run([
      { do: 'inc', path: 'count' },
      { do: 'if', test: 'count > 0', then: [{ do: 'add', to: 'list', item: 'a secret' }] },
    ])
    await settled()
    expect(told()).toEqual(['1 event test', '1 step inc', '1 commit', '1 step if', '1 step add', '1 commit', '1 end'])
    expect(observer.find().flatMap(record => record.paths ?? [])).toEqual([['count'], ['list', 0]])
    expect(JSON.stringify(observer.find())).not.toContain('secret')
  })

  it('hands its cause to the tools that it calls, and takes as long as they do', async () => {
    const { run, told, causes, clock, observer } = observedApp({ state: { x: null } }, () => new Promise(resolve => clock.after(30, () => resolve(1))))
    run([
      { do: 'http.get', url: 'https://a.example', out: 'reply' },
      { do: 'set', path: 'x', value: '${reply}' },
    ])
    await clock.advance(30, settled)
    await settled()
    expect(told()).toEqual(['1 event test', '1 step http.get', '1 step set', '1 commit', '1 end'])
    expect(observer.find().at(-1)).toMatchObject({ kind: 'end', ms: 30, code: null })
    expect(causes).toEqual([observer.find()[0]?.cause])
  })

  it('is the cause of the effects that it sets off', async () => {
    const { run, told } = observedApp({
      state: { count: 0, log: 0 },
      effects: { grew: { watch: 'count', do: { do: 'inc', path: 'log' } } },
    })
    run({ do: 'inc', path: 'count' })
    run({ do: 'set', path: 'log', value: 7 })
    await settled()
    expect(told().filter(line => line.includes('event'))).toEqual(['1 event test', '2 event test', '1 event effect watch'])
  })

  it('that fails says why, without the message', async () => {
    const { run, told, observer } = observedApp({}, () => {
      throw new ToolFailure('denied', 'the secret was not allowed')
    })
    run({ do: 'notify', title: 'x' })
    await settled()
    expect(told()).toEqual(['1 event test', '1 step notify', '1 failure denied', '1 end denied'])
    expect(JSON.stringify(observer.find())).not.toContain('secret')
  })
})

it('names the component and its property, or what else began it', async () => {
  const { app, told, clock } = observedApp({
    state: { count: 0, name: '' },
    timers: { tick: { every: '1s', do: { do: 'inc', path: 'count' } } },
    keys: { 'mod+s': { do: 'inc', path: 'count' } },
    view: {
      type: 'Stack',
      children: [
        { type: 'Button', id: 'save', label: 'Save', onPress: { do: 'inc', path: 'count' } },
        { type: 'TextField', label: 'Name', bind: 'name' },
      ],
    },
  })
  const [, button, field] = draw(app)
  press(button, 'onPress')
  press(field, 'onChange', { value: 'Ada' })
  app.key({ key: 's', mod: true, shift: false, alt: false, up: false, repeat: false, typing: false })
  await clock.advance(1000, settled)
  expect(told().filter(line => line.includes('event'))).toEqual(['1 event Button #save onPress', '2 event edit', '3 event key mod+s', '4 event timer'])
})

it('notes undo and redo as events of their own', async () => {
  const { app, run, told } = observedApp({ state: { list: { type: ['text'], init: [], history: true } } })
  run({ do: 'add', to: 'list', item: 'a' })
  await settled()
  app.undo()
  app.redo()
  expect(told().slice(4)).toEqual(['2 event undo', '2 commit', '2 end', '3 event redo', '3 commit', '3 end'])
})

it('notes why an app was stopped', () => {
  const { app, told } = observedApp({})
  app.stop({ code: 'cascade', message: 'x' })
  expect(told()).toEqual(['1 failure cascade'])
})
