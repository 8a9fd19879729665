import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Heading } from './Heading.tsx'

describe('Heading', () => {
  it('is a heading of its level; what is no level is the second', async () => {
    const { container, rerender } = render(<Heading text="Good morning" level={1} />)
    expect(screen.getByRole('heading', { level: 1, name: 'Good morning' })).toBeTruthy()
    rerender(<Heading text="Good morning" level={9} />)
    expect(screen.getByRole('heading', { level: 2 })).toBeTruthy()
    await expectNoViolations(container)
  })
})
