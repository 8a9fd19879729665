import { expect, it } from 'vitest'
import { type ApprovalRequest, createApprovals } from './approvals.ts'

const request = (name: string, capability = 'net:https://a.example'): ApprovalRequest => ({
  name,
  icon: null,
  about: null,
  hash: 'h',
  origin: 'made-here',
  from: 'a model',
  checks: null,
  reach: [{ capability, grade: 'ask', tools: [], why: null }],
  lost: [],
  granted: null,
  terms: new Map(),
  level: { own: null, desktop: 'standard' },
  askedAt: () => [{ capability, grade: 'ask', tools: [], why: null }],
})

it('[S19] shows one sheet at a time, in order', async () => {
  const approvals = createApprovals()
  const first = approvals.ask(request('one'))
  const second = approvals.ask(request('two'))
  expect(approvals.current.value?.name).toBe('one')
  approvals.answer(new Set(['net:https://a.example']))
  expect(approvals.current.value?.name).toBe('two')
  approvals.answer(null)
  expect(approvals.current.value).toBe(null)
  expect([...((await first)?.allowed ?? [])]).toEqual(['net:https://a.example'])
  expect(await second).toBe(null)
})

it('[S19] takes three noes to one kind as a no for the session, unless the person insists', async () => {
  const approvals = createApprovals()
  for (let i = 0; i < 3; i++) {
    const answer = approvals.ask(request(`app ${i}`, `net:https://${i}.example`))
    approvals.answer(i === 0 ? new Set() : null)
    await answer
  }
  expect(await approvals.ask(request('fourth', 'net:https://other.example'))).toBe(null)
  expect(approvals.current.value).toBe(null)
  void approvals.ask(request('notifies', 'notify'))
  expect(approvals.current.value?.name).toBe('notifies')
  approvals.answer(new Set(['notify']))
  void approvals.ask(request('insisted'), { insisted: true })
  expect(approvals.current.value?.name).toBe('insisted')
  approvals.answer(new Set(['net:https://a.example']))
  void approvals.ask(request('after a yes'))
  expect(approvals.current.value?.name).toBe('after a yes')
})

it('a window that closes takes its question along', async () => {
  const approvals = createApprovals()
  const shown = new AbortController()
  const queued = new AbortController()
  const first = approvals.ask(request('one'), { signal: shown.signal })
  const second = approvals.ask(request('two'), { signal: queued.signal })
  queued.abort()
  expect(await second).toBe(null)
  shown.abort()
  expect(await first).toBe(null)
  expect(approvals.current.value).toBe(null)
})
