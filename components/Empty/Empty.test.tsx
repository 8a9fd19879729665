import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Empty } from './Empty.tsx'

describe('Empty', () => {
  it('says what is missing, what to do, and offers it', async () => {
    const { container } = render(<Empty icon="sprout" text="No plants yet" about="Add the first." action={<button type="button">Add</button>} />)
    for (const text of ['No plants yet', 'Add the first.']) expect(screen.getByText(text)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Add' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('draws an illustration in place of its icon', async () => {
    const { container } = render(<Empty icon="sprout" illustration="list" text="Nothing to do" />)
    await expect.poll(() => container.querySelector('svg[data-illustration="list"] path')).not.toBeNull()
    expect(container.querySelector('.cy-icon')).toBeNull()
    await expectNoViolations(container)
  })
})
