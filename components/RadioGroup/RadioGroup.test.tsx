import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { RadioGroup } from './RadioGroup.tsx'

const options = [{ value: null, label: 'All' }, 'Open', 3, { value: 'x', label: 'Closed', disabled: true }]

it('chooses by press and by arrow keys; null and numbers come back as they are', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={RadioGroup} label="Show" options={options} value="Open" onValue={onValue} />)
  expect(screen.getByRole('radiogroup', { name: 'Show' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Open' }).checked).toBe(true)
  await userEvent.click(screen.getByText('All'))
  await userEvent.click(screen.getByText('3'))
  await userEvent.keyboard('{ArrowLeft}')
  await userEvent.click(screen.getByText('Closed'))
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([null, 3, 'Open'])
  await expectNoViolations(container)
})

it('has nothing chosen for a value that no option names; draws with nothing given', () => {
  const { rerender } = render(<RadioGroup />)
  rerender(<RadioGroup label="Show" options={options} value="gone" />)
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(radio => radio.checked)).toBe(false)
  rerender(<RadioGroup label="Show" options={'none' as unknown as []} />)
  expect(screen.queryByRole('radio')).toBe(null)
})
