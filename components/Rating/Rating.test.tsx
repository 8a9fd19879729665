import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Rating } from './Rating.tsx'

it('gives stars, and takes them back when the same are pressed again', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Rating} label="Rating" value={2} onValue={onValue} />)
  await userEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  await userEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  await userEvent.click(screen.getByRole('radio', { name: '1 star' }))
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([4, 0, 1])
  await expectNoViolations(container)
})

it('by keys: arrows give more and fewer, Space takes back', async () => {
  const onValue = vi.fn()
  render(<Live of={Rating} label="Rating" value={2} onValue={onValue} />)
  screen.getByRole('radio', { name: '2 stars' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.keyboard(' ')
  await userEvent.keyboard(' ')
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([3, 0, 3])
})

it('shows the nearest whole number within its stars, and read-only only shows', async () => {
  const onChange = vi.fn()
  const { container, rerender } = render(<Rating />)
  rerender(<Rating label="Rating" value={3.6} max={4} readOnly onChange={onChange} />)
  expect(container.querySelectorAll('[data-full]')).toHaveLength(4)
  await userEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  await userEvent.click(screen.getByRole('radio', { name: '2 stars' }))
  expect(onChange).not.toHaveBeenCalled()
  rerender(<Rating label="Rating" value={-3} max={0} />)
  expect(screen.getAllByRole('radio')).toHaveLength(5)
})
