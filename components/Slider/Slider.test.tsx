import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Slider } from './Slider.tsx'

it('moves by keys and shows its value with its unit', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={Slider} label="Tip" min={0} max={40} step={5} unit="%" value={15} about="What you leave" onValue={onValue} />)
  const thumb = screen.getByRole('slider', { name: 'Tip' })
  thumb.focus()
  await userEvent.keyboard('{ArrowRight}{Home}{End}')
  expect(onValue.mock.calls.map(([value]) => value)).toEqual([20, 0, 40])
  expect(screen.getByText('40 %')).toBeTruthy()
  await expectNoViolations(container)
})

it('marks its steps where there are few; draws with nothing and with odd limits', () => {
  const { container, rerender } = render(<Slider />)
  rerender(<Slider label="Goal" min={1} max={7} marks value={3} />)
  expect(container.querySelectorAll('.cy-slider-mark')).toHaveLength(7)
  rerender(<Slider label="Goal" max={1000} marks />)
  expect(container.querySelectorAll('.cy-slider-mark')).toHaveLength(0)
  rerender(<Slider label="Goal" min={10} max={5} step={0} value={Number.NaN} />)
  expect(screen.getByRole('slider')).toBeTruthy()
})
