import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Checkbox } from './Checkbox.tsx'

it('ticks by press and by Space', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Checkbox} label="Done" about="For good" onValue={onValue} />)
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done', description: 'For good' })
  await userEvent.click(screen.getByText('Done'))
  expect(box.checked).toBe(true)
  await userEvent.keyboard(' ')
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([true, false])
  await expectNoViolations(container)
})

it('keeps its name where the label is hidden, and draws with nothing given', () => {
  const { rerender } = render(<Checkbox />)
  rerender(<Checkbox label="Done" hideLabel value={'yes' as unknown as boolean} />)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' }).checked).toBe(false)
})

it('does nothing while it is disabled or read-only', async () => {
  const onChange = vi.fn()
  const { rerender } = render(<Checkbox label="Done" disabled onChange={onChange} />)
  await userEvent.click(screen.getByText('Done'))
  rerender(<Checkbox label="Done" readOnly onChange={onChange} />)
  await userEvent.click(screen.getByText('Done'))
  expect(onChange).not.toHaveBeenCalled()
})
