import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Badge } from './Badge.tsx'

describe('Badge', () => {
  it('shows its text in its tone', async () => {
    const { container } = render(<Badge text="Overdue" tone="bad" icon="clock" />)
    expect(screen.getByText('Overdue').closest('.cy-badge')?.getAttribute('data-tone')).toBe('bad')
    await expectNoViolations(container)
  })

  it('is neutral by itself', () => {
    const { container } = render(<Badge text="3" />)
    expect(container.querySelector('[data-tone="neutral"]')?.textContent).toBe('3')
  })
})
