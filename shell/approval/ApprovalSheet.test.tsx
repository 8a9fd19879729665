import { signal } from '@preact/signals-core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desk } from '../desktop/desk.ts'
import { DeskContext } from '../desktop/desk-context.ts'
import type { OwnChecks } from '../session/own-checks.ts'
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
  granted: null,
}

let answers: Approval[] = []

function show(asked: ApprovalRequest = request): void {
  const approvals = createApprovals()
  // The sheet needs nothing else of the desktop.
  render(
    <DeskContext value={{ approvals } as unknown as Desk}>
      <ApprovalSheet />
    </DeskContext>,
  )
  act(() => void approvals.ask(asked).then(answer => answers.push(answer)))
}

const allow = () => screen.getByRole('button', { name: 'Allow' })
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  answers = []
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
  expect(answers).toEqual([new Set(['net:https://a.example', 'notify'])])
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
  expect(answers).toEqual([new Set(['net:https://a.example'])])
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
