import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { MultiSelect } from './MultiSelect.tsx'

it('ticks several in a list that stays open', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={MultiSelect} label="Labels" options={['a', 'b', 'c', 'd']} value={['c']} onValue={onValue} />)
  const button = screen.getByRole('button', { name: /Labels/ })
  await userEvent.click(button)
  await userEvent.click(screen.getByRole('option', { name: 'a' }))
  await userEvent.click(screen.getByRole('option', { name: 'c' }))
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([['a', 'c'], ['a']])
  expect(screen.getAllByRole('option')).toHaveLength(4)
  await userEvent.keyboard('{Escape}')
  expect(button.textContent).toBe('a')
  await expectNoViolations(container)
})

it('counts where the names would be too many; draws with nothing given', () => {
  const { rerender } = render(<MultiSelect label="Labels" options={['a', 'b', 'c', 'd']} value={['a', 'b', 'c', 'd']} />)
  expect(screen.getByRole('button').textContent).toContain('4 chosen')
  rerender(<MultiSelect />)
  expect(screen.getByRole('button').textContent).toContain('Choose')
})
