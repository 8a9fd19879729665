import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Section } from './Section.tsx'

describe('Section', () => {
  it('is a region named by its heading', async () => {
    const { container } = render(
      <Section title="This week" about="Day by day" actions={<button type="button">Plan</button>}>
        <p>Nothing planned</p>
      </Section>,
    )
    expect(screen.getByRole('region', { name: 'This week' }).textContent).toContain('Nothing planned')
    expect(screen.getByRole('heading', { name: 'This week' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('folds and unfolds where it may', async () => {
    const user = userEvent.setup()
    const { container } = render(
      <Section title="Details" collapsible>
        <p>Inside</p>
      </Section>,
    )
    const fold = screen.getByRole('button', { name: 'Details' })
    expect(fold.getAttribute('aria-expanded')).toBe('true')
    await user.click(fold)
    expect(fold.getAttribute('aria-expanded')).toBe('false')
    fold.focus()
    await user.keyboard('{Enter}')
    expect(fold.getAttribute('aria-expanded')).toBe('true')
    await expectNoViolations(container)
  })
})
