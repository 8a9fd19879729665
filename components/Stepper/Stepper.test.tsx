import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Stepper } from './Stepper.tsx'

const steps = ['Guests', 'Dates', 'Confirm']
const rows = ['Who?', 'When?', 'Sure?'].map(node => ({ key: node, node, value: null }))

it('shows the current step and goes back by a press, not forward', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Stepper} steps={steps} rows={rows} value={1} onValue={onValue} />)
  expect(screen.getByRole('region', { name: 'Dates' }).textContent).toBe('When?')
  expect(screen.getByRole('button', { current: 'step' }).textContent).toContain('Dates')
  await userEvent.click(screen.getByText('Confirm'))
  await userEvent.click(screen.getByText('Guests'))
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([0])
  await expectNoViolations(container)
})

it('keeps its own place where it has none; draws beyond its steps and with nothing', async () => {
  const { rerender } = render(<Stepper steps={steps} rows={rows} />)
  await userEvent.click(screen.getByText('Confirm'))
  expect(screen.getByText('Sure?')).toBeTruthy()
  rerender(<Stepper steps={steps} rows={rows} value={99} />)
  expect(screen.getByText('Sure?')).toBeTruthy()
  rerender(<Stepper />)
})
