import { describe, expect, it } from 'vitest'
import type { ToolCallContext } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import { createOtherApps } from './other-apps.ts'
import { createTestDesk, documentOf, type TestDesk, takes } from './test-desk.ts'

const net = 'net:https://tasks.example.com'
const sharing: JsonObject = {
  ...takes('add-task', { title: 'text' }),
  capabilities: [{ use: net }],
  data: { all: { do: 'http.get', url: 'https://tasks.example.com/' } },
}
const grant = (capability: string, granted = true) => ({ capability, grade: 'ask' as const, granted, at: 0, lastUsedAt: null })
const shipped: ShippedApp = {
  id: 'task-list',
  name: 'Task List',
  icon: 'list',
  about: '',
  category: '',
  hash: 'shipped',
  document: documentOf('Task List', takes('add-task', { title: 'text' })),
}

/** Mail, which sends; Tasks, which takes; and whatever else the test wants. */
function start(more: readonly ShippedApp[] = []) {
  const test = createTestDesk(more)
  const revoked = new Set<string>()
  test.add('mail', documentOf('Mail'), { open: true })
  const apps = createOtherApps({ instance: 'mail', desk: test.desk, isGranted: capability => !revoked.has(capability) })
  const controller = new AbortController()
  const context = (over: Partial<ToolCallContext> = {}): ToolCallContext => ({ gesture: true, signal: controller.signal, ...over })
  const send = (data: Json = { title: 'Reply' }, to: string | null = null, over: Partial<ToolCallContext> = {}) =>
    apps.send({ to, intent: 'add-task', data }, context(over))
  return { test, apps, send, revoked, controller, context }
}

const said = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { readonly code: string }) => error.code,
  )
const addTasks = (test: TestDesk, options: Parameters<TestDesk['add']>[2] = {}) => test.add('tasks', documentOf('Tasks', sharing), options)

describe('app.send', () => {
  it('[S59] asks once for these two apps and this intent, naming what the receiver reaches, and remembers the pick', async () => {
    const { test, send } = start()
    addTasks(test, { open: true, app: { grants: [grant(net)] } })
    expect(await send()).toEqual({ app: 'Tasks' })
    expect(test.questions).toEqual([
      {
        from: { name: 'Mail', icon: null },
        what: { intent: 'add-task', data: { title: 'Reply' } },
        receivers: [{ id: 'tasks', name: 'Tasks', icon: null, reach: [net] }],
      },
    ])
    expect(test.received).toEqual([{ by: 'tasks', intent: { name: 'add-task', data: { title: 'Reply' }, from: 'Mail', origin: { app: 'mail' }, hops: 1 } }])
    expect(test.record('mail').handovers).toMatchObject([{ intent: 'add-task', to: 'tasks', reach: [net] }])
    expect(await send({ title: 'Another' })).toEqual({ app: 'Tasks' })
    expect(test.questions).toHaveLength(1)
    expect(test.log.filter(line => line.startsWith('audit'))).toEqual(['audit grant intent:add-task to Tasks'])
  })

  it('[S59] asks again where the receiver can do more than when the person was asked', async () => {
    const { test, send } = start()
    addTasks(test, { open: true, app: { grants: [grant(net, false)] } })
    await send()
    expect(test.questions[0]?.receivers[0]?.reach).toEqual([])
    test.desk.sessions
      .peek()
      .get('tasks')
      ?.amend(app => ({ ...app, grants: [grant(net)] }))
    await send()
    expect(test.questions[1]?.receivers[0]?.reach).toEqual([net])
  })

  it('[S24][S59] sends nothing where the receiver can do more by the time of the answer', async () => {
    const { test, send } = start()
    addTasks(test, { open: true, app: { grants: [grant(net, false)] } })
    test.answer = ({ receivers }) => {
      test.desk.sessions
        .peek()
        .get('tasks')
        ?.amend(app => ({ ...app, grants: [grant(net)] }))
      return receivers[0]?.id ?? null
    }
    expect(await said(send())).toBe('denied')
    expect(test.received).toEqual([])
    expect(test.record('mail').handovers).toBeUndefined()
  })

  it('[S19] a no sends nothing; three of them are a no for the session', async () => {
    const { test, send } = start()
    addTasks(test, { open: true })
    test.answer = () => null
    for (let i = 0; i < 5; i++) expect(await said(send())).toBe('denied')
    expect(test.questions).toHaveLength(3)
    expect(test.received).toEqual([])
  })

  it('[B69] lets the person pick among several, and `to` name one of them', async () => {
    const { test, send } = start([shipped])
    addTasks(test, { open: true })
    test.add('board', documentOf('Board', takes('add-task')), { open: true })
    test.add('other', documentOf('Other', takes('add-note')), { open: true })
    test.answer = () => 'board'
    expect(await send()).toEqual({ app: 'Board' })
    expect(test.questions[0]?.receivers.map(({ id }) => id)).toEqual(['tasks', 'board', 'shipped:task-list'])
    await test.clock.advance(1000, async () => {})
    test.answer = ({ receivers }) => receivers[0]?.id ?? null
    expect(await send({ title: 'x' }, ' TASKS ')).toEqual({ app: 'Tasks' })
    // Where nobody is named it goes where the person sent it last.
    expect(await send()).toEqual({ app: 'Tasks' })
    expect(test.questions).toHaveLength(2)
  })

  it('[B69] holds the data to the declared type before anybody is asked', async () => {
    const { test, send } = start()
    addTasks(test, { open: true })
    for (const data of [null, 'Reply', { titel: 'x' }, { title: 'x', more: 1 }]) expect(await said(send(data))).toBe('wrong-data')
    expect(test.questions).toEqual([])
  })

  it('[B69] says who does not take it, and who is not there', async () => {
    const { test, send } = start()
    expect(await said(send())).toBe('no-receiver')
    expect(await said(send({ title: 'x' }, 'Tasks'))).toBe('no-app')
    test.add('notes', documentOf('Notes'), { open: true })
    expect(await said(send({ title: 'x' }, 'Notes'))).toBe('no-receiver')
  })

  it('[S26] does nothing once the capability, the pick or the app is gone, at whatever point', async () => {
    for (const at of ['question', 'opening'] as const) {
      for (const what of ['capability', 'app'] as const) {
        const { test, send, revoked, controller } = start()
        addTasks(test)
        const revoke = () => (what === 'capability' ? revoked.add('intent:add-task') : controller.abort())
        test.answer = async ({ receivers }) => {
          if (at === 'question') revoke()
          return receivers[0]?.id ?? null
        }
        const open = test.desk.openApp
        Object.assign(test.desk, {
          openApp(id: string) {
            open(id)
            if (at === 'opening') revoke()
          },
        })
        expect(await said(send()), `${what} while ${at}`).toBe(what === 'app' && at === 'question' ? 'denied' : what === 'app' ? 'stopped' : 'denied')
        expect(test.received).toEqual([])
      }
    }
    const { test, send } = start()
    addTasks(test, { open: true })
    await send()
    test.desk.sessions
      .peek()
      .get('mail')
      ?.amend(app => ({ ...app, handovers: [] }))
    test.answer = () => null
    expect(await said(send())).toBe('denied')
  })

  it('[B69] opens a receiver that is closed, behind the one that sends; one that comes with the desktop is added', async () => {
    const { test, send } = start([shipped])
    addTasks(test)
    await send({ title: 'x' }, 'Tasks')
    expect(test.log).toEqual(['open tasks', 'focus mail', 'audit grant intent:add-task to Tasks', 'Mail sent “add-task” to Tasks.'])
    await send({ title: 'x' }, 'task-list')
    expect(test.log.slice(4)).toEqual([
      'show Task List from shipped',
      'focus mail',
      'audit grant intent:add-task to Task List',
      'Mail sent “add-task” to Task List.',
    ])
    expect(test.record('mail').handovers?.map(({ to }) => to)).toEqual(['tasks', 'new-2'])
  })

  it('[B69] does not reach an app that waits for its yes, has stopped, or runs in another tab', async () => {
    for (const state of [{ phase: 'review' }, { phase: 'stopped', ending: { kind: 'stopped' } }, { readOnly: true }]) {
      const { test, send } = start()
      addTasks(test, { open: true, state })
      expect(await said(send())).toBe('not-running')
      expect(test.received).toEqual([])
      expect(test.record('mail').handovers).toBeUndefined()
    }
  })

  it('[B66][B69] ends what goes from app to app, and slows down what sends without end', async () => {
    const { test, send } = start()
    addTasks(test, { open: true })
    await send({ title: 'x' }, null, { hops: 7 })
    expect(test.received[0]?.intent.hops).toBe(8)
    expect(await said(send({ title: 'x' }, null, { hops: 8 }))).toBe('cascade')
    const results = await Promise.all(Array.from({ length: 30 }, () => said(send())))
    expect(results.filter(code => code === 'too-often')).toHaveLength(11)
    await test.clock.advance(10_000, async () => {})
    expect(await said(send())).toBe('done')
  })
})

describe('app.open', () => {
  const day = { pages: { day: { title: 'Day', params: { day: 'date' }, view: { type: 'Text', text: '' } } } }

  it('[B69] opens by name or by id, asks which of several, and knows no others', async () => {
    const { test, apps, context } = start([shipped])
    test.add('one', documentOf('Twin'))
    test.add('two', documentOf('Twin'))
    await apps.open('task-list', null, context())
    test.answer = ({ what, receivers }) => (what === null ? (receivers[1]?.id ?? null) : null)
    await apps.open('twin', null, context())
    expect(test.log).toEqual(['show Task List from shipped', 'open one'])
    test.answer = () => null
    expect(await said(apps.open('Twin', null, context()))).toBe('cancelled')
    for (const name of ['Nowhere', '__proto__', '']) expect(await said(apps.open(name, null, context()))).toBe('no-app')
  })

  it('[S59] hands parameters over with a yes only, and only such as the start page takes', async () => {
    const { test, apps, context } = start()
    test.add('days', documentOf('Days', day))
    test.add('plain', documentOf('Plain'))
    expect(await said(apps.open('Plain', { day: '2026-01-05' }, context()))).toBe('no-params')
    for (const params of [{ day: 'soon' }, { day: '2026-01-05', more: 1 }]) expect(await said(apps.open('Days', params, context()))).toBe('wrong-data')
    test.answer = () => null
    expect(await said(apps.open('Days', { day: '2026-01-05' }, context()))).toBe('denied')
    test.answer = ({ receivers }) => receivers[0]?.id ?? null
    await apps.open('Days', { day: '2026-01-05' }, context())
    expect(test.log.filter(line => line.includes('visited'))).toEqual(['days visited {"day":"2026-01-05"}'])
  })

  it('adds one that comes with the desktop by a press only', async () => {
    const { test, apps, context } = start([shipped])
    expect(await said(apps.open('task-list', null, context({ gesture: false })))).toBe('needs-press')
    expect(test.log).toEqual([])
  })

  it('slows down an app that opens others without a press', async () => {
    const { test, apps, context } = start()
    test.add('days', documentOf('Days'))
    const results = await Promise.all(Array.from({ length: 8 }, () => said(apps.open('Days', null, context({ gesture: false })))))
    expect(results.filter(code => code === 'too-often')).toHaveLength(3)
  })
})

describe('app.install', () => {
  it('[S59] shows a document inert, as one that came from elsewhere, and refuses what is none', async () => {
    const { test, apps } = start([shipped])
    await apps.install({ document: documentOf('Made') })
    await apps.install({ app: 'task-list' })
    expect(test.log).toEqual(['show Made from app', 'show Task List from shipped'])
    expect(await said(apps.install({ document: { blueprint: 1 } }))).toBe('bad-app')
    expect(await said(apps.install({ app: 'nothing' }))).toBe('no-app')
  })
})

it('app.list says names and whether they are open; app.close and app.focus want one that is open', async () => {
  const { test, apps } = start()
  test.add('days', documentOf('Days'))
  expect(apps.list()).toEqual([
    { name: 'Days', icon: null, about: null, open: false },
    { name: 'Mail', icon: null, about: null, open: true },
  ])
  expect(await said(apps.close('Days'))).toBe('no-app')
  expect(await said(apps.focus('Days'))).toBe('no-app')
  await apps.focus('Mail')
  await apps.close('Mail')
  expect(test.log).toEqual(['focus mail', 'close mail'])
})
