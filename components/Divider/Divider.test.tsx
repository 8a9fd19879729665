import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Divider } from './Divider.tsx'

describe('Divider', () => {
  it('is a separator, with its word where it has one', async () => {
    const { container, rerender } = render(<Divider />)
    expect(screen.getByRole('separator').textContent).toBe('')
    rerender(<Divider label="or" />)
    expect(screen.getByRole('separator', { name: 'or' }).textContent).toBe('or')
    await expectNoViolations(container)
  })
})
