import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { createBroker } from './broker.ts'
import { createTestWorld } from './test-world.ts'

function asking(reply: Json) {
  const world = createTestWorld()
  world.modelReply = () => reply
  const port = createBroker({ isGranted: capability => capability === 'llm', approve: async () => true, world })
  return { world, ask: async (args: JsonObject) => port.call('llm.ask', args, { gesture: true, signal: new AbortController().signal }) }
}

it('gives a text, or a value of the type that is asked for', async () => {
  expect(await asking('short').ask({ prompt: 'x' })).toBe('short')
  expect(await asking({ title: 't', tags: ['a'] }).ask({ prompt: 'x', type: { title: 'text', tags: ['text'] } })).toEqual({ title: 't', tags: ['a'] })
})

it('refuses what is none, whoever passed it on', async () => {
  await expect(asking({ title: 3 }).ask({ prompt: 'x', type: { title: 'text' } })).rejects.toMatchObject({ code: 'bad-reply' })
  await expect(asking({ title: 't', more: 1 }).ask({ prompt: 'x', type: { title: 'text' } })).rejects.toMatchObject({ code: 'bad-reply' })
})

it('says what is wrong with a type before anybody is asked', async () => {
  const { ask, world } = asking('x')
  await expect(ask({ prompt: 'x', type: 'string' })).rejects.toMatchObject({ code: 'bad-type' })
  expect(world.log).toEqual([])
})

it('hands over the prompt, the data and the type, and nothing else', async () => {
  const { ask, world } = asking(['a'])
  let seen: unknown = null
  world.modelReply = question => {
    seen = question
    return ['a']
  }
  await ask({ prompt: 'List', about: { notes: ['n'] }, type: ['text'] })
  expect(seen).toEqual({ prompt: 'List', about: { notes: ['n'] }, type: ['text'] })
})
