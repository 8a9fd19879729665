import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import type { Grant, InstalledApp } from '../storage/installed-app.ts'
import type { Level } from './level-names.ts'
import { createLiveGrants } from './live-grants.ts'

const net = 'net:https://a.example'

function live(grants: readonly Partial<Grant>[], { foreign = false, reach = [net, 'notify', 'net:?server'] } = {}) {
  const clock = createVirtualClock(1_000)
  const told: string[] = []
  let record = { grants: grants.map(grant => ({ grade: 'ask', granted: true, at: 0, lastUsedAt: null, ...grant })) } as unknown as InstalledApp
  let level: Level = 'standard'
  const all = createLiveGrants({
    reach: () => [...reach.map(capability => ({ capability, grade: 'ask' as const })), { capability: 'storage', grade: 'quiet' }],
    record: () => record,
    level: () => level,
    foreign,
    now: () => clock.now(),
    after: (ms, run) => clock.after(ms, run),
    onChanged: (lost, why) => told.push(`${lost.join(' ') || 'more'} ${why}`),
  })
  all.refresh()
  return {
    ...all,
    clock,
    told,
    change(next: readonly Partial<Grant>[], at: Level = level) {
      level = at
      record = { grants: next.map(grant => ({ grade: 'ask', granted: true, at: 0, lastUsedAt: null, ...grant })) } as unknown as InstalledApp
      all.refresh()
    },
  }
}

describe('what an app may do now', () => {
  it('[B67] is at most what its document reaches', () => {
    const { isGranted } = live([{ capability: net }, { capability: 'net:https://b.example' }])
    expect([isGranted(net), isGranted('net:https://b.example'), isGranted('storage'), isGranted('notify')]).toEqual([true, false, true, false])
  })

  it('ends by itself when its time is over, and calls that use it end with it (S26)', async () => {
    const { isGranted, signalFor, clock, told } = live([{ capability: net, until: 5_000 }])
    const { signal } = { signal: signalFor(net) }
    await clock.advance(3_999, async () => {})
    expect([isGranted(net), signal.aborted]).toEqual([true, false])
    await clock.advance(1, async () => {})
    expect([isGranted(net), signal.aborted]).toEqual([false, true])
    expect(told.at(-1)).toBe(`${net} ended`)
  })

  it('[S26] aborts the calls of what is taken back, and of nothing else; given again is another signal', () => {
    const { signalFor, change } = live([{ capability: net }, { capability: 'notify' }])
    const [first, other] = [signalFor(net), signalFor('notify')]
    change([{ capability: net, granted: false }, { capability: 'notify' }])
    expect([first.aborted, other.aborted]).toEqual([true, false])
    change([{ capability: net }, { capability: 'notify' }])
    expect([first.aborted, signalFor(net).aborted]).toEqual([true, false])
  })

  it('[B67] has the origin that the person picked, and tells the gateway that one', () => {
    const { choiceFor, forGateway, change, signalFor, isGranted } = live([{ capability: 'net:?server', choice: 'https://my.example' }])
    expect([choiceFor('net:?server'), forGateway()]).toEqual(['https://my.example', ['net:https://my.example']])
    const before = signalFor('net:?server')
    change([{ capability: 'net:?server', choice: 'https://other.example' }])
    expect([before.aborted, forGateway()]).toEqual([true, ['net:https://other.example']])
    change([{ capability: 'net:?server' }])
    expect([isGranted('net:?server'), choiceFor('net:?server'), forGateway()]).toEqual([true, null, []])
  })

  it('is what the level says where the person said nothing, from the moment it is chosen', () => {
    const { isGranted, signalFor, change } = live([{ capability: net }])
    const signal = signalFor(net)
    change([{ capability: net }], 'sandboxed')
    expect([isGranted(net), isGranted('notify'), isGranted('storage'), signal.aborted]).toEqual([false, true, true, true])
    change([{ capability: 'notify', granted: false }], 'sandboxed')
    expect(isGranted('notify')).toBe(false)
    change([{ capability: net }], 'readonly')
    expect([isGranted(net, true), isGranted(net, false)]).toEqual([true, false])
    change([{ capability: net }], 'minimal')
    expect([isGranted(net), isGranted('notify'), isGranted('storage')]).toEqual([false, false, true])
  })

  it('[S64] never comes from the level for what came from elsewhere', () => {
    const { isGranted, change } = live([], { foreign: true })
    change([], 'sandboxed')
    expect([isGranted('notify'), isGranted('storage')]).toEqual([false, true])
  })
})
