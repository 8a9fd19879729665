import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Stack } from './Stack.tsx'

describe('Stack', () => {
  it('holds its children in order, with its gap and alignment', async () => {
    const { container } = render(
      <Stack gap="l" align="center" ariaLabel="Today">
        <p>one</p>
        <p>two</p>
      </Stack>,
    )
    const stack = screen.getByRole('group', { name: 'Today' })
    expect(stack.textContent).toBe('onetwo')
    expect(stack.dataset).toMatchObject({ gap: 'l', align: 'center' })
    await expectNoViolations(container)
  })

  it('can be scrolled by keyboard where it scrolls', () => {
    const { container, rerender } = render(<Stack scroll height="s" />)
    expect((container.firstElementChild as HTMLElement).tabIndex).toBe(0)
    rerender(<Stack />)
    expect(container.firstElementChild?.hasAttribute('tabindex')).toBe(false)
  })
})
