import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Chart } from './Chart.tsx'

globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// jsdom lays nothing out.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 480, 240))
})

const data = [
  { day: 'Mon', minutes: 25, goal: 30 },
  { day: 'Tue', minutes: 50, goal: 30 },
]
const kinds = ['line', 'bar', 'area', 'pie', 'donut', 'scatter', 'radar'] as const

describe('Chart', () => {
  it.each(kinds)('draws %s, with no style element and nothing focusable in the picture', async kind => {
    const { container } = render(
      <Chart
        kind={kind}
        title="Minutes"
        data={kind === 'scatter' ? data.map((row, x) => ({ ...row, day: x })) : data}
        x="day"
        y={['minutes', 'goal']}
        target={20}
        legend
      />,
    )
    await waitFor(() => expect(container.querySelector('.cy-chart-plot svg path, .cy-chart-plot svg circle')).toBeTruthy(), {
      timeout: 4_000,
    })
    expect(document.querySelectorAll('style')).toHaveLength(0)
    expect(container.querySelectorAll('.cy-chart-plot [tabindex="0"]')).toHaveLength(0)
    expect(screen.getByRole('figure', { name: 'Minutes' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('has the numbers as a table, in its format', () => {
    render(<Chart kind="bar" title="Cost" data={data} x="day" y="minutes" format="money" />)
    expect(screen.getByRole('table', { name: 'Cost' })).toBeTruthy()
    expect(screen.getByRole('row', { name: 'Tue $50.00' })).toBeTruthy()
  })

  it('names series, and slices with their share', () => {
    const { container, rerender } = render(<Chart kind="bar" data={data} x="day" y={['minutes', 'goal']} />)
    expect([...container.querySelectorAll('.cy-chart-name')].map(name => name.textContent)).toEqual(['Minutes', 'Goal'])
    rerender(<Chart kind="donut" data={data} x="day" y="minutes" />)
    expect(container.querySelector('.cy-chart-legend')?.textContent).toBe('Mon25 33.3%Tue50 66.7%')
  })

  it('hands over the record that was pressed, also from the keyboard', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(<Chart kind="bar" data={data} x="day" y="minutes" onPress={onPress} />)
    await user.tab()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(onPress).toHaveBeenCalledWith({ datum: data[1] })
  })

  it('says that there is nothing yet', async () => {
    const { rerender, container } = render(<Chart kind="line" data={[]} x="day" y="minutes" />)
    expect(screen.getByText('No data yet')).toBeTruthy()
    rerender(<Chart kind="pie" data={[{ day: 'Mon', minutes: 0 }]} x="day" y="minutes" empty="Log something first" />)
    expect(screen.getByText('Log something first')).toBeTruthy()
    rerender(<Chart phase="outline" />)
    expect(container.querySelector('.cy-chart-empty')).toBeTruthy()
    await expectNoViolations(container)
  })
})
