import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { type AppOpener, AppOpenerContext } from '../app-opener.ts'
import { AppShortcut } from './AppShortcut.tsx'

const shown = (opener: AppOpener | null, props: Parameters<typeof AppShortcut>[0]) =>
  render(
    <AppOpenerContext value={opener}>
      <AppShortcut {...props} />
    </AppOpenerContext>,
  )

describe('AppShortcut', () => {
  it('[S59] opens the app of its name by a press, and hands over nothing', async () => {
    const open = vi.fn()
    const opener = vi.fn((name: string) => (name === 'Calculator' ? { icon: 'calculator', open } : null))
    const { container } = shown(opener, { app: ' Calculator ' })
    expect(open).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Calculator' }))
    expect(open.mock.calls).toEqual([[]])
    expect(opener.mock.calls.every(call => call.length === 1 && call[0] === 'Calculator')).toBe(true)
    await expectNoViolations(container)
  })

  it('names the app that a label hides', () => {
    shown(() => ({ icon: null, open: () => {} }), { app: 'Calculator', label: 'Work it out' })
    expect(screen.getByRole('button').textContent).toContain('Calculator')
  })

  it('says so where there is no such app, and where there is no desktop', async () => {
    const { container } = shown(() => null, { app: 'Nowhere' })
    expect(screen.getByRole('button', { name: /No app of this name here/ }).hasAttribute('disabled')).toBe(true)
    await expectNoViolations(container)
    shown(null, { app: 'Elsewhere' })
    expect(screen.getByRole('button', { name: /Opens on the desktop/ }).hasAttribute('disabled')).toBe(true)
  })

  it('asks for no app while it has no name', () => {
    const opener = vi.fn(() => null)
    shown(opener, {})
    expect(opener).not.toHaveBeenCalled()
  })
})
