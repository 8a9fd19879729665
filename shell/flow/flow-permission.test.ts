import { signal } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import { createApprovals } from '../approval/approvals.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import type { Level } from '../permissions/level-names.ts'
import { createPermission } from '../session/permission.ts'
import { beginSession, type SessionState } from '../session/session-state.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { askFlow } from './ask-flow.ts'

const FLOW = 'flow:net:https://a.example>>net:https://b.example'
const record: InstalledApp = {
  instance: 'i',
  name: 'Weather',
  icon: null,
  about: null,
  accent: null,
  hash: 'h',
  versions: [],
  grants: [],
  origin: 'made-here',
  installedAt: 0,
  openedAt: 0,
  window: null,
}

function started(level: Level = 'standard') {
  const installed = signal<InstalledApp | null>(record)
  const state: SessionState = { ...beginSession('made-here', 0), phase: 'running', hash: 'h' }
  const notes: AuditNote[] = []
  const permission = createPermission({
    instance: 'i',
    name: () => 'Weather',
    approvals: createApprovals(),
    state: () => state,
    installed,
    change: make => {
      installed.value = installed.value && make(installed.value)
    },
    level: signal(level),
    clock: createVirtualClock(0),
    audit: note => void notes.push(note),
    onChanged: () => {},
    closing: new AbortController().signal,
  })
  const asked: (readonly string[])[] = []
  const allow = (answer: boolean, flows: readonly string[] = [FLOW]) =>
    permission.allowFlows(flows, async fresh => {
      asked.push(fresh)
      return answer
    })
  return { permission, installed, asked, allow, notes }
}

describe('[S28] a yes to a flow', () => {
  it('is asked for once, kept like other grants, and written down', async () => {
    const { permission, installed, asked, allow, notes } = started()
    expect(permission.isGranted(FLOW)).toBe(false)
    expect(await allow(true)).toBe(true)
    expect(permission.isGranted(FLOW)).toBe(true)
    expect(await allow(true)).toBe(true)
    expect(asked).toEqual([[FLOW]])
    expect(installed.value?.grants).toMatchObject([{ capability: FLOW, grade: 'ask', granted: true }])
    expect(notes.map(({ kind, capability }) => [kind, capability])).toEqual([['grant', FLOW]])
  })

  it('[S26] ends what uses it when it is taken back', async () => {
    const { permission, allow } = started()
    await allow(true)
    const signal = permission.signalFor(FLOW)
    permission.setGrant(FLOW, false)
    expect([permission.isGranted(FLOW), signal.aborted]).toEqual([false, true])
  })

  it('is not told to the gateway, which knows of addresses only', async () => {
    const { permission, allow } = started()
    await allow(true)
    expect(permission.forGateway()).toEqual([])
  })
})

describe('[S28] a no to a flow', () => {
  it('holds until it is changed in the details, without another question', async () => {
    const { permission, asked, allow } = started()
    expect(await allow(false)).toBe(false)
    expect(await allow(true)).toBe(false)
    expect(asked).toHaveLength(1)
    permission.setGrant(FLOW, true)
    expect(await allow(false)).toBe(true)
  })

  it.each(['minimal', 'readonly', 'sandboxed'] as const)('is the answer of the level %s', async level => {
    const { asked, allow } = started(level)
    expect(await allow(true)).toBe(false)
    expect(asked).toEqual([])
  })
})

it('[S19] several calls that would make one flow are one question', async () => {
  const { asked, allow } = started()
  expect(await Promise.all([allow(true), allow(true), allow(true)])).toEqual([true, true, true])
  expect(asked).toHaveLength(1)
})

describe('the question', () => {
  function desk() {
    const panel = signal<unknown>(null)
    const shown: unknown[] = []
    return {
      panel,
      shown,
      approvals: { current: signal(null) },
      showPanel(next: unknown) {
        panel.value = next
        shown.push(next)
      },
      closePanel() {
        panel.value = null
      },
    }
  }
  const question = { name: 'Weather', flows: [FLOW] }

  it('[S19] waits until nothing else stands open', async () => {
    const fake = desk()
    fake.panel.value = { kind: 'settings' }
    const answer = askFlow(fake as never, question, new AbortController().signal)
    await Promise.resolve()
    expect(fake.shown).toEqual([])
    fake.panel.value = null
    await Promise.resolve()
    expect(fake.shown).toMatchObject([{ kind: 'flow', question }])
    ;(fake.shown[0] as { answer(yes: boolean): void }).answer(true)
    expect(await answer).toBe(true)
  })

  it('goes with the window, as a no', async () => {
    const fake = desk()
    const closing = new AbortController()
    const answer = askFlow(fake as never, question, closing.signal)
    await Promise.resolve()
    closing.abort()
    expect(await answer).toBe(false)
    expect(fake.panel.value).toBe(null)
  })
})
