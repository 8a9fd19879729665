import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Alert } from './Alert.tsx'

describe('Alert', () => {
  it('is read out at once where it is bad, and politely else', async () => {
    const { container, rerender } = render(<Alert text="The disk is full." title="Not saved" tone="bad" />)
    expect(screen.getByRole('alert').textContent).toContain('The disk is full.')
    await expectNoViolations(container)
    rerender(<Alert text="Saved." />)
    expect(screen.getByRole('status').dataset.tone).toBe('info')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is closed by its button where the app wants that', async () => {
    const user = userEvent.setup()
    const onClose = vi.fn()
    render(<Alert text="Saved." onClose={onClose} />)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})
