import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Table } from './Table.tsx'

const rows = [
  { id: 'a', name: 'Rent', amount: 900, date: '2026-01-03', paid: true, tags: ['home'] },
  { id: 'b', name: 'Bus', amount: 2.5, date: null, paid: false, tags: [] },
  { id: 'c', name: 'Café', amount: null, date: '2026-01-05', paid: false, tags: ['fun', 'food'] },
]
const columns = [
  { field: 'name', label: 'Name' },
  { field: 'amount', format: 'money' as const },
  { field: 'date', format: 'date' as const },
  { field: 'paid', format: 'bool' as const },
  { field: 'tags', format: 'badge' as const, sortable: false },
]
const names = () => screen.getAllByRole('rowheader').map(cell => cell.textContent)

describe('Table', () => {
  it('shows records in the formats of its columns', async () => {
    const { container } = render(<Table rows={rows} columns={columns} footer={{ amount: 902.5 }} ariaLabel="Expenses" />)
    const [, rent] = screen.getAllByRole('row')
    expect(
      within(rent!)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['$900.00', 'Jan 3, 2026', 'Yes', 'home'])
    expect(screen.getByText('$902.50')).toBeTruthy()
    expect(screen.getByRole('columnheader', { name: 'Amount' }).getAttribute('data-align')).toBe('end')
    await expectNoViolations(container)
  })

  it('sorts up, down, and not, with missing values last', async () => {
    const user = userEvent.setup()
    render(<Table rows={rows} columns={columns} />)
    const title = screen.getByRole('button', { name: 'Amount' })
    await user.click(title)
    expect(names()).toEqual(['Bus', 'Rent', 'Café'])
    expect(screen.getByRole('columnheader', { name: 'Amount' }).getAttribute('aria-sort')).toBe('ascending')
    await user.click(title)
    expect(names()).toEqual(['Rent', 'Bus', 'Café'])
    await user.click(title)
    expect(names()).toEqual(['Rent', 'Bus', 'Café'])
    expect(screen.queryByRole('button', { name: 'Tags' })).toBeNull()
  })

  it('searches what is shown, and says when nothing is', async () => {
    const user = userEvent.setup()
    render(<Table rows={rows} columns={columns} search pageSize={2} />)
    expect(screen.getByText('1–2 of 3')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    expect(names()).toEqual(['Café'])
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'rent')
    expect(names()).toEqual(['Rent'])
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), ' zzz')
    expect(screen.getByRole('status').textContent).toContain('rent zzz')
  })

  it('runs the actions of a row, by its place in the records also when sorted', async () => {
    const user = userEvent.setup()
    const edit = vi.fn()
    const remove = vi.fn()
    const rowActions = [
      { label: (index: number) => (index === 0 ? 'Edit' : 'Change'), icon: 'pencil', do: edit },
      { label: () => 'Delete', icon: 'trash-2', tone: 'bad' as const, do: remove },
    ]
    const { container } = render(<Table rows={rows} columns={columns} rowActions={rowActions} />)
    await user.click(screen.getByRole('button', { name: 'Name' }))
    await user.click(screen.getByRole('button', { name: 'Edit', description: 'Rent' }))
    expect(edit).toHaveBeenCalledWith(0)
    await user.click(screen.getByRole('button', { name: 'Delete', description: 'Café' }))
    expect(remove).toHaveBeenCalledWith(2)
    await expectNoViolations(container)
  })

  it('gathers three actions in a menu named after the row', async () => {
    const user = userEvent.setup()
    const run = vi.fn()
    const rowActions = ['Edit', 'Copy', 'Delete'].map(label => ({ label: () => label, do: (index: number) => run(label, index) }))
    render(<Table rows={rows} columns={columns} rowActions={rowActions} />)
    await user.click(screen.getByRole('button', { name: 'Actions for Bus' }))
    await user.click(screen.getByRole('menuitem', { name: 'Copy' }))
    expect(run).toHaveBeenCalledWith('Copy', 1)
  })

  it('opens a row by its name, and by a press anywhere on it', async () => {
    const user = userEvent.setup()
    const open = vi.fn()
    render(<Table rows={rows} columns={columns} onRowPress={open} />)
    await user.click(screen.getByRole('button', { name: 'Bus' }))
    await user.click(screen.getByText('Jan 3, 2026'))
    expect(open.mock.calls).toEqual([[1], [0]])
  })

  it('opens a row whose first cell is drawn by a button of its own', async () => {
    const user = userEvent.setup()
    const open = vi.fn()
    const { container } = render(<Table rows={rows} columns={[{ field: 'name', cell: index => <em>{index}</em> }]} onRowPress={open} />)
    await user.click(screen.getByRole('button', { name: 'Open Bus' }))
    expect(open.mock.calls).toEqual([[1]])
    await expectNoViolations(container)
  })

  it('selects one row or many, by key', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { rerender, container } = render(<Table rows={rows} columns={columns} select="many" value={['a']} onChange={onChange} />)
    await user.click(screen.getByRole('checkbox', { name: 'Select Café' }))
    expect(onChange).toHaveBeenLastCalledWith({ value: ['a', 'c'] })
    await user.click(screen.getByRole('checkbox', { name: 'Select Rent' }))
    expect(onChange).toHaveBeenLastCalledWith({ value: [] })
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
    expect(onChange).toHaveBeenLastCalledWith({ value: ['a', 'b', 'c'] })
    rerender(<Table rows={rows} columns={columns} select="one" value="a" onChange={onChange} keyField="name" />)
    await user.click(screen.getByRole('radio', { name: 'Select Bus' }))
    expect(onChange).toHaveBeenLastCalledWith({ value: 'Bus' })
    await expectNoViolations(container)
  })

  it('is one page without a page size, and says which of how many each row is', () => {
    render(<Table rows={Array.from({ length: 250 }, (_, id) => ({ id }))} columns={[{ field: 'id' }]} />)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('251')
    expect(screen.getByRole('row', { name: '249' }).getAttribute('aria-rowindex')).toBe('251')
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('draws what stands for no rows, links only where they are safe, and survives odd values', () => {
    const { rerender, container } = render(<Table rows={[]} columns={columns} empty={<p>No expenses</p>} />)
    expect(screen.getByText('No expenses')).toBeTruthy()
    rerender(<Table rows={[{ u: 'https://a.example/b' }, { u: 'javascript:alert(1)' }, 7, null]} columns={[{ field: 'u', format: 'link' }]} />)
    expect([...container.querySelectorAll('a')].map(link => link.href)).toEqual(['https://a.example/b'])
    rerender(<Table phase="outline" rows={undefined} columns={[null, { label: 'x' }] as never} />)
    expect(container.querySelector('table')).toBeTruthy()
  })
})
