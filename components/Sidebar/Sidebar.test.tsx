import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Sidebar } from './Sidebar.tsx'

const items = [{ value: null, label: 'All notes', icon: 'inbox', badge: 4 }, { value: 'work', label: 'Work' }, 'private']

describe('Sidebar', () => {
  it('marks the chosen place, and tells of another', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { container } = render(
      <Sidebar title="Notes" items={items} value={null} onChange={onChange}>
        <p>main</p>
      </Sidebar>,
    )
    expect(screen.getByRole('navigation', { name: 'Notes' })).toBeTruthy()
    expect(screen.getByRole('button', { current: 'page' }).textContent).toBe('All notes4')
    await user.click(screen.getByRole('button', { name: 'private' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ value: 'private' })
    expect(screen.getByText('main')).toBeTruthy()
    await expectNoViolations(container)
  })

  it('stands with no places, and keeps its own without a bind', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Sidebar />)
    rerender(<Sidebar items={items} />)
    await user.click(screen.getByRole('button', { name: 'Work' }))
    expect(screen.getByRole('button', { current: 'page' }).textContent).toBe('Work')
  })
})
