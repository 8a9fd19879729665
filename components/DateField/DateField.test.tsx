import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { DateField } from './DateField.tsx'
import { clockToText, textToClock, textToDay } from './day.ts'

const segment = (name: RegExp) => screen.getByRole('spinbutton', { name })

describe('DateField', () => {
  it('is typed part by part; no year on the way to 2026 reaches the state', async () => {
    const onValue = vi.fn()
    const { container } = render(<Live of={DateField} label="Due" value={null} onValue={onValue} />)
    await userEvent.click(segment(/month/i))
    await userEvent.keyboard('352026')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['2026-03-05'])
    await expectNoViolations(container)
  })

  it('is picked from a calendar', async () => {
    const onValue = vi.fn()
    render(<Live of={DateField} label="Due" value="2026-03-05" max="2026-03-20" onValue={onValue} />)
    await userEvent.click(screen.getByRole('button', { name: /calendar/i }))
    expect(screen.getByRole('button', { name: /March 21, 2026/ }).getAttribute('aria-disabled')).toBe('true')
    await expectNoViolations(document.body)
    await userEvent.click(screen.getByRole('button', { name: /March 12, 2026/ }))
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['2026-03-12'])
    expect(screen.queryByRole('dialog')).toBe(null)
  })

  it('is emptied by its button, not where it is required', async () => {
    const onValue = vi.fn()
    const { rerender } = render(<Live of={DateField} label="Due" value="2026-03-05" onValue={onValue} />)
    await userEvent.click(screen.getByRole('button', { name: /Clear/ }))
    expect(onValue).toHaveBeenCalledWith(null, expect.anything())
    rerender(<DateField label="Due" value="2026-03-05" required />)
    expect(screen.queryByRole('button', { name: /Clear/ })).toBe(null)
  })

  it('follows the state; what is no day is empty; a day beyond the limits is told', async () => {
    const { rerender } = render(<DateField label="Due" value="2026-03-05T10:00:00Z" />)
    expect(segment(/day/i).textContent).toBe('5')
    for (const value of ['2026-02-31', 'soon', 5, undefined]) {
      rerender(<DateField label="Due" value={value as string} />)
      expect(segment(/day/i).getAttribute('aria-valuetext')).toBe('Empty')
    }
    rerender(<Live of={DateField} label="Due" value="2026-03-05" min="2026-03-10" />)
    expect(screen.queryByText('Not before Mar 10, 2026.')).toBe(null)
    await userEvent.click(segment(/day/i))
    await userEvent.keyboard('{ArrowUp}')
    await userEvent.click(document.body)
    expect(screen.getByText('Not before Mar 10, 2026.')).toBeTruthy()
  })
})

it('days and times are read strictly', () => {
  expect(textToDay('2026-03-05')?.toString()).toBe('2026-03-05')
  expect(textToDay('2026-13-01')).toBe(null)
  expect(textToClock('9:05')).toMatchObject({ hour: 9, minute: 5 })
  expect(textToClock('25:00')).toBe(null)
  expect(clockToText({ hour: 7, minute: 5 })).toBe('07:05')
})
