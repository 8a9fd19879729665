import { expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createAppStore } from './app-store.ts'
import { createMemoryRecords } from './memory-records.ts'

const hashDocument = (document: JsonObject) => digest(JSON.stringify(document))
const refOf = (letter: string) => `file:${letter.repeat(64)}`

async function setUp() {
  const records = createMemoryRecords()
  const store = createAppStore(records, { digest, hashDocument })
  const log = await store.openState('a')
  log.reset({ picture: { ref: refOf('a'), name: 'a.png', type: 'image/png', size: 100 } })
  await log.flush()
  for (const letter of 'abcd') await store.saveAttachment('a', refOf(letter), new Blob([new Uint8Array(100)]))
  await store.values('a').set('kept', { file: { ref: refOf('b') } })
  await store.saveSetAside('a', [{ id: 'x', at: 1, hash: 'h', path: ['old'], value: { ref: refOf('c') } } as never])
  await store.saveAttachment('other', refOf('d'), new Blob([new Uint8Array(7)]))
  return { store, records }
}

it('[S39] what an app keeps is told apart and summed up', async () => {
  const { store } = await setUp()
  const usage = await store.usage('a')
  expect(usage.attachments).toBe(400)
  expect(usage.values).toBeGreaterThan(60)
  expect(usage.state).toBeGreaterThan(80)
  expect(usage.log).toBeGreaterThan(60)
  expect(await store.usage('none')).toEqual({ state: 0, values: 0, attachments: 0, log: 0 })
})

it('[S39] files that neither the state, a value nor what was set aside refers to are freed, and no others', async () => {
  const { store } = await setUp()
  expect(await store.freeAttachments('a', { picture: { ref: refOf('a') } })).toBe(100)
  expect([...(await store.attachmentSizes('a')).keys()]).toEqual([refOf('a'), refOf('b'), refOf('c')])
  expect([...(await store.attachmentSizes('other')).keys()]).toEqual([refOf('d')])
  expect(await store.freeAttachments('a', { picture: { ref: refOf('a') } })).toBe(0)
})
