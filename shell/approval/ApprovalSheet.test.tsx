import { signal } from '@preact/signals-core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desk } from '../desktop/desk.ts'
import { DeskContext } from '../desktop/desk-context.ts'
import type { OwnChecks } from '../session/own-checks.ts'
import { toAsk } from '../session/to-ask.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { ApprovalSheet } from './ApprovalSheet.tsx'
import { type Approval, type ApprovalRequest, createApprovals } from './approvals.ts'

const request: ApprovalRequest = {
  name: 'Rates',
  icon: null,
  about: 'Live rates.',
  hash: 'e4'.repeat(32),
  origin: 'made-here',
  from: 'Made here',
  checks: null,
  reach: [
    { capability: 'net:https://a.example', grade: 'ask', tools: ['http.get'], why: 'Fetches rates.' },
    { capability: 'notify', grade: 'ask', tools: ['notify'], why: null },
    { capability: 'storage', grade: 'quiet', tools: [], why: null },
  ],
  lost: [],
  granted: null,
  terms: new Map(),
  level: { own: null, desktop: 'standard' },
  askedAt: () => [],
}

let store = createAppStore(createMemoryRecords(), { digest: async () => '', hashDocument: async () => '' })
let answers: Approval[] = []

function show(given: ApprovalRequest = request): void {
  const asked: ApprovalRequest = { ...given, askedAt: level => toAsk({ ...given, level }) }
  const approvals = createApprovals()
  // The sheet needs nothing else of the desktop.
  render(
    <DeskContext value={{ approvals, services: { store, chance: { random: () => 0 } } } as unknown as Desk}>
      <ApprovalSheet />
    </DeskContext>,
  )
  act(() => void approvals.ask(asked).then(answer => answers.push(answer)))
}

const allow = () => screen.getByRole('button', { name: 'Allow' })
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  answers = []
  store = createAppStore(createMemoryRecords(), { digest: async () => '', hashDocument: async () => '' })
  vi.useFakeTimers()
  // jsdom knows the element and not its modal state, which is the browser's own.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(() => vi.useRealTimers())

it('is a dialog named for the app, with the whole scope and the app’s own words marked', () => {
  show()
  const sheet = screen.getByRole('dialog', { name: 'Allow Rates?' })
  expect(sheet.textContent).toContain('https://a.example')
  expect(sheet.textContent).toContain('The app says: “Fetches rates.”')
  expect(sheet.textContent).toContain(request.hash)
  expect(screen.getAllByRole('switch')).toHaveLength(2)
})

it('[S18] begins on Don’t allow, and Allow counts only after 700 ms, not for a double press', async () => {
  show()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: "Don't allow" }))
  expect(allow().getAttribute('aria-disabled')).toBe('true')
  await wait(650)
  fireEvent.click(allow(), { detail: 1 })
  await wait(60)
  expect(answers).toEqual([])
  fireEvent.click(allow(), { detail: 2 })
  await wait(0)
  expect(answers).toEqual([])
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toMatchObject([{ allowed: new Set(['net:https://a.example', 'notify']) }])
})

it('[S18] begins to count anew when the page was hidden', async () => {
  show()
  await wait(690)
  fireEvent(document, new Event('visibilitychange'))
  await wait(100)
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toEqual([])
  await wait(700)
  expect(allow().getAttribute('aria-disabled')).toBe(null)
})

it('[S18] takes no repeated key', async () => {
  show()
  await wait(800)
  const event = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  act(() => void allow().dispatchEvent(event))
  expect(event.defaultPrevented).toBe(true)
})

it('[S64] grants the switches that are on; Escape is a no', async () => {
  show()
  await wait(800)
  fireEvent.click(screen.getByRole('switch', { name: /Show notifications/ }))
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toMatchObject([{ allowed: new Set(['net:https://a.example']) }])
})

it('closes as a no on Escape', async () => {
  show()
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
  await wait(0)
  expect(answers).toEqual([null])
})

it('[B70] says how the app’s own tests go, as they go', () => {
  const checks = signal<OwnChecks | null>(null)
  show({ ...request, checks })
  expect(screen.getByRole('status').textContent).toBe('')
  act(() => {
    checks.value = { kind: 'running', total: 5 }
  })
  expect(screen.getByRole('status').textContent).toBe('Its 5 checks are running…')
  act(() => {
    checks.value = { kind: 'ended', total: 5, passed: 5, failed: [], finished: true }
  })
  expect(screen.getByRole('status').textContent).toBe('5 of 5 checks passed')
})

it('[S53] says nothing of the tests of what came from elsewhere', () => {
  show({ ...request, origin: 'link', checks: null })
  expect(screen.queryByRole('status')).toBe(null)
})

it('shows the person’s own mark, made where there was none (S16)', async () => {
  show()
  await wait(0)
  const words = (await store.setting('mark')) as { words: string }
  expect(screen.getByRole('dialog').textContent).toContain(words.words)
})

it('lets the person say how long, where that can matter', async () => {
  show()
  await wait(800)
  fireEvent.change(screen.getByRole('combobox', { name: /How long: Exchange data/ }), { target: { value: 'closed' } })
  expect(screen.queryByRole('combobox', { name: /How long: Show notifications/ })).toBe(null)
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers[0]?.terms.get('net:https://a.example')).toEqual({ until: 'closed' })
})

it('[B67] takes an address from the person alone, and what they wrote is what is allowed', async () => {
  show({ ...request, reach: [{ capability: 'net:?server', grade: 'ask', tools: ['http.get'], why: null }] })
  await wait(800)
  const field = screen.getByRole('textbox', { name: 'Address of “server”' })
  const isOn = () => (screen.getByRole('switch') as HTMLInputElement).checked
  expect(isOn()).toBe(false)
  fireEvent.change(field, { target: { value: 'javascript:alert(1)' } })
  expect(isOn()).toBe(false)
  fireEvent.click(screen.getByRole('switch'))
  fireEvent.change(field, { target: { value: 'my.example/path' } })
  expect([isOn(), screen.getByText('https://my.example').tagName]).toEqual([true, 'STRONG'])
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toMatchObject([{ allowed: new Set(['net:?server']), terms: new Map([['net:?server', { choice: 'https://my.example' }]]) }])
})

it('[B67] allows nothing where no address was written', async () => {
  show({ ...request, reach: [{ capability: 'net:?server', grade: 'ask', tools: ['http.get'], why: null }] })
  await wait(800)
  fireEvent.click(screen.getByRole('switch'))
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toMatchObject([{ allowed: new Set() }])
})

it('takes a level: what it refuses is not asked about', async () => {
  show()
  await wait(800)
  fireEvent.change(screen.getByRole('combobox', { name: 'How much to trust it' }), { target: { value: 'sandboxed' } })
  expect(screen.queryAllByRole('switch')).toEqual([])
  expect(screen.getByRole('dialog').textContent).toContain('Refused at this level')
  fireEvent.click(allow(), { detail: 1 })
  await wait(0)
  expect(answers).toMatchObject([{ allowed: new Set(), level: 'sandboxed' }])
})

it('[S15] shows a name of other alphabets as computers write it, and says so', () => {
  show({ ...request, reach: [{ capability: `net:${new URL('https://аpple.example').origin}`, grade: 'ask', tools: [], why: null }] })
  expect(screen.getByRole('dialog').textContent).toMatch(/https:\/\/xn--pple-43d\.example/)
  expect(screen.getByRole('dialog').textContent).toContain('Look closely')
})
