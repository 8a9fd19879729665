import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { CheckboxGroup } from './CheckboxGroup.tsx'

it('gives what is ticked in the order of the options, and keeps what no option names', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={CheckboxGroup} label="Toppings" options={['Ham', 'Olives', 5]} value={['gone', 5]} onValue={onValue} />)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Ham' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '5' }))
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([
    ['gone', 'Ham', 5],
    ['gone', 'Ham'],
  ])
  await expectNoViolations(container)
})

it('draws with nothing given', () => {
  render(<CheckboxGroup value={'x' as unknown as []} />)
  expect(screen.getByRole('group')).toBeTruthy()
})
