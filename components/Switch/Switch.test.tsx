import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Switch } from './Switch.tsx'

it('turns on and off, with its help tied to it', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Switch} label="Sound" about="A bell at the end" onValue={onValue} />)
  const button = screen.getByRole<HTMLInputElement>('switch', { name: 'Sound', description: 'A bell at the end' })
  await userEvent.click(button)
  expect(button.checked).toBe(true)
  await userEvent.keyboard(' ')
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([true, false])
  await expectNoViolations(container)
})

it('draws with nothing given; disabled it stays', async () => {
  const onChange = vi.fn()
  const { rerender } = render(<Switch />)
  rerender(<Switch label="Sound" disabled onChange={onChange} />)
  await userEvent.click(screen.getByText('Sound'))
  expect(onChange).not.toHaveBeenCalled()
})
