import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AppPorts } from '../../engine/ports.ts'
import { hashBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { GenerateEvent } from '../../schema/protocol/generate.ts'
import { createApprovals } from '../approval/approvals.ts'
import { systemClock } from '../services/clock.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createFaultyRecords } from '../storage/faulty-records.ts'
import type { Draft, InstalledApp } from '../storage/installed-app.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { createSession, type PortsRequest, type Session, type SessionServices, type SessionSource } from './session.ts'

const counter: JsonObject = {
  blueprint: 1,
  app: { name: 'Counter', icon: 'plus' },
  capabilities: [{ use: 'storage', why: 'Keeps the count.' }],
  state: { count: { type: 'number', init: 0, persist: true } },
  effects: { first: { on: 'launch', do: { do: 'inc', path: 'count' } } },
  view: { type: 'Stack', children: [{ type: 'Text', text: '${count}' }] },
}
const rates: JsonObject = {
  ...counter,
  app: { name: 'Rates' },
  capabilities: [...(counter.capabilities as JsonObject[]), { use: 'net:https://a.example', why: 'Fetches rates.' }],
  data: { rates: { do: 'http.get', url: 'https://a.example/rates' } },
}

const start: GenerateEvent = { type: 'start', request: 'r', provider: 'library', model: null, label: 'From the library, no model' }
const done: GenerateEvent = { type: 'done', complete: true, issues: [] }
const reply = (document: JsonObject): GenerateEvent[] => [start, { type: 'text', text: JSON.stringify(document) }, done]

let open: Session[] = []
let count = 0

function desk(records: RecordStore = createMemoryRecords(), replies: GenerateEvent[][] = []) {
  const store = createAppStore(records, { digest, hashDocument: hashBlueprint })
  const approvals = createApprovals()
  const calls: { prompt: string; resume?: string }[] = []
  const drafts = new Map<string, Draft>()
  const grants: (readonly string[])[] = []
  const requests: PortsRequest[] = []
  const tested: JsonObject[] = []
  const installed = new Map<string, InstalledApp>()
  const services: { -readonly [key in keyof SessionServices]: SessionServices[key] } = {
    store,
    approvals,
    async *generate(request, signal) {
      calls.push(request)
      for (const event of replies.shift() ?? []) {
        await Promise.resolve()
        if (signal.aborted) return
        yield event
      }
    },
    async selfTest(document) {
      tested.push(document)
      return { passed: 1, failed: [], finished: true }
    },
    portsFor(request): AppPorts {
      requests.push(request)
      return {
        clock: systemClock,
        locale: { language: 'en-US', timeZone: 'UTC', currency: 'USD' },
        chance: { id: () => 'id', random: () => 0.5 },
        tools: { call: () => new Promise(() => {}) },
        attachments: { url: () => null, load: async () => {}, put: async () => ({ ref: 'file:0', name: '', type: '', size: 0 }) },
        reportFailure: () => {},
      }
    },
    framePage: async (_instance, _hash, _capabilities, url) => `/frame?${url}`,
    setGrants: async (_instance, _hash, capabilities) => void grants.push(capabilities),
    onInstalled: app => installed.set(app.instance, app),
    onDraft: draft => ('remove' in draft ? drafts.delete(draft.remove) : drafts.set(draft.id, draft)),
    onToast: () => {},
    onConfirm: async () => false,
    onSensitive: async () => false,
    onFailure: () => {},
    onCopied: () => {},
    onShare: () => {},
    onClose: () => {},
    nameOf: session => session.installed.peek()?.name ?? '',
  }
  const begin = (source: SessionSource, id = `session-${++count}`) => {
    const session = createSession(id, source, services)
    open.push(session)
    return session
  }
  return { store, approvals, calls, drafts, grants, requests, tested, installed, begin, services }
}

const phase = (session: Session, wanted: string) => vi.waitFor(() => expect(session.state.value.phase).toBe(wanted))

afterEach(async () => {
  await Promise.all(open.map(session => session.close()))
  open = []
})

describe('a session', () => {
  it('[S64] goes from a prompt to a running app that is kept, without a question where it needs only quiet things', async () => {
    const records = createMemoryRecords()
    const { begin, store, installed, drafts, approvals } = desk(records, [reply(counter)])
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'running')
    expect(approvals.current.value).toBe(null)
    expect(session.app.value?.state()).toEqual({ count: 1 })
    await session.flush()
    expect(session.saving.value?.kind).toBe('saved')
    expect(await store.readState(session.id)).toEqual({ count: 1 })
    expect(installed.get(session.id)).toMatchObject({
      name: 'Counter',
      hash: await hashBlueprint(counter),
      versions: [{ lineage: { prompt: 'a counter', provider: 'library' } }],
    })
    expect(drafts.size).toBe(0)
    await session.close()

    const tomorrow = desk(records).begin({ kind: 'installed', app: (await store.app(session.id))! }, session.id)
    await phase(tomorrow, 'running')
    expect(tomorrow.app.value?.state()).toEqual({ count: 2 })
  })

  it('opens with a document that was read ahead, and reads it itself where that failed', async () => {
    const records = createMemoryRecords()
    const { begin, store } = desk(records, [reply(counter)])
    const first = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(first, 'running')
    await first.close()
    const app = (await store.app(first.id))!
    for (const [ahead, reads] of [
      [store.document(app.hash), 0],
      [Promise.resolve(null), 1],
    ] as const) {
      const again = desk(records)
      const read = vi.spyOn(again.store, 'document')
      const session = again.begin({ kind: 'installed', app, document: ahead }, app.instance)
      await phase(session, 'running')
      expect(read).toHaveBeenCalledTimes(reads)
      await session.close()
    }
  })

  it('[B68] lets what needs no yes go live before its tests are there, and keeps it once they are', async () => {
    const checked = { ...counter, tests: [{ name: 'Counts', steps: [{ sees: '1' }] }] }
    const text = JSON.stringify(checked)
    const cut = text.indexOf('"tests":') + '"tests":['.length
    let finish = () => {}
    const finished = new Promise<void>(resolve => {
      finish = resolve
    })
    const { begin, installed, store, requests, services } = desk()
    services.generate = async function* () {
      yield start
      yield { type: 'text', text: text.slice(0, cut) } as const
      await finished
      yield { type: 'text', text: text.slice(cut) } as const
      yield done
    }
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await vi.waitFor(() => expect(session.app.value?.phase.value).toBe('running'))
    expect(session.state.value).toMatchObject({ phase: 'streaming', early: true, hash: null })
    expect(requests[0]!.isGranted('storage')).toBe(true)
    expect(requests[0]!.isGranted('notify')).toBe(false)
    const live = session.app.value
    expect(live?.state()).toEqual({ count: 1 })
    expect(installed.size).toBe(0)
    finish()
    await phase(session, 'running')
    expect(session.app.value).toBe(live)
    await session.flush()
    expect(await store.readState(session.id)).toEqual({ count: 1 })
    expect(installed.get(session.id)?.hash).toBe(await hashBlueprint(checked))
  })

  it('[B68] keeps an app whose reply breaks off in its tests, without them', async () => {
    const text = JSON.stringify({ ...counter, tests: [{ name: 'Counts', steps: [{ sees: '1' }] }] })
    const broken: GenerateEvent = { type: 'error', failure: { code: 'offline', message: 'It is down.' }, retry: true }
    const { begin, installed } = desk(undefined, [[start, { type: 'text', text: text.slice(0, -20) }, broken]])
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'running')
    expect(session.state.value.ending).toEqual({ kind: 'complete' })
    expect(installed.get(session.id)?.hash).toBe(await hashBlueprint(counter))
  })

  it('[B68] asks first, and runs nothing before, where a yes is needed', async () => {
    const text = JSON.stringify({ ...rates, tests: [{ name: 'x', steps: [{ sees: '1' }] }] })
    const { begin, services, requests } = desk()
    services.generate = async function* () {
      yield start
      yield { type: 'text', text: text.slice(0, -20) } as const
      await new Promise(() => {})
    }
    const session = begin({ kind: 'prompt', prompt: 'rates' })
    await vi.waitFor(() => expect(session.app.value?.phase.value).toBe('inert'))
    expect(session.state.value.early).toBe(false)
    expect(requests[0]!.isGranted('storage')).toBe(false)
  })

  it('[S53] runs the tests of what is made here, and of nothing that came from elsewhere', async () => {
    const checked = { ...counter, tests: [{ name: 'Counts', steps: [{ sees: '1' }] }] }
    const { begin, approvals, tested, installed } = desk(undefined, [reply(checked)])
    const made = begin({ kind: 'prompt', prompt: 'a counter' })
    await vi.waitFor(() => expect(installed.get(made.id)?.versions.at(-1)?.lineage.checks).toEqual({ passed: 1, total: 1, failed: [] }))
    expect(tested).toHaveLength(1)

    const shipped = begin({ kind: 'document', document: checked, origin: 'shipped' })
    await phase(shipped, 'running')
    const linked = begin({ kind: 'document', document: checked, origin: 'link' })
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    approvals.answer(new Set())
    await phase(linked, 'running')
    expect(tested).toHaveLength(1)
    expect([shipped.checks.value, linked.checks.value]).toEqual([null, null])
  })

  it('[S64] asks for what reaches further, grants only what was allowed, and tells the gateway', async () => {
    const { begin, approvals, requests, grants } = desk(undefined, [reply(rates)])
    const session = begin({ kind: 'prompt', prompt: 'rates' })
    await phase(session, 'review')
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    expect(approvals.current.value).toMatchObject({ name: 'Rates', hash: session.state.value.hash })
    expect(session.app.value?.phase.value).toBe('inert')
    expect(requests[0]!.isGranted('storage')).toBe(false)
    approvals.answer(new Set(['net:https://a.example']))
    await phase(session, 'running')
    expect(requests[0]!.isGranted('net:https://a.example')).toBe(true)
    expect(requests[0]!.isGranted('net:https://b.example')).toBe(false)
    expect(grants.at(-1)).toEqual(['net:https://a.example'])
    session.setGrant('net:https://a.example', false)
    expect(requests[0]!.isGranted('net:https://a.example')).toBe(false)
    await vi.waitFor(() => expect(grants.at(-1)).toEqual([]))
  })

  it('[S26] does not give back what another tab took back, whatever it writes itself', async () => {
    const { begin, approvals, requests, store } = desk(undefined, [reply(rates)])
    const session = begin({ kind: 'prompt', prompt: 'rates' })
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    approvals.answer(new Set(['net:https://a.example']))
    await phase(session, 'running')
    await vi.waitFor(async () => expect((await store.app(session.id))?.grants).toHaveLength(1))
    // This tab has not heard of it when it writes something else.
    await store.changeApp(session.id, app => ({ ...app, grants: app.grants.map(grant => ({ ...grant, granted: false })) }))
    session.amend(app => ({ ...app, window: { x: 1, y: 2, width: 300, height: 200 } }))
    await vi.waitFor(() => expect(requests[0]!.isGranted('net:https://a.example')).toBe(false))
    expect(await store.app(session.id)).toMatchObject({ grants: [{ granted: false }], window: { x: 1 } })
  })

  it('[S64] stays in review on a no, and runs with none of it when the person wants that', async () => {
    const { begin, approvals, requests, installed } = desk(undefined, [reply(rates)])
    const session = begin({ kind: 'prompt', prompt: 'rates' })
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    approvals.answer(null)
    await vi.waitFor(() => expect(session.state.value.declined).toBe(true))
    expect(session.state.value.phase).toBe('review')
    session.runWithout()
    await phase(session, 'running')
    expect(requests[0]!.isGranted('net:https://a.example')).toBe(false)
    expect(requests[0]!.isGranted('storage')).toBe(true)
    expect(installed.get(session.id)?.grants).toMatchObject([{ capability: 'net:https://a.example', granted: false }])
  })

  it('[B67][S59] grants a look at the desktop to a system app only, and asks nobody about it before it is one', async () => {
    const watcher: JsonObject = {
      ...counter,
      capabilities: [...(counter.capabilities as JsonObject[]), { use: 'system.processes', why: 'Lists them.' }],
      data: { open: { do: 'system.processes' } },
    }
    const { begin, approvals, requests, installed } = desk(undefined, [reply(watcher)])
    const session = begin({ kind: 'prompt', prompt: 'watch' })
    await phase(session, 'running')
    expect(approvals.current.value).toBe(null)
    const granted = () => requests[0]?.isGranted('system.processes')
    expect(session.state.value.reach.map(({ capability }) => capability)).toEqual(['storage'])
    expect(session.forSystem.value.map(({ capability }) => capability)).toEqual(['system.processes'])
    session.setGrant('system.processes', true)
    expect(granted()).toBe(false)

    session.setSystem(true)
    expect(granted()).toBe(false)
    session.setGrant('system.processes', true)
    expect(granted()).toBe(true)
    expect(installed.get(session.id)).toMatchObject({ system: true, grants: [{ capability: 'system.processes', granted: true }] })

    session.setSystem(false)
    expect(granted()).toBe(false)
    expect(installed.get(session.id)).toMatchObject({ grants: [] })
    expect(installed.get(session.id)).not.toHaveProperty('system')
    // What it was allowed before is not there again with the switch.
    session.setSystem(true)
    expect(granted()).toBe(false)
  })

  it('[S1] draws what came by link, and keeps and runs nothing of it before a yes', async () => {
    const { begin, approvals, installed, requests } = desk()
    const session = begin({ kind: 'document', document: counter, origin: 'link' })
    await phase(session, 'review')
    await vi.waitFor(() => expect(approvals.current.value?.origin).toBe('link'))
    expect(session.app.value?.state()).toEqual({ count: 0 })
    expect(installed.size).toBe(0)
    expect(requests[0]!.isGranted('storage')).toBe(false)
    approvals.answer(new Set())
    await phase(session, 'running')
    expect(installed.get(session.id)?.origin).toBe('link')
  })

  it('[S1] runs nothing of a document that does not pass the check', async () => {
    const { begin, approvals } = desk()
    const session = begin({ kind: 'document', document: { ...counter, view: { type: 'Stak' } }, origin: 'link' })
    await phase(session, 'stopped')
    expect(session.state.value.ending).toMatchObject({ kind: 'invalid', issues: [{ code: 'unknown-component' }] })
    expect(session.app.value).toBe(null)
    expect(approvals.current.value).toBe(null)
  })

  it('keeps the prompt and what is valid of a reply that does not pass, and can try again', async () => {
    const wrong = { ...counter, view: { type: 'Stak', children: [] } }
    const { begin, drafts, calls } = desk(undefined, [reply(wrong), reply(counter)])
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'stopped')
    expect(session.state.value).toMatchObject({ prompt: 'a counter', ending: { kind: 'invalid', issues: [{ code: 'unknown-component' }] } })
    expect(drafts.get(session.id)?.prompt).toBe('a counter')
    session.startAgain()
    await phase(session, 'running')
    expect(calls).toEqual([{ prompt: 'a counter' }, { prompt: 'a counter' }])
    expect(drafts.size).toBe(0)
  })

  it('keeps saying that nothing is near, whatever follows', async () => {
    const { begin, drafts } = desk(undefined, [[start, { type: 'nothing-near', nearest: [] }, { type: 'done', complete: false, issues: [] }]])
    const session = begin({ kind: 'prompt', prompt: 'odd' })
    await phase(session, 'stopped')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(session.state.value).toMatchObject({ prompt: 'odd', ending: { kind: 'nothing-near' } })
    expect(drafts.size).toBe(0)
  })

  it('goes on where a reply was cut, also after a reload', async () => {
    const text = JSON.stringify(counter)
    const [half, rest] = [text.slice(0, 150), text.slice(150)]
    const cut: GenerateEvent[] = [
      start,
      { type: 'text', text: half },
      { type: 'error', failure: { code: 'cut-off', message: 'The connection ended.' }, retry: true },
    ]
    const first = desk(undefined, [cut])
    const session = first.begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'stopped')
    const draft = first.drafts.get(session.id)!
    expect(draft.text).toBe(half)

    const second = desk(undefined, [[start, { type: 'text', text: rest }, done]])
    const later = second.begin({ kind: 'draft', draft })
    expect(later.state.value).toMatchObject({ phase: 'stopped', prompt: 'a counter', ending: { kind: 'interrupted' } })
    expect(later.app.value?.info.value.name).toBe('Counter')
    later.goOn()
    await phase(later, 'running')
    expect(second.calls).toEqual([{ prompt: 'a counter', resume: half }])
  })

  it('runs on when the disk is full: NOT SAVED, and an export still has everything', async () => {
    const { begin } = desk(
      createFaultyRecords(() => 'quota'),
      [reply(counter)],
    )
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'running')
    await vi.waitFor(() => expect(session.saving.value).toMatchObject({ kind: 'not-saved', failure: { code: 'quota' } }))
    expect(session.unsaved()).toEqual({ count: 1 })
  })

  it('[S49] does not run a stored document that is not what its hash says', async () => {
    const records = createMemoryRecords()
    const { begin, store } = desk(records, [reply(counter)])
    const session = begin({ kind: 'prompt', prompt: 'a counter' })
    await phase(session, 'running')
    await session.close()
    const app = (await store.app(session.id))!
    records.entries.set(`document/${app.hash}`, JSON.stringify({ ...counter, app: { name: 'Other' } }))
    const again = desk(records).begin({ kind: 'installed', app }, app.instance)
    await phase(again, 'stopped')
    expect(again.state.value.ending).toMatchObject({ kind: 'failed', failure: { code: 'damaged' } })
  })
})
