import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tools } from '../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { createBroker } from './broker.ts'
import { comesFromOutside, resultFault } from './result-check.ts'
import { createTestWorld } from './test-world.ts'

const context = { gesture: true, signal: new AbortController().signal }
const spec = (name: string) => {
  const found = tools.get(name)
  if (!found) throw new Error(`${name} is not in the registry`)
  return found
}
const answer = { status: 200, ok: true, headers: {}, body: null }

/** What the server of `a.example` gave, through the broker. */
async function got(reply: unknown): Promise<Json> {
  const world = createTestWorld()
  world.httpReply = () => reply as JsonObject
  const port = createBroker({ isGranted: () => true, approve: async () => true, world })
  return port.call('http.get', { url: 'https://a.example/' }, context)
}

describe('[S10] what comes from outside', () => {
  it('goes on as it is where it is what the tool gives', async () => {
    const body = { list: [1, 'two', null, true], __proto__x: {} }
    expect(await got({ ...answer, body })).toEqual({ ...answer, body })
  })

  it.each([
    ['no record', 'text'],
    ['a field that is missing', { status: 200, ok: true, headers: {}, extra: 1 }],
    ['a field of another type', { ...answer, status: '200' }],
    ['a field that its type does not name', { ...answer, cookie: 'x' }],
    ['a class', { ...answer, body: new Date(0) }],
    ['a function', { ...answer, body: () => 1 }],
    ['a promise inside', { ...answer, body: Promise.resolve(1) }],
    ['an accessor', { ...answer, body: Object.defineProperty({}, 'x', { get: () => 1, enumerable: true }) }],
    ['a number that is none', { ...answer, body: Number.NaN }],
    ['what never ends', { ...answer, body: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) }],
  ])('is a failure and goes no further: %s', async (_, reply) => {
    await expect(got(reply)).rejects.toMatchObject({ code: 'bad-result', message: expect.stringContaining('Nothing of it was used') })
  })

  it('is a failure where it is nothing at all', async () => {
    const world = createTestWorld()
    const port = createBroker({
      isGranted: () => true,
      approve: async () => true,
      world: { ...world, clipboard: { ...world.clipboard, read: async () => undefined as never } },
    })
    await expect(port.call('clipboard.paste', {}, context)).rejects.toMatchObject({ code: 'bad-result' })
  })

  it('says nothing of what came', async () => {
    await expect(got({ ...answer, body: () => 'secret', status: 'secret' })).rejects.toThrow(expect.not.stringContaining('secret'))
  })

  it('is looked at from every tool that waits or needs a capability', () => {
    const unchecked = [...tools.values()].filter(tool => !tool.engine && !comesFromOutside(tool))
    expect(unchecked.filter(({ cost, capability }) => cost !== 'instant' || capability)).toEqual([])
    for (const name of ['http.get', 'file.open', 'clipboard.paste', 'storage.get', 'system.events', 'text.diff'])
      expect(comesFromOutside(spec(name)), name).toBe(true)
  })

  it('never stops the page, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withDate: true, withBigInt: true, withNullPrototype: true, withSparseArray: true }), value => {
        const fault = resultFault(spec('storage.get'), value)
        if (fault === null) expect(JSON.parse(JSON.stringify(value) ?? 'null')).toEqual(JSON.parse(JSON.stringify(structuredClone(value)) ?? 'null'))
      }),
    )
  })
})
