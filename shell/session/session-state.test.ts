import { describe, expect, it } from 'vitest'
import type { GenerateEvent } from '../../schema/protocol/generate.ts'
import { beginSession, type Reached, reduceSession, type SessionEvent, type SessionState } from './session-state.ts'
import { runsAtOnce, toAsk } from './to-ask.ts'

const reply = (event: GenerateEvent): SessionEvent => ({ type: 'reply', event, at: 5 })
const start = reply({ type: 'start', request: 'r', provider: 'library', model: null, label: 'From the library, no model' })
const run = (events: readonly SessionEvent[], from: SessionState = beginSession('made-here', 1, 'plants')) => events.reduce(reduceSession, from)
const net: Reached = { capability: 'net:https://a.example', grade: 'ask', tools: ['http.get'], why: null }
const storage: Reached = { capability: 'storage', grade: 'quiet', tools: [], why: null }
const checked = (reach: readonly Reached[], waits = true): SessionEvent => ({ type: 'checked', hash: 'h', reach, waits, at: 9 })

describe('a session', () => {
  it('keeps the prompt whatever happens', () => {
    const ends: SessionEvent[] = [
      reply({ type: 'error', failure: { code: 'offline', message: 'It is down.' }, retry: true }),
      reply({ type: 'nothing-near', nearest: [] }),
      { type: 'stopped', at: 7 },
      { type: 'invalid', issues: [], at: 7 },
    ]
    for (const end of ends) expect(run([start, end])).toMatchObject({ phase: 'stopped', prompt: 'plants', label: 'From the library, no model' })
  })

  it('goes from the reply through the check to running', () => {
    const model = run([start, reply({ type: 'done', complete: true, issues: [] }), checked([storage])])
    expect(model).toMatchObject({ phase: 'review', hash: 'h', ending: { kind: 'complete' } })
    expect(run([{ type: 'running', readOnly: false }], model).phase).toBe('running')
    // What may run at once never shows the state of one that waits.
    expect(run([start, checked([storage], false)]).phase).toBe('streaming')
  })

  it('says why it begins again', () => {
    const issue = { code: 'x', severity: 'error', at: '', line: 1, column: 1, message: 'm' } as const
    expect(run([start, reply({ type: 'restart', why: 'repair', attempt: 1, issues: [issue, issue], label: 'm' })]).note).toBe(
      '2 problems were found in the reply. It is being written again.',
    )
    expect(run([start, reply({ type: 'restart', why: 'fallback', attempt: 1, issues: [], label: 'llama' })])).toMatchObject({ label: 'llama' })
  })

  it('takes no more of a reply once it was stopped, and can go on or begin again', () => {
    const stopped = run([start, { type: 'stopped', at: 7 }])
    expect(run([start], stopped)).toBe(stopped)
    expect(run([{ type: 'resumed', at: 8 }], stopped)).toMatchObject({ phase: 'streaming', ending: null, prompt: 'plants' })
    expect(run([{ type: 'asked', prompt: 'other', at: 8 }], stopped)).toMatchObject({ phase: 'streaming', prompt: 'other', label: null })
  })

  it('[S64] asks for each ask capability, and never lets what came by link run by itself', () => {
    const made = run([checked([storage, net])])
    expect(toAsk(made)).toEqual([net])
    expect(runsAtOnce(made, () => false)).toBe(false)
    expect(runsAtOnce(made, () => true)).toBe(true)
    expect(runsAtOnce(run([checked([storage])]), () => false)).toBe(true)
    expect(runsAtOnce(run([checked([])], beginSession('link', 1)), () => true)).toBe(false)
  })

  it('a running app that faults stops with its reason; declining is only for a review', () => {
    const running = run([checked([]), { type: 'running', readOnly: false }])
    expect(run([{ type: 'declined' }], running)).toBe(running)
    expect(run([{ type: 'faulted', failure: { code: 'steps', message: 'Too many steps.' } }], running)).toMatchObject({
      phase: 'stopped',
      fault: { code: 'steps' },
    })
  })
})
