import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Tabs } from './Tabs.tsx'

const items = [
  { key: '0', title: 'List', value: 'list', content: <p>the list</p> },
  { key: '1', title: 'Chart', value: 'chart', badge: 3, content: <p>the chart</p> },
]

describe('Tabs', () => {
  it('shows the tab that its value names, and tells of another that is chosen', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { container } = render(<Tabs value="chart" onChange={onChange} items={items} />)
    expect(screen.getByRole('tabpanel').textContent).toBe('the chart')
    await user.click(screen.getByRole('tab', { name: 'List' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ value: 'list' })
    expect(screen.getByRole('tabpanel').textContent).toBe('the chart')
    await expectNoViolations(container)
  })

  it('moves by arrow keys, and keeps its own place without a bind', async () => {
    const user = userEvent.setup()
    render(<Tabs items={items} />)
    await user.tab()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tabpanel').textContent).toBe('the chart')
  })

  it('shows the first tab for a value that no tab has, and writes nothing', () => {
    const onChange = vi.fn()
    const { rerender } = render(<Tabs value="gone" onChange={onChange} items={[]} />)
    rerender(<Tabs value="gone" onChange={onChange} items={items} />)
    expect(screen.getByRole('tabpanel').textContent).toBe('the list')
    expect(onChange).not.toHaveBeenCalled()
  })

  it('stands for its title where a tab has no value', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    render(
      <Tabs
        value="One"
        onChange={onChange}
        items={[
          { key: '0', title: 'One' },
          { key: '1', title: 'Two' },
        ]}
      />,
    )
    await user.click(screen.getByRole('tab', { name: 'Two' }))
    expect(onChange).toHaveBeenCalledWith({ value: 'Two' })
  })
})
