import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { ToggleButton } from './ToggleButton.tsx'

describe('ToggleButton', () => {
  it('shows its value and asks for the other', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { container } = render(<ToggleButton label="Only mine" icon="user" value onChange={onChange} />)
    const button = screen.getByRole('button', { name: 'Only mine', pressed: true })
    await user.click(button)
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ value: false })
    await expectNoViolations(container)
  })

  it('keeps its own state without a bind, and its name without a visible label', async () => {
    const user = userEvent.setup()
    render(<ToggleButton label="Bold" icon="bold" hideLabel />)
    await user.click(screen.getByRole('button', { name: 'Bold' }))
    expect(screen.getByRole('button', { name: 'Bold', pressed: true })).toBeTruthy()
  })
})
