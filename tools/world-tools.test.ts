import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../schema/json/json.ts'
import type { Copied } from './ports.ts'
import { toolImplementations } from './register.ts'
import { createTestWorld, type TestWorld } from './test-world.ts'

const context = { gesture: true, signal: new AbortController().signal }

function call(world: TestWorld, name: string, args: JsonObject = {}): Json | Promise<Json> {
  const tool = toolImplementations.get(name)
  if (!tool) throw new Error(`no tool ${name}`)
  return tool(args, world, context)
}

describe('http', () => {
  it.each([
    ['http.get', 'GET'],
    ['http.post', 'POST'],
    ['http.put', 'PUT'],
    ['http.patch', 'PATCH'],
    ['http.delete', 'DELETE'],
  ])('%s asks with its method, and hands over the answer', async (name, method) => {
    const world = createTestWorld()
    world.httpReply = request => ({ status: 201, ok: true, headers: {}, body: (request.body ?? null) as Json })
    const url = 'https://api.example.com/notes'
    expect(await call(world, name, { url, body: { title: 'Ada' } })).toMatchObject({ status: 201, body: { title: 'Ada' } })
    expect(world.log).toEqual([`${method} ${url}`])
  })

  it('passes on what was given, and nothing else', async () => {
    const world = createTestWorld()
    let sent: unknown
    world.httpReply = request => {
      sent = request
      return { status: 200, ok: true, headers: {}, body: null }
    }
    await call(world, 'http.get', { url: 'https://a.example/', query: { q: 'x' }, headers: { accept: 'text/plain' }, read: 'text' })
    expect(sent).toEqual({ method: 'GET', url: 'https://a.example/', query: { q: 'x' }, headers: { accept: 'text/plain' }, read: 'text' })
    await call(world, 'http.get', { url: 'https://a.example/', query: 'q=x' })
    expect(sent).toEqual({ method: 'GET', url: 'https://a.example/' })
  })
})

describe('storage', () => {
  it('keeps, lists, removes and clears', async () => {
    const world = createTestWorld()
    expect(await call(world, 'storage.get', { key: 'a' })).toBe(null)
    await call(world, 'storage.set', { key: 'a', value: { n: 1 } })
    await call(world, 'storage.set', { key: 'b', value: 2 })
    expect(await call(world, 'storage.get', { key: 'a' })).toEqual({ n: 1 })
    expect(await call(world, 'storage.list')).toEqual(['a', 'b'])
    await call(world, 'storage.remove', { key: 'a' })
    expect(await call(world, 'storage.list')).toEqual(['b'])
    await call(world, 'storage.clear')
    expect(await call(world, 'storage.list')).toEqual([])
  })
})

describe('what draws attention', () => {
  it('shows a notification and takes it back', async () => {
    const world = createTestWorld()
    await call(world, 'notify', { title: 'Tea is ready' })
    await call(world, 'notify.cancel', { id: 'tea' })
    expect(world.log).toEqual(['notify Tea is ready', 'cancel tea'])
  })

  it('sounds and celebrates', () => {
    const world = createTestWorld()
    call(world, 'sound.play', { name: 'bell' })
    call(world, 'sound.tone', { frequency: 220 })
    call(world, 'sound.tone')
    call(world, 'celebrate')
    expect(world.log).toEqual(['sound bell', 'tone 220', 'tone 440', 'celebrate'])
  })
})

describe('what reaches the device', () => {
  it('has the history of what apps copied, those fields and no others', async () => {
    const world = createTestWorld()
    world.copied = [{ text: 'a', app: 'Notes', at: 5, instance: 'secret' } as Copied]
    expect(await call(world, 'clipboard.history')).toEqual([{ text: 'a', app: 'Notes', at: 5 }])
  })

  it('listens in the language that is asked for, and gives what can be seen of what was said', async () => {
    const world = createTestWorld()
    world.said = 'ho\u200bla'
    expect(await call(world, 'speech.listen', { lang: 'es' })).toBe('hola')
    expect(await call(world, 'speech.listen')).toBe('hola')
    expect(world.log).toEqual(['listen in es', 'listen in own'])
  })

  it('says where it is', async () => {
    expect(await call(createTestWorld(), 'geo.here')).toEqual({ latitude: 43.2571, longitude: -2.9232, accuracy: 12 })
  })

  it('offers the app’s link', async () => {
    const world = createTestWorld()
    expect(await call(world, 'share.link')).toBe('https://desk.example/#/b/0')
    expect(await call(world, 'share.qr')).toBe(null)
    expect(world.log).toEqual(['share link', 'share qr'])
  })
})

describe('chance', () => {
  it('picks one of a list, and nothing from none', () => {
    const world = createTestWorld()
    expect(call(world, 'random.pick', { list: ['a', 'b', 'c'] })).toBe('b')
    expect(call(world, 'random.pick', { list: [] })).toBe(null)
  })

  it('writes texts of an alphabet, whole characters each', () => {
    const world = createTestWorld()
    expect(call(world, 'random.text', { length: 5, alphabet: '🌱🌿🌳' })).toBe('🌿🌿🌿🌿🌿')
    expect(call(world, 'random.text')).toMatch(/^[a-z0-9]{8}$/)
  })
})

describe('print', () => {
  it('prints the app, or one component of it', async () => {
    const world = createTestWorld()
    await call(world, 'print')
    await call(world, 'print', { target: 'invoice' })
    expect(world.log).toEqual(['print all', 'print invoice'])
  })
})

describe('speech.say', () => {
  it('says what can be seen of a text, and nothing where that is nothing', async () => {
    const world = createTestWorld()
    await call(world, 'speech.say', { text: 'ho\u200bla', lang: 'es' })
    await call(world, 'speech.say', { text: 'hello' })
    await call(world, 'speech.say', { text: ' \u200b' })
    expect(world.log).toEqual(['say hola in es', 'say hello in own'])
  })
})

describe('system.events', () => {
  it('asks for the newest hundred where the app does not say what it wants', () => {
    expect(call(createTestWorld(), 'system.events')).toEqual([{ after: 0, kind: null, most: 100 }])
    expect(call(createTestWorld(), 'system.events', { after: 7, kind: 'call', most: 5 })).toEqual([{ after: 7, kind: 'call', most: 5 }])
  })
})

describe('other apps', () => {
  it('[B69] hands the desktop what was asked, and who is meant, as it was said', async () => {
    const world = createTestWorld()
    await call(world, 'app.open', { app: 'Todos' })
    await call(world, 'app.open', { app: 'Days', params: { day: '2026-01-05' } })
    await call(world, 'app.close', { app: 'Todos' })
    await call(world, 'app.focus', { app: 'Todos' })
    await call(world, 'app.install', { app: 'todos' })
    await call(world, 'app.install', { document: { blueprint: 1 } })
    expect(await call(world, 'app.send', { intent: 'add-task', data: { title: 'x' } })).toEqual({ app: 'Todos' })
    expect(await call(world, 'app.send', { intent: 'ping', to: 'Board' })).toEqual({ app: 'Board' })
    expect(call(world, 'app.list')).toHaveLength(1)
    expect(world.log).toEqual([
      'open Todos null',
      'open Days {"day":"2026-01-05"}',
      'close Todos',
      'focus Todos',
      'install {"app":"todos"}',
      'install {"document":{"blueprint":1}}',
      'send add-task {"title":"x"} to whom the person picks over 0',
      'send ping null to Board over 0',
    ])
  })
})

describe('the desktop', () => {
  it('is asked for what it knows of itself, and told what to do', async () => {
    const world = createTestWorld()
    for (const name of ['system.info', 'system.metrics', 'system.processes', 'system.log', 'system.settings', 'system.permissions'])
      expect(await call(world, name)).toBeDefined()
    expect(await call(world, 'system.kill', { id: 'a' })).toBe(null)
    expect(await call(world, 'system.look', { mode: 'dark' })).toBe(null)
    expect(world.log).toEqual(['kill a', 'look dark'])
  })
})
