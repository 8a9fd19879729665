import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import type { Desk } from '../desktop/desk.ts'
import { DeskContext } from '../desktop/desk-context.ts'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { HandoverDialog } from './HandoverDialog.tsx'
import type { HandoverQuestion } from './handover.ts'

const question: HandoverQuestion = {
  from: { name: 'Plants', icon: null },
  what: { intent: 'add-task', data: { title: 'Water\u202e the fern' } },
  receivers: [
    { id: 'a', name: 'Tasks', icon: null, reach: ['storage', 'net:https://api.example.com'] },
    { id: 'b', name: 'Notes', icon: null, reach: [] },
  ],
}

beforeEach(() => {
  vi.useFakeTimers()
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(() => vi.useRealTimers())

function shown(given: HandoverQuestion = question) {
  const onAnswer = vi.fn()
  const closePanel = vi.fn()
  // Of the desktop the dialog uses this, and the mark that is shown in its own questions.
  const store = createAppStore(createMemoryRecords(), { digest: async () => '', hashDocument: async () => '' })
  const desk = { closePanel, services: { store, chance: { random: () => 0 } } } as unknown as Desk
  const { container } = render(
    <DeskContext value={desk}>
      <HandoverDialog question={given} onAnswer={onAnswer} />
    </DeskContext>,
  )
  return { onAnswer, container, press: (name: string) => act(() => screen.getByRole('button', { name, hidden: true }).click()) }
}
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('the question whether one app may hand something to another', () => {
  it('[S59] names the sender, what is sent, and of each receiver what it can reach', async () => {
    const { container } = shown()
    const text = container.textContent ?? ''
    for (const part of ['Plants', 'add-task', 'Water the fern', 'Tasks', 'keep its data on this device; exchange data with https://api.example.com'])
      expect(text).toContain(part)
    expect(text).toContain('It can show it, and send it nowhere.')
    vi.useRealTimers()
    await expectNoViolations(container)
  })

  it('[S18] takes a yes only for a receiver that was picked, and not before it could be read', () => {
    const { onAnswer, press } = shown()
    wait(800)
    press('Allow')
    expect(onAnswer).not.toHaveBeenCalled()
    act(() => screen.getByRole('radio', { name: /Notes/, hidden: true }).click())
    press('Allow')
    expect(onAnswer.mock.calls).toEqual([['b']])

    const early = shown({ ...question, receivers: question.receivers.slice(0, 1) })
    wait(300)
    act(() => screen.getAllByRole('button', { name: 'Allow', hidden: true }).at(-1)?.click())
    expect(early.onAnswer).not.toHaveBeenCalled()
  })

  it('[S59] says no where the person says no, and shows the whole of what is sent or how much is left out', () => {
    const { onAnswer, container, press } = shown({ ...question, what: { intent: null, data: 'x'.repeat(5000) } })
    expect(container.textContent).toContain('3,000 characters more')
    press("Don't allow")
    expect(onAnswer.mock.calls).toEqual([[false]])
  })
})
