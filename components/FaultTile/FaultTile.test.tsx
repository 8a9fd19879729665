import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { FaultTile } from './FaultTile.tsx'

describe('FaultTile', () => {
  it('says what is wrong, and offers to try again only where that is possible', async () => {
    const user = userEvent.setup()
    const onRetry = vi.fn()
    const { container, rerender } = render(<FaultTile title="Chart cannot be drawn" message="Its data is a text." />)
    expect(screen.getByRole('group', { name: 'Chart cannot be drawn' }).textContent).toContain('Its data is a text.')
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<FaultTile title="Chart cannot be drawn" message="Its data is a text." onRetry={onRetry} />)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
    await expectNoViolations(container)
  })
})
