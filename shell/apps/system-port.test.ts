import { describe, expect, it } from 'vitest'
import { createObserver } from '../../engine/observe/observer.ts'
import { tools } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { toolImplementations } from '../../tools/register.ts'
import { resultFault } from '../../tools/result-check.ts'
import { createTestWorld } from '../../tools/test-world.ts'
import { createSystemPort } from './system-port.ts'
import { createTestDesk, documentOf } from './test-desk.ts'

function start() {
  let now = 0
  const test = createTestDesk()
  test.add('tasks', documentOf('Tasks'), { open: true, app: { grants: [{ capability: 'notify', grade: 'ask', granted: true, at: 3, lastUsedAt: null }] } })
  test.add('notes', documentOf('Notes'))
  const observer = createObserver({ now: () => ++now })
  const locale = { language: 'en', timeZone: 'UTC', currency: 'EUR' }
  return { test, observer, port: createSystemPort({ desk: test.desk, observer, locale, appName: () => 'Monitor' }) }
}

describe('system.*', () => {
  it('counts what an open app did and what failed in it, and names it', () => {
    const { observer, port } = start()
    const tasks = observer.forApp('tasks')
    tasks.event(1, 'Button onPress')
    tasks.event(2, 'Button onPress')
    tasks.failure(2, 'timeout')
    tasks.draw(4, 2.5)
    observer.forApp('notes').event(3, 'timer')
    expect(port.processes()).toMatchObject([
      { id: 'tasks', name: 'Tasks', state: 'running', events: 2, failures: 1, drawMs: 2.5, stateSize: 11, since: 5, focused: false },
    ])
  })

  it('lists what failed, newest first, with the name of the app', () => {
    const { observer, port } = start()
    observer.forApp('tasks').call(1, 'http.get', { ms: 5, size: 1, code: 'timeout' })
    observer.forApp('tasks').call(1, 'http.get', { ms: 5, size: 1, code: null })
    observer.forApp('notes').failure(2, 'quota')
    observer.provider('model', { ms: 1, size: 1, code: 'offline' })
    expect((port.log(10) as readonly JsonObject[]).map(({ app, what, code }) => [app, what, code])).toEqual([
      ['Notes', '', 'quota'],
      ['Tasks', 'http.get', 'timeout'],
    ])
    expect(port.log(1)).toHaveLength(1)
  })

  it('knows how long things took, and the last word on each of the page’s vitals', () => {
    const { observer, port } = start()
    observer.forApp('tasks').call(1, 'http.get', { ms: 40, size: 1, code: null })
    observer.vital('LCP', { ms: 300, size: null })
    observer.vital('LCP', { ms: 400, size: null })
    observer.vital('CLS', { ms: null, size: 0.1 })
    const { timings, vitals } = port.metrics() as { readonly timings: Json; readonly vitals: Json }
    expect(timings).toMatchObject([{ kind: 'call', what: 'http.get', count: 1, max: 40 }])
    expect(vitals).toEqual([
      { name: 'LCP', value: 400 },
      { name: 'CLS', value: 0.1 },
    ])
  })

  it('stops an app once what was entered is saved, and only one that runs', async () => {
    const { test, port } = start()
    await port.kill('tasks')
    expect(test.log).toEqual(['tasks flushed', 'tasks stopped: killed'])
    for (const id of ['notes', 'nobody', '__proto__']) await expect(port.kill(id)).rejects.toMatchObject({ code: 'no-app' })
  })

  it('changes the look to one that there is, and nothing else', async () => {
    const { test, port } = start()
    await port.look('dark')
    await port.look('constructor')
    expect(test.log).toEqual(['look dark'])
  })

  it('gives what the tools’ schemas say', async () => {
    const { observer, port } = start()
    observer.forApp('tasks').call(1, 'http.get', { ms: 40, size: 1, code: 'timeout' })
    observer.vital('LCP', { ms: 300, size: null })
    const world = { ...createTestWorld(), system: port }
    const context = { gesture: true, signal: new AbortController().signal }
    for (const name of ['system.info', 'system.metrics', 'system.processes', 'system.log', 'system.settings', 'system.permissions']) {
      const value = await toolImplementations.get(name)!({}, world, context)
      expect(resultFault(tools.get(name)!, value), name).toBe(null)
    }
  })
})
