import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Card } from '../Card/Card.tsx'
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

  it('nests the titles of what is in it', () => {
    render(
      <Section title="Plants">
        <Card title="Fern">
          <Card title="Leaf" />
        </Card>
      </Section>,
    )
    expect(screen.getAllByRole('heading').map(heading => heading.tagName)).toEqual(['H2', 'H3', 'H4'])
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
