import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Card } from './Card.tsx'

describe('Card', () => {
  it('shows its title, subtitle, actions and what it holds', async () => {
    const { container } = render(
      <Card title="Monstera" subtitle="Living room" icon="leaf" actions={<button type="button">Edit</button>}>
        <p>Water on Friday</p>
      </Card>,
    )
    const card = screen.getByRole('group', { name: 'Monstera' })
    for (const text of ['Living room', 'Edit', 'Water on Friday']) expect(card.textContent).toContain(text)
    expect(screen.getByRole('heading', { name: 'Monstera' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('is pressed as a whole by pointer and keyboard, but not through a button in it', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const onEdit = vi.fn()
    const { container } = render(
      <Card title="Monstera" onPress={onPress}>
        <button type="button" onClick={onEdit}>
          Edit
        </button>
      </Card>,
    )
    await user.click(screen.getByRole('button', { name: 'Monstera' }))
    await user.tab()
    await user.keyboard('{Enter}')
    expect(onEdit).toHaveBeenCalledTimes(1)
    expect(onPress).toHaveBeenCalledTimes(1)
    screen.getByRole('button', { name: 'Monstera' }).focus()
    await user.keyboard('{Enter}')
    expect(onPress).toHaveBeenCalledTimes(2)
    await expectNoViolations(container)
  })

  it('[S31] shows no cover from elsewhere', () => {
    const { container } = render(<Card title="A" cover="https://evil.example/pixel.png" />)
    expect(container.querySelector('img')).toBeNull()
  })
})
