import { describe, expect, it } from 'vitest'
import { hashBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createAppStore } from '../storage/app-store.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { planEdit } from './plan-edit.ts'

const document: JsonObject = {
  blueprint: 1,
  app: { name: 'Counter' },
  capabilities: [{ use: 'storage', why: 'Keeps it.' }],
  state: { count: { type: 'number', init: 0, persist: true } },
  view: { type: 'Text', text: '${count}' },
}
const hash = await hashBlueprint(document)
const older = '1'.repeat(64)
const app = {
  instance: 'a',
  name: 'Counter',
  hash,
  versions: [older, hash].map(each => ({ hash: each, at: 1, lineage: { prompt: null, provider: null, model: null, label: null, parent: null, checks: null } })),
  grants: [],
} as unknown as InstalledApp

async function plan(edit: object, state: JsonObject = { count: 3 }) {
  const store = createAppStore(createMemoryRecords(), { digest, hashDocument: hashBlueprint })
  await store.saveDocument(hash, document)
  return planEdit(JSON.stringify(edit), [app], store, () => state)
}

describe('the plan of an edit', () => {
  it('[B80] says in words what changes, what is gained, and what is set aside', async () => {
    const ops = [
      { drop: 'state' },
      { put: 'capabilities', value: [{ use: 'notify', why: 'Tells.' }] },
      { node: 'root', replace: { type: 'Button', label: 'Tell', onPress: { do: 'notify', title: 'x', text: 'y' } } },
    ]
    expect(await plan({ edit: 1, base: hash, say: 'It te\u202ells.', ops })).toMatchObject({
      kind: 'edit',
      app,
      say: 'It tells.',
      changes: ['Removes the section “state”', 'Changes the section “capabilities”', 'Replaces Text “${count}” by Button “Tell”'],
      gains: ['notify'],
      setAside: ['count'],
    })
    expect(await plan({ edit: 1, base: hash, ops }, { count: 0 })).toMatchObject({ setAside: [] })
  })

  it('[B80] of an earlier version is one of this, where what it changes is untouched', async () => {
    const before = { ...document, app: { name: 'Before' } }
    const store = createAppStore(createMemoryRecords(), { digest, hashDocument: hashBlueprint })
    const base = await hashBlueprint(before)
    await store.saveDocument(hash, document)
    await store.saveDocument(base, before)
    const versions = [{ hash: base, at: 0, lineage: app.versions[0]?.lineage }, ...app.versions] as InstalledApp['versions']
    const planned = (ops: object[]) => planEdit(JSON.stringify({ edit: 1, base, ops }), [{ ...app, versions }], store, () => ({ count: 3 }))
    expect(await planned([{ node: 'root', set: { size: 'l' } }])).toMatchObject({ kind: 'edit', edit: { base: hash } })
    const conflict = await planned([{ put: 'app.name', value: 'Another' }])
    expect(conflict).toMatchObject({ kind: 'fault', failure: { message: expect.stringContaining('both changed the same place') } })
  })

  it.each([
    [{ edit: 1, base: '2'.repeat(64), ops: [] }, 'no-base', 'not on this desktop'],
    [{ edit: 1, base: older, ops: [] }, 'refused', 'another version of the app'],
    [{ edit: 1, ops: [] }, 'no-base', 'not on this desktop'],
    [{ edit: 1, base: hash, ops: [{ drop: 'state.cont' }] }, 'refused', 'did you mean "state.count"?'],
  ])('%j is refused in plain words', async (edit, code, words) => {
    expect(await plan(edit)).toMatchObject({ kind: 'fault', failure: { code, message: expect.stringContaining(words) } })
  })
})
