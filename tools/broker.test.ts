import { describe, expect, it } from 'vitest'
import { createObserver } from '../engine/observe/observer.ts'
import { tools } from '../schema/generated/catalog.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { createBroker } from './broker.ts'
import { toolImplementations } from './register.ts'
import { scopedCapability } from './scoped-capability.ts'
import { createTestWorld } from './test-world.ts'

const context = { gesture: true, signal: new AbortController().signal }

function broker(granted: Iterable<string>, approve = async () => true) {
  const grants = new Set(granted)
  const world = createTestWorld()
  return { grants, world, port: createBroker({ isGranted: capability => grants.has(capability), approve, world }) }
}

it('has an implementation for each tool that the engine does not do itself, and no other', () => {
  const described = [...tools.values()].filter(spec => !spec.engine).map(spec => spec.name)
  expect([...toolImplementations.keys()].sort()).toEqual(described.sort())
})

describe('a call', () => {
  it('of an unknown name is refused, also of names that every object has', () => {
    const { port } = broker([])
    for (const name of ['eval', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(() => port.call(name, {}, context)).toThrow(/There is no tool/)
  })

  it('[B67] without its grant is refused and reaches nothing', () => {
    const { port, world } = broker([])
    expect(() => port.call('http.get', { url: 'https://api.example.com/x' }, context)).toThrow(/have not allowed/)
    expect(() => port.call('notify', { title: 'x' }, context)).toThrow(/have not allowed/)
    expect(world.log).toEqual([])
  })

  it('is checked against the live grant each time (S26)', async () => {
    const { port, grants } = broker(['storage'])
    await port.call('storage.set', { key: 'a', value: 1 }, context)
    expect(await port.call('storage.get', { key: 'a' }, context)).toBe(1)
    grants.delete('storage')
    expect(() => port.call('storage.get', { key: 'a' }, context)).toThrow(/have not allowed/)
  })

  it('whose grant is taken back while it runs gives nothing (S26)', async () => {
    const { port, grants, world } = broker(['net:https://a.example'])
    world.httpReply = () => {
      grants.clear()
      return { status: 200, ok: true, headers: {}, body: 'secret' }
    }
    await expect(port.call('http.get', { url: 'https://a.example/x' }, context)).rejects.toThrow(/have not allowed/)
  })

  it('[B67] [S43] with a key needs the grant of that key beside the one of the server, until it has ended', async () => {
    const call = { url: 'https://a.example/x', secret: 'weather' }
    const { port, grants, world } = broker(['net:https://a.example'])
    expect(() => port.call('http.get', call, context)).toThrow(/use your key “weather”/)
    grants.add('secret:other')
    expect(() => port.call('http.get', call, context)).toThrow(/have not allowed/)
    expect(world.log).toEqual([])
    grants.add('secret:weather')
    expect(await port.call('http.get', call, context)).toMatchObject({ status: 200 })
    world.httpReply = () => {
      grants.delete('secret:weather')
      return { status: 200, ok: true, headers: {}, body: 'private' }
    }
    await expect(port.call('http.get', call, context)).rejects.toThrow(/have not allowed/)
    expect(await port.call('http.get', { url: 'https://a.example/x' }, context)).toMatchObject({ status: 200 })
    expect(() => port.call('http.get', { ...call, secret: '' }, context)).toThrow(/secret/)
  })

  it('[S26] is ended when its grant is taken back, and given again meanwhile is another grant', async () => {
    const taken = new AbortController()
    const world = createTestWorld()
    let seen: AbortSignal | null = null
    const port = createBroker({
      isGranted: () => true,
      signalFor: () => taken.signal,
      approve: async () => true,
      world: {
        ...world,
        http: {
          send: (_request, signal) => {
            seen = signal
            return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))))
          },
        },
      },
    })
    const call = port.call('http.get', { url: 'https://a.example/x' }, context)
    taken.abort()
    await expect(call).rejects.toMatchObject({ code: 'denied' })
    expect(seen!.aborted).toBe(true)
  })

  it.each(['while the person is asked about the use', 'while the person is asked where it goes', 'while it runs', 'while its answer arrives'])(
    '[S26] gives nothing where its grant is taken back %s',
    async moment => {
      const grants = new Set(['clipboard.read', 'net:https://a.example'])
      const takenBack = new AbortController()
      const take = () => {
        grants.clear()
        takenBack.abort()
      }
      const world = createTestWorld()
      const port = createBroker({
        isGranted: capability => grants.has(capability),
        signalFor: () => takenBack.signal,
        approve: async () => {
          if (moment.endsWith('about the use')) take()
          return true
        },
        allowFlows: async flows => {
          for (const flow of flows) grants.add(flow)
          if (moment.endsWith('where it goes')) take()
          return true
        },
        world: {
          ...world,
          http: {
            async send() {
              if (moment.endsWith('runs')) take()
              const answer = Promise.resolve({ status: 200, ok: true, headers: {}, body: 'secret' })
              if (moment.endsWith('arrives')) void answer.then(take)
              return answer
            },
          },
        },
      })
      const call = moment.endsWith('about the use')
        ? port.call('clipboard.paste', {}, context)
        : port.call('http.post', { url: 'https://a.example/x', body: 'b' }, { ...context, labels: ['file'] })
      await expect(call).rejects.toMatchObject({ code: 'denied' })
    },
  )

  it('[B67] to an origin that the person picked goes there, and only there', async () => {
    const world = createTestWorld()
    const choices = new Map<string, string>()
    const port = createBroker({
      isGranted: capability => capability === 'net:?server',
      choiceFor: capability => choices.get(capability) ?? null,
      approve: async () => true,
      world,
    })
    const get = async (url: string) => port.call('http.get', { url }, context)
    await expect(get('?server/items')).rejects.toMatchObject({ code: 'not-picked' })
    choices.set('net:?server', 'https://my.example')
    await get('?server/items?q=1')
    await get('?server')
    await get('?server/../../x')
    await expect(get('?other/items')).rejects.toMatchObject({ code: 'denied' })
    await expect(get('https://my.example/items')).rejects.toMatchObject({ code: 'denied' })
    await expect(get('?server.evil.example/')).rejects.toMatchObject({ code: 'bad-address' })
    expect(world.log.map(line => line.replace(/^GET /, ''))).toEqual(['https://my.example/items?q=1', 'https://my.example', 'https://my.example/../../x'])
    expect(world.log.every(line => new URL(line.slice(4)).origin === 'https://my.example')).toBe(true)
  })

  it('says to who looks at grants whether the tool only reads', async () => {
    const asked: boolean[] = []
    const port = createBroker({ isGranted: (_, reads) => asked.push(reads) > 0, approve: async () => true, world: createTestWorld() })
    await port.call('http.get', { url: 'https://a.example/' }, context)
    await port.call('http.post', { url: 'https://a.example/', body: 1 }, context)
    expect(asked).toEqual([true, true, false, false])
  })

  it('with arguments that its schema does not know is refused', () => {
    const { port } = broker(['storage'])
    expect(() => port.call('storage.get', { key: ['a'] }, context)).toThrow(/called wrongly/)
    expect(() => port.call('random.int', { min: 1 }, context)).toThrow(/called wrongly/)
    expect(() => port.call('storage.get', { key: 'a', extra: true } as JsonObject, context)).toThrow(/called wrongly/)
  })

  it('that leaves the page has arguments of so many bytes, and not one more', async () => {
    const { port, world } = broker(['net:https://a.example', 'storage'])
    const rest = JSON.stringify({ url: 'https://a.example/', body: '' }).length
    const send = (body: string) => port.call('http.post', { url: 'https://a.example/', body }, context)
    await send('x'.repeat(LIMITS.callArgumentBytes - rest))
    // Two bytes each.
    await send('é'.repeat((LIMITS.callArgumentBytes - rest - (rest % 2)) / 2))
    const sent = world.log.length
    expect(() => send('x'.repeat(LIMITS.callArgumentBytes - rest + 1))).toThrow(/at most 65,536 bytes at once; this would be 65,537. Send less/)
    expect(() => send('é'.repeat((LIMITS.callArgumentBytes - rest) / 2 + 1))).toThrow(/at most 65,536 bytes/)
    expect(world.log).toHaveLength(sent)
    await port.call('storage.set', { key: 'a', value: 'x'.repeat(LIMITS.callArgumentBytes + 1) }, context)
  })

  it('that needs a press is refused without one (S60)', () => {
    const { port } = broker(['clipboard.write'])
    expect(() => port.call('clipboard.copy', { text: 'x' }, { ...context, gesture: false })).toThrow(/pressed/)
  })

  it('of a sensitive tool is put before the user each time', async () => {
    const asked: string[] = []
    const { port, world } = broker(['clipboard.read'], async () => asked.push('x') < 2)
    world.clipboardText = 'from elsewhere'
    expect(await port.call('clipboard.paste', {}, context)).toBe('from elsewhere')
    await expect(port.call('clipboard.paste', {}, context)).rejects.toThrow(/did not allow/)
    expect(asked).toHaveLength(2)
  })

  it('cannot have its arguments changed after the check (S24)', async () => {
    const { port, world } = broker(['storage'])
    const value = { a: 1 }
    const call = port.call('storage.set', { key: 'k', value }, context)
    value.a = 2
    await call
    expect(await world.storage.get('k')).toEqual({ a: 1 })
  })
})

it('[S27] reads the origin that a call reaches from the address itself', () => {
  const spec = tools.get('http.get')
  if (!spec) throw new Error('http.get is not in the registry')
  const of = (url: string) => scopedCapability(spec, { url })
  expect(of('https://API.example.com:443/x?y')).toBe('net:https://api.example.com')
  expect(of('https://good.example\\@evil.example/')).toBe('net:https://good.example')
  expect(of('https://a.example.:8443/')).toBe('net:https://a.example.:8443')
  for (const url of ['https://good.example@evil.example/', 'javascript:alert(1)', 'file:///etc/passwd', '//a.example', 'data:text/plain,x', ''])
    expect(() => of(url)).toThrow(/no web address/)
})

describe('an observer is told', () => {
  function observed(granted: Iterable<string>, approve = async () => true) {
    const grants = new Set(granted)
    const world = createTestWorld()
    let time = 0
    const observer = createObserver({ now: () => time })
    const port = createBroker({ isGranted: capability => grants.has(capability), approve, world, observe: observer.forApp('a') })
    return { world, observer, port, wait: (ms: number) => (time += ms) }
  }
  const told = (observer: ReturnType<typeof createObserver>) => observer.find().map(({ cause, kind, what, code }) => [cause, kind, what, code])

  it('of each call, its size and its cause, and of what the grant was at that moment', async () => {
    const { port, observer } = observed(['storage'])
    await port.call('storage.set', { key: 'a', value: 'secret' }, { ...context, cause: 5 })
    expect(told(observer)).toEqual([
      [5, 'grant', 'storage', null],
      [5, 'grant', 'storage', null],
      [5, 'call', 'storage.set', null],
    ])
    expect(observer.find().at(-1)?.size).toBe(JSON.stringify({ key: 'a', value: 'secret' }).length)
    expect(JSON.stringify(observer.find())).not.toContain('secret')
  })

  it('of what was refused and why, also where the name is none', () => {
    const { port, observer } = observed([])
    for (const [name, args] of [
      ['http.get', { url: 'https://api.example.com/x?token=secret' }],
      ['random.int', { min: 1 }],
      ['my secret', {}],
    ] as const)
      expect(() => port.call(name, args, context)).toThrow()
    expect(told(observer)).toEqual([
      [0, 'grant', 'net:https://api.example.com', 'denied'],
      [0, 'call', 'http.get', 'denied'],
      [0, 'call', 'random.int', 'bad-arguments'],
      [0, 'call', 'unknown', 'unknown-tool'],
    ])
    expect(JSON.stringify(observer.find())).not.toContain('secret')
  })

  it('how long a call took, without the time that a person took to answer', async () => {
    const { port, observer, wait } = observed(['clipboard.read'], async () => {
      wait(60_000)
      return true
    })
    await port.call('clipboard.paste', {}, context)
    expect(observer.timings()).toMatchObject([{ kind: 'call', what: 'clipboard.paste', histogram: { count: 1, max: 0 } }])
  })
})
