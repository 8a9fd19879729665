import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { TimeField } from './TimeField.tsx'

it('gives HH:MM in 24 hours whatever is typed', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={TimeField} label="From" value={null} onValue={onValue} />)
  await userEvent.click(screen.getByRole('spinbutton', { name: /hour/i }))
  await userEvent.keyboard('930p')
  expect(onValue.mock.lastCall?.[0]).toBe('21:30')
  await expectNoViolations(container)
})

it('tells a limit; draws with nothing and with odd values', async () => {
  const { rerender } = render(<TimeField />)
  rerender(<TimeField label="From" value="nine" />)
  expect(screen.getByRole('spinbutton', { name: /hour/i }).getAttribute('aria-valuetext')).toBe('Empty')
  rerender(<Live of={TimeField} label="From" value="10:00" max="10:30" />)
  await userEvent.click(screen.getByRole('spinbutton', { name: /hour/i }))
  await userEvent.keyboard('{ArrowUp}')
  await userEvent.click(document.body)
  expect(screen.getByText('Not after 10:30.')).toBeTruthy()
})
