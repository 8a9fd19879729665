import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Calendar } from './Calendar.tsx'
import { eventsByDate } from './calendar-events.ts'

const events = [
  { date: '2026-01-05', title: 'Dentist', start: '09:30', end: '10:00', tone: 'warn' as const },
  { date: '2026-01-05', title: 'Holiday' },
  { date: '2026-01-20', title: 'Rent' },
]

describe('Calendar', () => {
  it('opens where something happens, and says what the selected day holds', async () => {
    const user = userEvent.setup()
    const onSelect = vi.fn()
    const { container } = render(<Calendar events={events} onSelect={onSelect} />)
    expect(screen.getAllByText('January 2026').length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: /January 5, 2026/ }))
    expect(onSelect).toHaveBeenCalledWith({ date: '2026-01-05' })
    const agenda = screen.getByRole('region', { name: 'Jan 5, 2026' })
    expect(
      within(agenda)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Holiday', 'Dentist09:30–10:00'])
    expect(screen.getByRole('button', { name: /^5 Holiday Dentist, Monday, January 5, 2026/ })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('follows what is bound, and writes what is selected', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(<Calendar events={events} value="2026-01-20" onChange={onChange} />)
    expect(screen.getByRole('region', { name: 'Jan 20, 2026' })).toBeTruthy()
    screen.getByRole('button', { name: /January 20, 2026/ }).focus()
    await user.keyboard('{ArrowRight}{Enter}')
    expect(onChange).toHaveBeenCalledWith({ value: '2026-01-21' })
  })

  it('shows one week, and stands what is no day', () => {
    const { container } = render(<Calendar view="week" events={events} value={'soon' as never} onChange={() => {}} />)
    expect(container.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(screen.queryByRole('region')).toBeNull()
    fc.assert(fc.property(fc.jsonValue(), given => eventsByDate(given) instanceof Map))
  })
})
