import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Select } from './Select.tsx'

const options = [{ value: null, label: 'All rooms' }, 'Kitchen', { value: 2, label: 'Bath', icon: 'bath' }]

it('opens, chooses by press and by keys; null is a choice like any other', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Select} label="Room" options={options} value={null} onValue={onValue} />)
  const button = screen.getByRole('button', { name: /All rooms.*Room|Room.*All rooms/ })
  await userEvent.click(button)
  expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['All rooms', 'Kitchen', 'Bath'])
  expect(screen.getByRole('option', { name: 'All rooms' }).getAttribute('aria-selected')).toBe('true')
  await expectNoViolations(document.body)
  await userEvent.click(screen.getByRole('option', { name: 'Bath' }))
  expect(button.textContent).toContain('Bath')
  await userEvent.keyboard('{ArrowUp}')
  await userEvent.keyboard('{Enter}')
  await userEvent.click(button)
  await userEvent.click(screen.getByRole('option', { name: 'All rooms' }))
  expect(onValue.mock.calls[0]?.[0]).toBe(2)
  expect(onValue.mock.lastCall?.[0]).toBe(null)
  await expectNoViolations(container)
})

it('shows a value that no option names, a placeholder for none, and says when there is nothing to choose', async () => {
  const { rerender } = render(<Select label="Room" options={['Kitchen']} value="Attic" />)
  expect(screen.getByRole('button').textContent).toContain('Attic')
  rerender(<Select label="Room" options={[]} value={null} placeholder="Pick a room" />)
  expect(screen.getByRole('button').textContent).toContain('Pick a room')
  await userEvent.click(screen.getByRole('button'))
  expect(screen.getByText('Nothing to choose from.')).toBeTruthy()
  rerender(<Select />)
})
