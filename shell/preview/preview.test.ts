import { describe, expect, it } from 'vitest'
import type { Runtime } from '../../engine/app/runtime.ts'
import type { App } from '../../engine/contracts.ts'
import { createSeededChance, createStubPorts, TEST_START } from '../../engine/react/test-run/stub-ports.ts'
import { createStubReplies } from '../../engine/react/test-run/stub-replies.ts'
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { PortsRequest } from '../session/session.ts'
import { createPreview, type Preview } from './preview.ts'

const base = {
  blueprint: 1,
  app: { name: 'Tally' },
  state: { count: 0, note: 'first' },
  view: { type: 'Stack', children: [{ type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } }, '${count} ${note}'] },
}

interface Tested {
  readonly preview: Preview
  readonly asked: PortsRequest
  readonly grants: (readonly string[])[]
  readonly runs: { readonly signal: AbortSignal; readonly told: (verdict: TestVerdict) => void; readonly end: (finished: boolean) => void }[]
  save(document: object | string): Promise<void>
  app(): App
  write(state: JsonObject): void
}

function open(): Tested {
  const clock = createVirtualClock(TEST_START)
  const replies = createStubReplies({ written: {}, clock, matches: () => false })
  let asked: PortsRequest | null = null
  const grants: (readonly string[])[] = []
  const runs: Tested['runs'] = []
  const preview = createPreview({
    portsFor(request) {
      asked = request
      return createStubPorts({ clock, replies, chance: createSeededChance(), pure: { call: () => null }, kept: new Map(), onFailure() {}, onUnstubbed() {} })
    },
    framePage: async (_instance, _hash, _capabilities, url) => `/frame?${url}`,
    setGrants: async (_, __, capabilities) => void grants.push(capabilities),
    selfTest: (_, signal, told) => new Promise(resolve => runs.push({ signal, told, end: finished => resolve({ finished }) })),
  })
  let version = 0
  const app = () => preview.shown.peek()!.app
  return {
    preview,
    asked: asked!,
    grants,
    runs,
    app,
    save: document =>
      preview.take({ kind: 'text', name: 'tally.json', version: String(++version), text: typeof document === 'string' ? document : JSON.stringify(document) }),
    write(state) {
      // Every app is made by `createApp`, whose apps can be changed from outside.
      ;(app() as Runtime).change(draft => {
        for (const [name, value] of Object.entries(state)) draft.set([name], value)
      })
    },
  }
}

describe('what was entered', () => {
  it('[B81] stays from save to save, and what nobody touched takes its new first value', async () => {
    const { save, app, write } = open()
    await save(base)
    write({ count: 3 })
    await save({ ...base, state: { count: 10, note: 'second' } })
    expect(app().state()).toEqual({ count: 3, note: 'second' })
  })

  it('[B81] that does not fit is kept for when it fits again', async () => {
    const { save, app, write } = open()
    await save(base)
    write({ note: 'mine' })
    await save({ ...base, state: { count: 0, note: { type: ['number'], init: [] } }, view: 'x' })
    expect(app().state()).toEqual({ count: 0, note: [] })
    await save(base)
    expect(app().state()).toEqual({ count: 0, note: 'mine' })
  })

  it('is not begun anew by what the app does when it is launched', async () => {
    const { save, app, write } = open()
    const effects = { first: { on: 'launch', do: { do: 'set', path: 'count', value: 0 } } }
    await save({ ...base, effects })
    write({ count: 3 })
    await save({ ...base, app: { name: 'Two' }, effects })
    expect(app().state().count).toBe(3)
  })

  it('goes where the person begins anew', async () => {
    const { preview, save, app, write } = open()
    await save(base)
    write({ count: 3 })
    preview.startFresh()
    expect(app().state().count).toBe(0)
  })
})

describe('a save with errors', () => {
  it('leaves the last good app running, and a file that is gone too', async () => {
    const { preview, save, app } = open()
    await save(base)
    const first = app()
    await save({ ...base, view: { type: 'Buton' } })
    expect(preview.issues.value.length).toBeGreaterThan(0)
    expect([app() === first, app().phase.value, preview.verdict.value]).toEqual([true, 'running', expect.stringMatching(/error/)])
    await preview.take({ kind: 'unreadable', name: 'tally.json', message: 'Gone.' })
    expect([app() === first, app().phase.value, preview.verdict.value]).toEqual([true, 'running', 'No file'])
  })

  it('another layout of the same app does not begin it anew', async () => {
    const { save, app } = open()
    await save(base)
    const first = app()
    await save(JSON.stringify(base, null, 4))
    expect(app()).toBe(first)
  })
})

describe('the tests', () => {
  const tests = ['One', 'Two'].map(name => ({ name, steps: [{ sees: '0' }] }))
  const verdict = (name: string, passed: boolean): TestVerdict => ({ name, passed, virtualMs: 0, realMs: 1 })

  it('run after each good save, one run at a time, and are told as they end', async () => {
    const { preview, save, runs } = open()
    await save({ ...base, tests })
    expect(preview.verdict.value).toBe('… 0/2')
    await save({ ...base, app: { name: 'Next' }, tests })
    expect(runs.map(run => run.signal.aborted)).toEqual([true, false])
    runs[0]!.told(verdict('One', false))
    runs[1]!.told(verdict('One', true))
    runs[1]!.told(verdict('Two', false))
    expect(preview.verdict.value).toBe('… 1/2')
    runs[1]!.end(true)
    await Promise.resolve()
    await Promise.resolve()
    expect(preview.verdict.value).toBe('✗ 1/2')
  })
})

describe('what the app may reach', () => {
  const net = 'net:https://rates.example'
  const asking = {
    ...base,
    capabilities: [
      { use: net, why: 'Rates.' },
      { use: 'storage', why: 'Keeps them.' },
    ],
    actions: {
      ask: [
        { do: 'http.get', url: 'https://rates.example/', out: 'a' },
        { do: 'storage.set', key: 'a', value: '${a.body}' },
      ],
    },
  }

  it('is quiet things at once, what needs a yes after it, and nothing that it does not name', async () => {
    const { preview, save, asked, grants } = open()
    await save({ ...asking, view: { type: 'Button', label: 'Ask', onPress: 'ask' } })
    expect(preview.issues.value).toEqual([])
    expect([asked.isGranted('storage'), asked.isGranted(net), asked.isGranted('notify')]).toEqual([true, false, false])
    preview.allow(net, true)
    expect(asked.isGranted(net)).toBe(true)
    expect(grants.at(-1)).toEqual([net])
    preview.allow(net, false)
    expect(asked.isGranted(net)).toBe(false)
    expect(grants.at(-1)).toEqual([])
  })

  it('what it may do each time is asked for each time; the next save takes the question away as a no', async () => {
    const { preview, save, asked } = open()
    await save(base)
    const answer = asked.approve('clipboard.read', 'clipboard.paste', {})
    expect(preview.question.value?.capability).toBe('clipboard.read')
    await save({ ...base, app: { name: 'Next' } })
    expect(await answer).toBe(false)
    expect(preview.question.value).toBe(null)
  })
})
