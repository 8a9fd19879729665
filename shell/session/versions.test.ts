import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AppPorts } from '../../engine/ports.ts'
import { hashBlueprint } from '../../schema/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createApprovals } from '../approval/approvals.ts'
import { systemClock } from '../services/clock.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createFaultyRecords } from '../storage/faulty-records.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { createSession, type PortsRequest, type Session, type SessionServices, type SessionSource } from './session.ts'

const plants: JsonObject = {
  blueprint: 1,
  app: { name: 'Plants', icon: 'leaf' },
  capabilities: [{ use: 'storage', why: 'Keeps your plants.' }],
  state: {
    plants: { type: [{ id: 'text', name: 'text', note: 'text' }], init: [], persist: true, history: true },
    count: { type: 'number', init: 0, persist: true },
  },
  view: {
    type: 'Stack',
    children: [
      { type: 'Text', text: '${count}' },
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
    ],
  },
  keys: { a: { do: 'inc', path: 'count' } },
  effects: { first: { when: '${count(plants) == 0}', do: { do: 'add', to: 'plants', item: { id: '1', name: 'Fern', note: 'shade' } } } },
}

let open: Session[] = []
let number = 0

function desk(records: RecordStore = createMemoryRecords()) {
  const store = createAppStore(records, { digest, hashDocument: hashBlueprint })
  const approvals = createApprovals()
  const installed = new Map<string, InstalledApp>()
  const requests: PortsRequest[] = []
  const services: SessionServices = {
    store,
    approvals,
    async *generate() {},
    selfTest: async () => ({ passed: 0, failed: [], finished: true }) as never,
    portsFor(request): AppPorts {
      requests.push(request)
      return {
        clock: systemClock,
        locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
        chance: { id: () => `id-${++number}`, random: () => 0.5 },
        tools: { call: () => new Promise(() => {}) },
        attachments: { url: () => null, load: async () => {}, put: async () => ({ ref: 'file:0', name: '', type: '', size: 0 }) },
        reportFailure: () => {},
      }
    },
    framePage: async (_instance, _hash, _capabilities, url) => `/frame?${url}`,
    setGrants: async () => {},
    onInstalled: app => installed.set(app.instance, app),
    onDraft: () => {},
    onToast: () => {},
    onConfirm: async () => false,
    onSensitive: async () => false,
    onFailure: () => {},
    onCopied: () => {},
    onShare: () => {},
    onClose: () => {},
    nameOf: session => session.installed.peek()?.name ?? '',
  }
  const begin = (source: SessionSource, id = `app-${++number}`) => {
    const session = createSession(id, source, services)
    open.push(session)
    return session
  }
  return { store, approvals, installed, requests, begin }
}

const phase = (session: Session, wanted: string) => vi.waitFor(() => expect(session.state.value.phase).toBe(wanted))
const press = (session: Session) => session.app.value?.key({ key: 'a', mod: false, shift: false, alt: false, up: false, repeat: false, typing: false })
const editOf = (session: Session, ops: readonly Json[], say?: string): JsonObject => ({
  edit: 1,
  base: session.installed.value?.hash as string,
  ...(say !== undefined && { say }),
  ops: [...ops],
})
async function started(origin: 'shipped' | 'file' = 'shipped', records?: RecordStore) {
  const here = desk(records)
  const session = here.begin({ kind: 'document', document: plants, origin })
  if (origin === 'file') {
    await vi.waitFor(() => expect(here.approvals.current.value).not.toBe(null))
    here.approvals.answer(new Set())
  }
  await phase(session, 'running')
  return { ...here, session }
}
const dropNote = { put: 'state.plants.type', value: [{ id: 'text', name: 'text', due: 'date?' }] }
const noEffects = { drop: 'effects' }

afterEach(async () => {
  await Promise.all(open.map(session => session.close()))
  open = []
})

describe('an edit of an installed app', () => {
  it('[B92][B93] is a new version of the same instance, with its state and where it came from', async () => {
    const { session, store } = await started()
    const before = session.installed.value as InstalledApp
    press(session)
    const edit = editOf(
      session,
      [
        { put: 'state.plants.type.0.due', value: 'date?' },
        { put: 'app.name', value: 'My plants' },
      ],
      'Now with dates',
    )
    expect(await session.versions.applyEdit(edit)).toEqual({
      kind: 'applied',
      changes: ['Adds “due” to the state entry “plants”', 'Changes “app.name”'],
      say: 'Now with dates',
      setAside: [],
    })
    await phase(session, 'running')
    expect(session.app.value?.persistedState()).toEqual({ plants: [{ id: '1', name: 'Fern', note: 'shade' }], count: 1 })
    const after = (await store.app(session.id)) as InstalledApp
    expect(after).toMatchObject({
      instance: before.instance,
      name: 'My plants',
      versions: [{ hash: before.hash }, { hash: after.hash, lineage: { parent: before.hash, edit } }],
    })
    expect(await store.document(after.hash)).toMatchObject({ app: { name: 'My plants' } })
    press(session)
    await session.flush()
    expect(await store.readState(session.id)).toMatchObject({ count: 2 })
  })

  it('[B81] sets aside what has no place any more; one undo takes all of it back', async () => {
    const { session, store } = await started()
    const first = session.installed.value?.hash
    press(session)
    const outcome = await session.versions.applyEdit(
      editOf(session, [noEffects, dropNote, { drop: 'state.count' }, { drop: 'keys' }, { node: 'root', set: { children: ['x'] } }]),
    )
    expect(outcome).toMatchObject({ kind: 'applied', setAside: ['plants', 'count'] })
    await phase(session, 'running')
    expect(session.app.value?.persistedState()).toEqual({ plants: [{ id: '1', name: 'Fern', due: null }] })
    expect(session.versions.aside.value).toMatchObject([
      { name: 'count', value: 1, hash: first },
      { name: 'plants', value: [{ id: '1', name: 'Fern', note: 'shade' }] },
    ])
    expect((await store.exportEverything(new Date(), new Map())).apps[0]?.setAside).toHaveLength(2)

    expect(await session.versions.undoChange()).toBe(true)
    await phase(session, 'running')
    expect(session.installed.value?.hash).toBe(first)
    expect(session.app.value?.persistedState()).toEqual({ plants: [{ id: '1', name: 'Fern', note: 'shade' }], count: 1 })
    expect(session.versions.aside.value).toEqual([])
    expect(await session.versions.undoChange()).toBe(false)
  })

  it('[B81] survives a reload, before and after', async () => {
    const records = createMemoryRecords()
    const { session, store } = await started('shipped', records)
    await session.versions.applyEdit(editOf(session, [noEffects, dropNote]))
    await phase(session, 'running')
    await session.close()
    const tomorrow = desk(records).begin({ kind: 'installed', app: (await store.app(session.id)) as InstalledApp }, session.id)
    await phase(tomorrow, 'running')
    expect(tomorrow.app.value?.persistedState()).toMatchObject({ plants: [{ id: '1', name: 'Fern', due: null }] })
    const [original] = (await store.app(session.id))?.versions ?? []
    await tomorrow.versions.use(original?.hash as string)
    await phase(tomorrow, 'running')
    expect(tomorrow.app.value?.persistedState()).toMatchObject({ plants: [{ id: '1', name: 'Fern', note: 'shade' }] })
  })

  it('[B81] gives a value back to an entry that can hold it, and sets aside what stood there', async () => {
    const { session } = await started()
    press(session)
    await session.versions.applyEdit(
      editOf(session, [
        { put: 'state.total', value: { type: 'text', init: 'none', persist: true } },
        { drop: 'state.count' },
        { drop: 'keys' },
        { node: 'root', set: { children: ['${total}'] } },
      ]),
    )
    await phase(session, 'running')
    const [item] = session.versions.aside.value
    await expect(session.versions.restoreAside(item?.id as string, 'plants')).rejects.toMatchObject({ code: 'does-not-fit' })
    await session.versions.restoreAside(item?.id as string, 'total')
    expect(session.app.value?.persistedState()).toMatchObject({ total: '1' })
    expect(session.versions.aside.value).toEqual([])
  })

  it('[B80] that does not hold changes nothing', async () => {
    const { session } = await started()
    const app = session.app.value
    expect(await session.versions.applyEdit(editOf(session, [{ drop: 'state.cont' }]))).toMatchObject({
      kind: 'refused',
      issues: [{ code: 'edit-path', suggestion: 'state.count' }],
    })
    expect(await session.versions.applyEdit({ edit: 1, base: '0'.repeat(64), ops: [] })).toMatchObject({ kind: 'refused', issues: [{ code: 'edit-base' }] })
    expect(session.app.value).toBe(app)
    expect(session.installed.value?.versions).toHaveLength(1)
  })

  it('[B92] moves the grants along, and asks only for what it gains', async () => {
    const { session, approvals, requests } = await started('file')
    await session.versions.applyEdit(editOf(session, [{ put: 'app.name', value: 'Mine' }]))
    await phase(session, 'running')
    expect(approvals.current.value).toBe(null)

    const asking = { do: 'notify', title: 'x', text: 'y' }
    void session.versions.applyEdit(
      editOf(session, [
        { put: 'capabilities.-', value: { use: 'notify', why: 'To tell.' } },
        { put: 'actions', value: { tell: asking } },
        { node: 'root', set: { children: [{ type: 'Button', label: 'Tell', onPress: 'tell' }] } },
      ]),
    )
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    // Until the answer it is the old version that runs.
    const old = session.installed.value?.hash
    expect([session.state.value.phase, session.state.value.hash]).toEqual(['running', old])
    expect(approvals.current.value?.hash).not.toBe(old)
    expect(approvals.current.value?.reach.map(({ capability }) => capability)).toEqual(['notify'])
    approvals.answer(new Set(['notify']))
    await vi.waitFor(() => expect(session.state.value.hash).not.toBe(old))
    await phase(session, 'running')
    expect(requests[0]?.isGranted('notify')).toBe(true)

    void session.versions.applyEdit(
      editOf(session, [
        { put: 'capabilities.-', value: { use: 'net:https://a.example', why: 'To ask.' } },
        { put: 'data', value: { a: { do: 'http.get', url: 'https://a.example/x' } } },
      ]),
    )
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    expect(approvals.current.value?.reach.map(({ capability }) => capability)).toEqual(['net:https://a.example'])
    approvals.answer(new Set())
    await vi.waitFor(() => expect(session.installed.value?.grants).toHaveLength(2))
    await phase(session, 'running')
    expect([requests[0]?.isGranted('notify'), requests[0]?.isGranted('net:https://a.example')]).toEqual([true, false])
  })

  it('[B92] that is not allowed what it gains is not made: the old version was never stopped', async () => {
    const { session, approvals } = await started()
    const [app, record] = [session.app.value, session.installed.value]
    press(session)
    const outcome = session.versions.applyEdit(
      editOf(session, [
        { put: 'capabilities.-', value: { use: 'notify' } },
        { put: 'actions', value: { tell: { do: 'notify', title: 'x', text: 'y' } } },
        { node: 'root', set: { children: [{ type: 'Button', label: 'Tell', onPress: 'tell' }] } },
      ]),
    )
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    press(session)
    approvals.answer(null)
    expect(await outcome).toEqual({ kind: 'declined' })
    expect([session.app.value, session.installed.value, session.state.value.phase]).toEqual([app, record, 'running'])
    expect(session.app.value?.state()).toMatchObject({ count: 2 })
  })

  it('[B92] says what it loses, and asks again for what it lost once', async () => {
    const { session, approvals, requests } = await started()
    const asking = [
      { put: 'capabilities.-', value: { use: 'notify' } },
      { put: 'actions', value: { tell: { do: 'notify', title: 'x', text: 'y' } } },
    ]
    const without = [
      { put: 'capabilities.-', value: { use: 'net:https://a.example' } },
      { put: 'data', value: { a: { do: 'http.get', url: 'https://a.example/x' } } },
      { drop: 'capabilities.1' },
      { drop: 'actions' },
    ]
    const change = async (ops: readonly Json[], allowed: string) => {
      const outcome = session.versions.applyEdit(editOf(session, ops))
      await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
      const asked = approvals.current.value
      approvals.answer(new Set([allowed]))
      expect(await outcome).toMatchObject({ kind: 'applied' })
      return asked
    }
    await change(asking, 'notify')
    const asked = await change(without, 'net:https://a.example')
    expect(asked?.lost.map(({ capability }) => capability)).toEqual(['notify'])
    expect(requests[0]?.isGranted('notify')).toBe(false)
    expect((await change(asking, 'notify'))?.reach.map(({ capability }) => capability)).toEqual(['notify'])
  })

  it('is kept with its state or not at all, whichever write the device refuses', async () => {
    for (const [fault, at] of (['quota', 'lying'] as const).flatMap(fault => [1, 2, 3, 4, 5, 6, 7, 8].map(write => [fault, write] as const))) {
      let broken: number | null = null
      const records = createFaultyRecords(write => (write === broken ? fault : null))
      const { session, store } = await started('shipped', records)
      press(session)
      await session.flush()
      const first = session.installed.value?.hash
      broken = records.writes() + at
      const outcome = await session.versions.applyEdit(editOf(session, [noEffects, dropNote])).catch((cause: unknown) => cause)
      await phase(session, 'running')
      const [record, state] = [await store.app(session.id), await store.readState(session.id)]
      if (record?.hash === first) {
        expect(outcome).toMatchObject({ code: fault === 'quota' ? 'quota' : 'closed' })
        expect(state).toEqual({ plants: [{ id: '1', name: 'Fern', note: 'shade' }], count: 1 })
        expect(session.app.value?.persistedState()).toEqual(state)
        expect(await store.setAside(session.id)).toEqual([])
      } else {
        expect(state).toMatchObject({ count: 1, plants: [{ id: '1', name: 'Fern' }] })
        expect(await store.setAside(session.id)).toMatchObject([{ name: 'plants', value: [{ note: 'shade' }] }])
      }
    }
  })

  it('[B92] is followed by a tab that only looks on', async () => {
    const records = createMemoryRecords()
    const { session, store, installed } = await started('shipped', records)
    const other = desk(records).begin({ kind: 'installed', app: installed.get(session.id) as InstalledApp }, session.id)
    await phase(other, 'running')
    expect(other.state.value.readOnly).toBe(true)
    await expect(other.versions.applyEdit(editOf(other, [{ put: 'app.name', value: 'Mine' }]))).rejects.toMatchObject({ code: 'not-running' })
    await session.versions.applyEdit(editOf(session, [noEffects, dropNote]))
    await phase(session, 'running')
    other.learn((await store.app(session.id)) as InstalledApp)
    await vi.waitFor(() => expect(other.state.value.hash).toBe(session.installed.value?.hash))
    await vi.waitFor(() => expect(other.app.value?.state()).toMatchObject({ plants: [{ id: '1', name: 'Fern', due: null }] }))
    expect(other.state.value.readOnly).toBe(true)
  })

  it('[B81] keeps its rows where they get a date that nobody has chosen yet, also over a reload', async () => {
    const records = createMemoryRecords()
    const { session, store } = await started('shipped', records)
    await session.versions.applyEdit(editOf(session, [{ put: 'state.plants.type.0.due', value: 'date' }]))
    await phase(session, 'running')
    const kept = { plants: [{ id: '1', name: 'Fern', note: 'shade' }] }
    expect(session.app.value?.persistedState()).toMatchObject(kept)
    await session.close()
    const tomorrow = desk(records).begin({ kind: 'installed', app: (await store.app(session.id)) as InstalledApp }, session.id)
    await phase(tomorrow, 'running')
    expect(tomorrow.app.value?.persistedState()).toMatchObject(kept)
  })
})
