import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { DateRangeField } from './DateRangeField.tsx'
import { readRange } from './range.ts'

it('is picked as two days of a calendar', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={DateRangeField} label="Trip" value={{ start: '2026-03-05', end: '2026-03-07' }} onValue={onValue} />)
  await userEvent.click(screen.getByRole('button', { name: /calendar/i }))
  await userEvent.click(screen.getByRole('button', { name: /March 10, 2026/ }))
  await userEvent.click(screen.getByRole('button', { name: /March 12, 2026/ }))
  expect(onValue.mock.lastCall?.[0]).toEqual({ start: '2026-03-10', end: '2026-03-12' })
  await expectNoViolations(container)
})

it('is emptied to two nulls', async () => {
  const onValue = vi.fn()
  render(<Live of={DateRangeField} label="Trip" value={{ start: '2026-03-05', end: '2026-03-07' }} onValue={onValue} />)
  await userEvent.click(screen.getByRole('button', { name: /Clear/ }))
  expect(onValue.mock.lastCall?.[0]).toEqual({ start: null, end: null })
})

it('reads whatever the state holds there', () => {
  render(<DateRangeField value={3} />)
  expect(readRange(null)).toEqual({ start: null, end: null })
  expect(readRange({ start: '2026-03-05', end: 'x' })).toEqual({ start: '2026-03-05', end: null })
  expect(readRange(Object.create({ start: '2026-03-05' }))).toEqual({ start: null, end: null })
})
