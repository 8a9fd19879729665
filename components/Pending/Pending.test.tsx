import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Pending } from './Pending.tsx'

describe('Pending', () => {
  it('is silent without a label and says it with one', async () => {
    const { container, rerender } = render(<Pending />)
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
    rerender(<Pending label="Table" />)
    expect(screen.getByText('Table').hasAttribute('aria-hidden')).toBe(false)
    await expectNoViolations(container)
  })
})
