import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { List } from './List.tsx'

const rows = ['Milk', 'Bread', 'Tea'].map((value, index) => ({ key: `k${index}`, node: <span>{value}</span>, value }))

describe('List', () => {
  it('is a list of its rows', async () => {
    const { container } = render(<List rows={rows} divided density="compact" ariaLabel="Shopping" />)
    expect(screen.getByRole('list', { name: 'Shopping' })).toBeTruthy()
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['Milk', 'Bread', 'Tea'])
    await expectNoViolations(container)
  })

  it('selects a row by press and by keyboard, and shows what is bound', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { container } = render(<List rows={rows} selectable value="Bread" onChange={onChange} />)
    expect(screen.getByRole('row', { name: 'Bread' }).getAttribute('aria-selected')).toBe('true')
    await user.click(screen.getByText('Milk'))
    expect(onChange).toHaveBeenLastCalledWith({ value: 'Milk' })
    await user.keyboard('{ArrowDown}{ArrowDown} ')
    expect(onChange).toHaveBeenLastCalledWith({ value: 'Tea' })
    await expectNoViolations(container)
  })

  it('keeps the selection itself where nothing is bound', async () => {
    const user = userEvent.setup()
    render(<List rows={rows} selectable />)
    await user.click(screen.getByText('Tea'))
    expect(screen.getByRole('row', { name: 'Tea' }).getAttribute('aria-selected')).toBe('true')
  })

  it('draws nothing while nothing has arrived', () => {
    render(<List phase="outline" />)
    expect(screen.getByRole('list').getAttribute('data-phase')).toBe('outline')
  })
})
