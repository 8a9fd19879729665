import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Root } from '../Root/Root.tsx'
import { surroundings } from '../Root/surroundings.ts'
import { Popover } from './Popover.tsx'

describe('Popover', () => {
  it('[S16] shows what it holds beside its button, inside its own app, until Escape', async () => {
    const user = userEvent.setup()
    const { container } = render(
      <Root theme={{}} developing={false} {...surroundings}>
        <Popover label="Filter" icon="filter">
          <p>What to show</p>
        </Popover>
      </Root>,
    )
    await expectNoViolations(container)
    expect(screen.queryByText('What to show')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const sheet = screen.getByRole('dialog', { name: 'Filter' })
    expect(container.querySelector('.cy-app')?.contains(sheet)).toBe(true)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Filter' }))
  })
})
