import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Tab } from './Tab.tsx'

describe('Tab', () => {
  it('shows its title and what it holds when it is drawn by itself', async () => {
    const { container } = render(
      <Tab title="Chart">
        <p>inside</p>
      </Tab>,
    )
    expect(screen.getByRole('heading', { name: 'Chart' })).toBeTruthy()
    expect(screen.getByText('inside')).toBeTruthy()
    await expectNoViolations(container)
  })
})
