import { signal } from '@preact/signals-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { hashBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { GenerateEvent, GenerateRequest } from '../../schema/protocol/generate.ts'
import { type ChangePorts, createChange } from './change.ts'

const { document } = loadBlueprint({ blueprint: 1, app: { name: 'A' }, state: { count: 0 }, view: { type: 'Text', text: '${count}' } })
let base = ''
beforeAll(async () => {
  base = await hashBlueprint(document as JsonObject)
})

const START: GenerateEvent = { type: 'start', request: 'r', provider: 'anthropic', model: 'm', label: 'Model M' }
const DONE: GenerateEvent = { type: 'done', complete: true, issues: [] }
const edit = (...ops: object[]) => JSON.stringify({ edit: 1, base, ops })
const texts = (text: string): GenerateEvent[] => (text.match(/.{1,7}/gs) ?? []).map(piece => ({ type: 'text', text: piece }))
const rename = { put: 'app.name', value: 'B' }

function setUp(events: (request: GenerateRequest) => readonly GenerateEvent[], ports: Partial<ChangePorts> = {}) {
  const applyEdit = vi.fn(async () => ({ kind: 'applied' as const, changes: ['Changes “app.name”'], say: null, setAside: [] }))
  const requests: GenerateRequest[] = []
  const lineage = { prompt: 'an app', provider: null, model: null, label: null, parent: null, checks: null }
  const session = {
    installed: signal({ hash: base, versions: [{ hash: base, at: 0, lineage }] }),
    app: signal({ document: signal(document) }),
    checks: signal({ kind: 'ended', total: 1, passed: 0, failed: [{ name: 'Counts', message: 'Step 1.' }], finished: true }),
    versions: { applyEdit },
  }
  const change = createChange(session as never, {
    async *generate(request) {
      requests.push(request)
      for (const event of events(request)) {
        await Promise.resolve()
        yield event
      }
    },
    selfTest: async () => ({ passed: 1, failed: [], finished: true }),
    ...ports,
  })
  return { change, applyEdit, requests }
}

describe('[B80] one request to change an app', () => {
  it('tells each operation as it closes, and applies the whole with who wrote it', async () => {
    const { change, applyEdit, requests } = setUp(() => [START, ...texts(edit(rename)), DONE])
    const told: number[] = []
    change.state.subscribe(state => {
      if (state.kind === 'asking') told.push(state.changes.length)
    })
    await change.ask({ prompt: 'call it B' })
    expect(told).toContain(1)
    expect(change.state.value).toMatchObject({ kind: 'applied', changes: ['Changes “app.name”'] })
    expect(applyEdit).toHaveBeenCalledWith(edit(rename), { prompt: 'call it B', provider: 'anthropic', model: 'm', label: 'Model M' })
    expect(requests[0]?.change).toEqual({ document, hash: base, before: ['an app'], problems: ['Its own test “Counts” fails: Step 1.'] })
  })

  it.each<readonly [string, () => readonly GenerateEvent[], object]>([
    [
      'an operation that does not hold',
      () => [START, ...texts(edit(rename, { drop: 'state.nothing' })), DONE],
      { kind: 'failed', failure: { code: 'refused' } },
    ],
    ['text that is no edit', () => [START, ...texts('no'), DONE], { kind: 'failed', failure: { code: 'refused' } }],
    ['a stream that is cut', () => [START, ...texts(edit(rename).slice(0, -4))], { kind: 'failed', failure: { code: 'refused' } }],
    [
      'an error',
      () => [START, { type: 'error', failure: { code: 'timeout', message: 'Too slow.' }, retry: true }],
      { kind: 'failed', failure: { code: 'timeout' } },
    ],
    ['what the library does not understand', () => [START, { type: 'cannot', why: 'No.', examples: ['x'] }], { kind: 'cannot', why: 'No.' }],
    ['a question', () => [START, ...texts(JSON.stringify({ edit: 1, base, say: 'Which one?', ops: [] })), DONE], { kind: 'said', say: 'Which one?' }],
  ])('changes nothing for %s', async (_name, events, state) => {
    const { change, applyEdit } = setUp(events)
    await change.ask({ prompt: 'call it B' })
    expect(change.state.value).toMatchObject(state)
    expect(applyEdit).not.toHaveBeenCalled()
  })

  it('begins anew where the reply does', async () => {
    const { change, applyEdit } = setUp(() => [
      START,
      ...texts(edit({ drop: 'state.nothing' })),
      { type: 'restart', why: 'repair', attempt: 1, issues: [], label: 'M is mending' },
      ...texts(edit(rename)),
      DONE,
    ])
    await change.ask({ prompt: 'call it B' })
    expect(applyEdit).toHaveBeenCalledTimes(1)
  })

  it('stops at once, and a second request waits for no first', async () => {
    const { change, applyEdit, requests } = setUp(() => [START, ...texts(edit(rename)), DONE])
    const asked = change.ask({ prompt: 'call it B' })
    void change.ask({ prompt: 'another' })
    change.stop()
    await asked
    expect(change.state.value).toEqual({ kind: 'ready' })
    expect(applyEdit).not.toHaveBeenCalled()
    expect(requests.map(({ prompt }) => prompt)).toEqual(['call it B'])
  })

  it('[B70] mends only with what makes the failing tests pass', async () => {
    const failed = [{ name: 'Counts', message: 'Step 1.' }]
    const { change, applyEdit } = setUp(() => [START, ...texts(edit(rename)), DONE], { selfTest: async () => ({ passed: 0, failed, finished: true }) })
    await change.ask({ prompt: 'mend it', mend: true })
    expect(change.state.value).toMatchObject({ kind: 'failed', failure: { code: 'not-mended' } })
    expect(applyEdit).not.toHaveBeenCalled()
    const good = setUp(() => [START, ...texts(edit(rename)), DONE])
    await good.change.ask({ prompt: 'mend it', mend: true })
    expect(good.applyEdit).toHaveBeenCalledTimes(1)
  })
})
