import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Link } from './Link.tsx'

describe('Link', () => {
  it('opens in a new tab and tells nobody where it came from', async () => {
    const { container } = render(<Link text="The recipe" href="https://example.org/pie" />)
    const link = screen.getByRole('link', { name: 'The recipe' })
    expect(link.getAttribute('href')).toBe('https://example.org/pie')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(link.getAttribute('referrerpolicy')).toBe('no-referrer')
    await expectNoViolations(container)
  })

  it.each(['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '/settings', '#x', 'https://a@evil.example/', ''])(
    '[S29][S56] refuses %j and shows the text alone',
    href => {
      const { container } = render(<Link text="Click" href={href} />)
      expect(container.querySelector('a')).toBeNull()
      expect(screen.getByText('Click')).toBeTruthy()
    },
  )
})
