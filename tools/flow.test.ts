import { describe, expect, it } from 'vitest'
import { capabilityWords } from '../schema/capability-words.ts'
import { flowCapability, labelWords, readFlow } from '../schema/flow.ts'
import { tools } from '../schema/generated/catalog.ts'
import { createBroker } from './broker.ts'
import { originsOf } from './flow.ts'
import { createTestWorld } from './test-world.ts'

const A = 'net:https://a.example'
const B = 'net:https://b.example'
const TO_B = { url: 'https://b.example/x' }

function broker({
  allow = async () => true,
  granted = [A, B, 'clipboard.write', 'files'],
}: {
  allow?: (flows: readonly string[]) => Promise<boolean>
  granted?: readonly string[]
} = {}) {
  const grants = new Set(granted)
  const world = createTestWorld()
  const asked: (readonly string[])[] = []
  const port = createBroker({
    isGranted: capability => grants.has(capability),
    async allowFlows(flows) {
      asked.push(flows)
      const yes = await allow(flows)
      if (yes) for (const flow of flows) grants.add(flow)
      return yes
    },
    approve: async () => true,
    world,
  })
  const call = (tool: string, args: object, labels: readonly string[]) =>
    Promise.resolve().then(() => port.call(tool, args as never, { gesture: true, signal: new AbortController().signal, labels }))
  return { call, asked, grants, world }
}

describe('[S28] what came from somewhere', () => {
  it.each([[A], ['file'], ['llm'], ['clipboard'], ['app:inst-1'], ['fs:Notes'], ['microphone']])(
    '%s goes to an origin with a yes that names both, once',
    async label => {
      const { call, asked, world } = broker()
      await call('http.post', TO_B, [label])
      await call('http.post', TO_B, [label])
      expect(asked).toEqual([[`flow:${label}>>${B}`]])
      expect(world.log).toHaveLength(2)
    },
  )

  it('goes back to where it came from without a question, and stays with the person without one', async () => {
    const { call, asked, world } = broker()
    await call('http.post', TO_B, [B])
    await call('clipboard.copy', { text: 'x' }, [A])
    await call('file.save', { name: 'x.txt', content: 'x' }, [A, 'llm'])
    expect(asked).toEqual([])
    expect(world.saved?.content).toBe('x')
  })

  it('does not go without that yes, and nothing is sent', async () => {
    const { call, world } = broker({ allow: async () => false })
    await expect(call('http.post', TO_B, [A])).rejects.toThrow('You have not allowed this app to send what it has from a.example to b.example.')
    expect(world.log).toEqual([])
  })

  it('is asked about in one question, as far as it is not allowed yet', async () => {
    const { call, asked } = broker({ granted: [A, B, `flow:file>>${B}`] })
    await call('http.get', TO_B, ['file', A, 'llm'])
    expect(asked).toEqual([[`flow:${A}>>${B}`, `flow:llm>>${B}`]])
  })

  it('[S26] goes nowhere where a yes is taken back while it is asked, or on its way', async () => {
    const during = broker({
      async allow() {
        during.grants.delete(B)
        return true
      },
    })
    await expect(during.call('http.post', TO_B, [A])).rejects.toThrow(/have not allowed/)
    expect(during.world.log).toEqual([])
    const onTheWay = broker()
    onTheWay.world.httpReply = () => {
      onTheWay.grants.delete(`flow:${A}>>${B}`)
      return { status: 200, ok: true, headers: {}, body: 'reply' }
    }
    await expect(onTheWay.call('http.post', TO_B, [A])).rejects.toThrow(/send what it has from a.example to b.example/)
  })

  it('goes nowhere where nobody is there to ask', async () => {
    const world = createTestWorld()
    const port = createBroker({ isGranted: capability => !capability.startsWith('flow:'), approve: async () => true, world })
    await expect(port.call('http.post', TO_B, { gesture: true, signal: new AbortController().signal, labels: [A] })).rejects.toThrow(/have not allowed/)
  })

  it('without the capability itself is refused before anything is asked', async () => {
    const { call, asked } = broker({ granted: [A] })
    await expect(call('http.post', TO_B, [A])).rejects.toThrow(/exchange data with/)
    expect(asked).toEqual([])
  })
})

describe('[S28] the labels of what a tool gives', () => {
  it('name where it comes from', () => {
    expect(originsOf('http.get', { url: 'https://A.example:443/x?q=1' })).toEqual([A])
    expect(originsOf('file.open', {})).toEqual(['file'])
    expect(originsOf('clipboard.paste', {})).toEqual(['clipboard'])
    expect(originsOf('http.get', { url: 'nowhere' })).toEqual(['net'])
  })

  it('are none of what gives nothing, or reads nothing from outside', () => {
    for (const tool of ['file.save', 'clipboard.copy', 'random.int', 'json.parse', 'storage.get', 'toString']) expect(originsOf(tool, {}), tool).toEqual([])
  })

  it('are known for every capability whose tools give something', () => {
    const without = [...tools.values()].filter(({ name, capability, result }) => capability && result !== 'null' && originsOf(name, {}).length === 0)
    // They give what the app itself put there, or only that something was done.
    expect(new Set(without.map(({ capability }) => capability?.name))).toEqual(new Set(['storage', 'intent', 'share']))
  })
})

it('a flow is a capability that says both places in words', () => {
  const capability = flowCapability('net:https://a.example', 'llm')
  expect(readFlow(capability)).toEqual({ from: 'net:https://a.example', to: 'llm' })
  expect([readFlow('net:https://a.example'), readFlow('flow:a'), readFlow('flow:a>>b>>c')]).toEqual([null, null, null])
  expect(capabilityWords(capability).title).toBe('Send what it has from a.example to a language model')
  expect(labelWords('app:i1', instance => (instance === 'i1' ? 'Notes' : null))).toBe('“Notes”')
})
