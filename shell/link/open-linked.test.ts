import { expect, it } from 'vitest'
import { encodeLink, hashBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { openFromFile, openLinked } from './open-linked.ts'

const document: JsonObject = { blueprint: 1, app: { name: 'Hello' }, view: { type: 'Text', text: 'Hello' } }
const store = () => createAppStore(createMemoryRecords(), { digest, hashDocument: hashBlueprint })
const none = async () => []

it('[B91] opens a link that carries its app, and one whose app is on this device', async () => {
  const { hash, fragment } = await encodeLink(document)
  expect(await openLinked(fragment, store(), none)).toEqual({ kind: 'document', hash, document, origin: 'link' })
  const here = store()
  await here.saveDocument(hash, document)
  expect(await openLinked(`#/b/${hash}`, here, none)).toMatchObject({ kind: 'document', document })
  const shipped = async () => [{ id: 'hello', name: 'Hello', icon: 'hand', about: '', category: 'tools', hash, document }]
  expect(await openLinked(`#/b/${hash}`, store(), shipped)).toMatchObject({ origin: 'shipped' })
})

it('[S2] says what is wrong with a link that was cut, changed, or names what is not here', async () => {
  const { hash, fragment } = await encodeLink(document)
  const code = async (text: string) => {
    const opened = await openLinked(text, store(), none)
    return opened.kind === 'fault' ? opened.failure.code : opened.kind
  }
  expect(await code(fragment.slice(0, -6))).not.toBe('document')
  expect(await code(fragment.replace(hash, 'a'.repeat(64)))).not.toBe('document')
  expect(await code(`#/b/${hash}`)).toBe('not-here')
  expect(await code((await encodeLink({ blueprint: 1 })).fragment)).toBe('not-an-app')
})

it('opens a file that passes the check, and names the line of what does not', async () => {
  expect(await openFromFile('hello.json', JSON.stringify(document))).toMatchObject({ kind: 'document', origin: 'file', document })
  const broken = JSON.stringify(document, null, 2).replace('"Text"', '"Txet"')
  const fault = await openFromFile('hello.json', broken)
  expect(fault).toMatchObject({ kind: 'fault', failure: { code: 'not-an-app' } })
  expect(fault.kind === 'fault' && fault.failure.message).toMatch(/“hello\.json”.*Line \d+:.*Txet/s)
})
