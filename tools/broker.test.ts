import { describe, expect, it } from 'vitest'
import { tools } from '../schema/generated/catalog.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { createBroker, scopedCapability } from './broker.ts'
import { toolImplementations } from './register.ts'
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

  it('with arguments that its schema does not know is refused', () => {
    const { port } = broker(['storage'])
    expect(() => port.call('storage.get', { key: 3 as never }, context)).toThrow(/called wrongly/)
    expect(() => port.call('random.int', { min: 1 }, context)).toThrow(/called wrongly/)
    expect(() => port.call('storage.get', { key: 'a', extra: true } as JsonObject, context)).toThrow(/called wrongly/)
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
