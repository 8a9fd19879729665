import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Spinner } from './Spinner.tsx'

describe('Spinner', () => {
  it('says what goes on', async () => {
    const { container } = render(<Spinner label="Loading rates" />)
    expect(screen.getByRole('status').textContent).toBe('Loading rates')
    await expectNoViolations(container)
  })
})
