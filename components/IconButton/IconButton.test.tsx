import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { IconButton } from './IconButton.tsx'

describe('IconButton', () => {
  it('has its label as its name and is pressed', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<IconButton icon="trash-2" label="Delete Milk" onPress={onPress} />)
    await user.click(screen.getByRole('button', { name: 'Delete Milk' }))
    expect(onPress).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button').dataset.tip).toBe('Delete Milk')
    await expectNoViolations(container)
  })

  it('cannot be pressed while it is disabled', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(<IconButton icon="x" label="Close" disabled onPress={onPress} />)
    await user.click(screen.getByRole('button'))
    expect(onPress).not.toHaveBeenCalled()
  })
})
