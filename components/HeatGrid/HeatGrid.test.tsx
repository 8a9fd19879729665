import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { HeatGrid } from './HeatGrid.tsx'
import { heatRows } from './heat-cells.ts'

const cells = [
  { x: 0, y: 0, value: 0, label: 'Mon: none', day: '2026-01-05' },
  { x: 1, y: 0, value: 4, label: 'Mon: 4', day: '2026-01-12' },
  { x: 3, y: 0, value: 1, label: 'Mon: 1' },
  { x: 1, y: 1, value: 2, label: 'Tue: 2' },
]

describe('HeatGrid', () => {
  it('shows each cell with its label and level', async () => {
    const { container } = render(<HeatGrid cells={cells} yLabels={['Mon', 'Tue']} xLabels={['Jan', '', '', 'Feb']} tone="good" ariaLabel="Habit" />)
    expect(screen.getByRole('gridcell', { name: 'Mon: 4' }).getAttribute('data-level')).toBe('4')
    expect(screen.getByRole('gridcell', { name: 'Mon: none' }).getAttribute('data-level')).toBe('0')
    expect(screen.getByRole('rowheader', { name: 'Tue' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('hands over the whole cell that was pressed', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(<HeatGrid cells={cells} onPress={onPress} />)
    await user.click(screen.getByRole('gridcell', { name: 'Mon: 4' }))
    expect(onPress).toHaveBeenCalledWith({ cell: cells[1] })
  })

  it('is one stop for Tab; arrows go over gaps, and the label is shown', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<HeatGrid cells={cells} onPress={onPress} />)
    await user.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Mon: none')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Mon: 1')
    expect(container.querySelector('.cy-heat-label')?.textContent).toBe('Mon: 1')
    await user.keyboard('{ArrowRight}{Home}{ArrowRight}{ArrowDown}{Enter}')
    expect(onPress).toHaveBeenCalledWith({ cell: cells[3] })
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  it('leaves out what has no place', () => {
    expect(heatRows([{ x: -1, y: 0 }, { x: 1.5, y: 0 }, { x: 1e9, y: 0 }, 'x', null], null)).toEqual({ columns: 0, rows: [] })
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (given, max) => Array.isArray(heatRows(given, max).rows)))
    render(<HeatGrid phase="outline" />)
    expect(screen.getByRole('grid')).toBeTruthy()
  })
})
