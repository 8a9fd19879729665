import { signal } from '@preact/signals-core'
import { describe, expect, it, vi } from 'vitest'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import { createApprovals } from '../approval/approvals.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import type { Level } from '../permissions/level-names.ts'
import { type InstalledApp, type Origin, withoutClosed } from '../storage/installed-app.ts'
import { createPermission } from './permission.ts'
import { beginSession, type Reached, type SessionState } from './session-state.ts'

const net = 'net:https://a.example'
const reach: readonly Reached[] = [
  { capability: net, grade: 'ask', tools: ['http.get'], why: 'Reads.' },
  { capability: 'notify', grade: 'ask', tools: ['notify'], why: null },
  { capability: 'storage', grade: 'quiet', tools: [], why: null },
  { capability: 'location', grade: 'sensitive', tools: ['geo.here'], why: null },
  { capability: 'clipboard.read', grade: 'sensitive', tools: ['clipboard.paste'], why: null },
]

const question = { name: 'Rates', icon: null, about: null, hash: 'h', reach, from: 'Made here', checks: null, sinceBefore: true }

function permission({ origin = 'made-here', level = 'standard' }: { origin?: Origin; level?: Level } = {}) {
  const clock = createVirtualClock(1_000_000)
  const approvals = createApprovals()
  const installed = signal<InstalledApp | null>({ instance: 'a', name: 'Rates', grants: [], origin } as unknown as InstalledApp)
  const desktop = signal<Level>(level)
  const notes: AuditNote[] = []
  let writes = 0
  let told = 0
  const state: SessionState = { ...beginSession(origin, 0), phase: 'running', hash: 'h', reach }
  const made = createPermission({
    instance: 'a',
    name: () => 'Rates',
    approvals,
    state: () => state,
    installed,
    change(by) {
      writes++
      installed.value = by(installed.value!)
    },
    level: desktop,
    clock,
    audit: note => notes.push(note),
    onChanged: () => void told++,
    closing: new AbortController().signal,
  })
  const ask = async (allowed: readonly string[] | null, terms = {}) => {
    const answer = made.ask(question, true)
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    approvals.answer(allowed && new Set(allowed), terms)
    const said = await answer
    if (said) installed.value = said(installed.value!)
    return said
  }
  return { ...made, made, clock, approvals, installed, desktop, notes, ask, writes: () => writes, told: () => told }
}

describe('what one app may do', () => {
  it('[S22] is bound to its record: what was answered, with the app’s reason, how long and which one', async () => {
    const { ask, installed, isGranted, notes } = permission()
    await ask([net], { terms: new Map([[net, { until: 2_000_000 }]]) })
    expect(installed.value?.grants).toMatchObject([
      { capability: net, granted: true, why: 'Reads.', until: 2_000_000, at: 1_000_000, lastUsedAt: null },
      { capability: 'notify', granted: false },
    ])
    expect([isGranted(net), isGranted('notify'), isGranted('storage')]).toEqual([true, false, true])
    expect(notes.map(({ kind, capability }) => `${kind} ${capability}`)).toEqual([`grant ${net}`, 'refuse notify'])
  })

  it('writes down that it was used, and not at each use', async () => {
    const { ask, installed, isGranted, writes, clock } = permission()
    await ask([net, 'notify'])
    const before = writes()
    for (let second = 0; second < 50; second++) {
      for (let call = 0; call < 100; call++) isGranted(net)
      await clock.advance(1000, async () => {})
    }
    expect(writes() - before).toBe(1)
    expect(installed.value?.grants.find(({ capability }) => capability === net)?.lastUsedAt).toBe(1_000_000)
    expect(installed.value?.grants.find(({ capability }) => capability === 'notify')?.lastUsedAt).toBe(null)
    await clock.advance(20_000, async () => {})
    isGranted(net)
    await clock.advance(3_000, async () => {})
    expect(writes() - before).toBe(2)
  })

  it('writes down the last use when its window is closed', async () => {
    const { ask, installed, isGranted, close } = permission()
    await ask([net])
    isGranted(net)
    close()
    expect(installed.value?.grants[0]?.lastUsedAt).toBe(1_000_000)
  })

  it('ends with its time, which is noted, and told to the gateway', async () => {
    const { ask, isGranted, clock, notes, told, decided } = permission()
    await ask([net], { terms: new Map([[net, { until: 1_060_000 }]]) })
    const before = told()
    await clock.advance(60_000, async () => {})
    expect([isGranted(net), decided(net), decided('notify')]).toEqual([false, false, true])
    expect(notes.at(-1)).toMatchObject({ kind: 'ended', capability: net })
    expect(told()).toBe(before + 1)
  })

  it('until its window is closed is forgotten with the window', async () => {
    const { ask, installed } = permission()
    await ask([net, 'notify'], { terms: new Map([[net, { until: 'closed' }]]) })
    expect(withoutClosed(installed.value!).grants.map(({ capability }) => capability)).toEqual(['notify'])
  })

  it('[S26] that was taken back while the question stood is not given again by its answer', async () => {
    const { ask, made, approvals, installed, setGrant, isGranted } = permission()
    await ask([net, 'notify'])
    const gained = { ...question, reach: [{ capability: 'net:https://b.example', grade: 'ask' as const, tools: [], why: null }], sinceBefore: false }
    const answer = made.ask(gained, true)
    await vi.waitFor(() => expect(approvals.current.value).not.toBe(null))
    setGrant('notify', false)
    approvals.answer(new Set(['net:https://b.example']))
    installed.value = (await answer)!(installed.value!)
    expect([isGranted('notify'), isGranted(net)]).toEqual([false, true])
  })

  it('takes a level with the answer, and asks only about what that level asks', async () => {
    const { ask, installed, isGranted, level, approvals } = permission()
    await ask([net, 'notify'], { level: 'sandboxed' })
    expect([level(), installed.value?.grants]).toEqual(['sandboxed', []])
    expect([isGranted(net), isGranted('notify')]).toEqual([false, true])
    expect(approvals.current.value).toBe(null)
  })

  it('[S64] always asks about what came by a link, whatever the level', async () => {
    const { made, approvals, isGranted } = permission({ origin: 'link', level: 'sandboxed' })
    expect([isGranted('notify'), isGranted('storage')]).toEqual([false, true])
    void made.ask({ name: 'Rates', icon: null, about: null, hash: 'h', reach, from: 'From a link', checks: null, sinceBefore: false }, false)
    await vi.waitFor(() => expect(approvals.current.value?.reach).toHaveLength(5))
  })

  it('[S26] changes with a switch, a level of its own and the desktop’s, at once', async () => {
    const { ask, isGranted, signalFor, setGrant, setLevel, desktop, notes } = permission()
    await ask([net, 'notify'])
    const [first, second] = [signalFor(net), signalFor('notify')]
    setGrant(net, false)
    expect([isGranted(net), first.aborted, second.aborted]).toEqual([false, true, false])
    desktop.value = 'minimal'
    expect([isGranted('notify'), isGranted('storage'), second.aborted]).toEqual([false, true, true])
    setLevel('standard')
    expect([isGranted('notify'), isGranted(net)]).toEqual([true, false])
    expect(notes.slice(-2).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['taken-back', null],
      ['level', 'standard'],
    ])
  })

  it('remembers a yes to a sensor for a while, and none to the clipboard', async () => {
    const { setGrant, remembered, signalFor, clock } = permission()
    expect(remembered('location')).toBe(null)
    setGrant('location', true, { until: 1_100_000, choice: 'coarse' })
    setGrant('clipboard.read', true, { until: 1_100_000 })
    expect([remembered('location'), remembered('clipboard.read')]).toEqual(['coarse', null])
    const signal = signalFor('location')
    setGrant('location', false)
    expect([remembered('location'), signal.aborted]).toEqual([null, true])
    setGrant('location', true, { until: 1_100_000, choice: 'exact' })
    expect(remembered('location')).toBe(true)
    await clock.advance(100_000, async () => {})
    expect(remembered('location')).toBe(null)
  })
})
