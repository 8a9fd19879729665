import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Gantt } from './Gantt.tsx'

// What is loaded later is there at once, so that no test waits for a busy machine.
beforeAll(() => import('./GanttChart.tsx'))

const items = [
  { id: 'a', label: 'Walls', start: '2026-01-05', end: '2026-01-16', progress: 60, tone: 'good' as const },
  { id: 'b', label: 'Party', start: '2026-01-20' },
  { id: 'c', label: 'Some day', start: '' },
]

describe('Gantt', () => {
  it('is a list of bars with their days in words', async () => {
    const { container } = render(<Gantt items={items} ariaLabel="Renovation" />)
    expect(await screen.findByRole('region', { name: 'Renovation' })).toBeTruthy()
    expect(screen.getAllByRole('listitem').map(item => item.textContent?.replaceAll(/\s/g, ' '))).toEqual([
      'WallsJan 5 – 16, 2026, 60% done',
      'PartyJan 20, 2026',
      'Some dayno date',
    ])
    await expectNoViolations(container)
  })

  it('hands over the item that was pressed', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<Gantt items={items} onPress={onPress} />)
    await user.click(await screen.findByRole('button', { name: 'Party, Jan 20, 2026' }))
    expect(onPress).toHaveBeenCalledExactlyOnceWith({ item: items[1] })
    expect(screen.getAllByRole('button')).toHaveLength(2)
    await expectNoViolations(container)
  })

  it('draws from any beginning of its properties', async () => {
    const { container, rerender } = render(<Gantt phase="outline" />)
    expect(screen.getByText('Nothing planned yet')).toBeTruthy()
    for (const odd of [[{}], [null], 'x', [{ label: 3, start: true }]]) rerender(<Gantt items={odd as never} />)
    expect(container.textContent).toContain('no date')
  })
})
