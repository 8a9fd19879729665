import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { type LaidOut, layOut } from '../../tests/lay-out.ts'
import { Board } from '../Board/Board.tsx'
import { List } from '../List/List.tsx'
import { Menu } from '../Menu/Menu.tsx'
import { Select } from '../Select/Select.tsx'
import { SortableList } from '../SortableList/SortableList.tsx'
import { Table } from '../Table/Table.tsx'
import { Tree } from '../Tree/Tree.tsx'

const records = Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, title: `Row ${index}`, status: index % 2 === 0 ? 'todo' : 'done' }))
const rows = records.map(record => ({ key: record.id, value: record.id, node: <button type="button">{record.title}</button> }))
const some = 80

let page: LaidOut
beforeEach(() => {
  page = layOut({ rowHeight: 40, viewHeight: 800 })
})
afterEach(() => page.undo())

/** Rows are measured after they are drawn. */
const measured = () => act(async () => {})
const scrollTo = async (y: number) => {
  await measured()
  await act(async () => page.scrollTo(y))
}
const drawn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-key]')]
const texts = (): readonly (string | null)[] => drawn().map(row => row.textContent)

describe('10,000 rows', () => {
  it('of a list: those that can be seen are drawn, and each says which of how many it is', async () => {
    const { container } = render(<List rows={rows} ariaLabel="Things" />)
    expect(drawn().length).toBeLessThan(some)
    expect(texts()).toContain('Row 0')
    await scrollTo(200_000)
    expect(drawn().length).toBeLessThan(some)
    for (const number of [5000, 5019]) expect(texts()).toContain(`Row ${number}`)
    const row = screen.getByText('Row 5003').closest('li')
    expect([row?.getAttribute('aria-posinset'), row?.getAttribute('aria-setsize')]).toEqual(['5004', '10000'])
    await expectNoViolations(container)
    await scrollTo(400_000)
    expect(texts().at(-1)).toBe('Row 9999')
  })

  it('of a list: the row with the focus stays while others scroll by', async () => {
    render(<List rows={rows} />)
    screen.getByRole('button', { name: 'Row 3' }).focus()
    await scrollTo(200_000)
    expect(document.activeElement?.textContent).toBe('Row 3')
    expect(drawn().length).toBeLessThan(some)
    ;(document.activeElement as HTMLElement).blur()
    await scrollTo(210_000)
    expect(screen.queryByText('Row 3')).toBeNull()
  })

  it('of a list that is printed, or read by an app’s own tests: all of them', () => {
    const { unmount } = render(<List rows={rows.slice(0, 300)} />)
    expect(drawn().length).toBeLessThan(some)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(drawn()).toHaveLength(300)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(drawn().length).toBeLessThan(some)
    unmount()
    document.documentElement.dataset.lists = 'whole'
    render(<List rows={rows.slice(0, 300)} />)
    expect(drawn()).toHaveLength(300)
  })

  it('of a list whose rows change: what is seen follows', async () => {
    const { rerender } = render(<List rows={rows} />)
    await scrollTo(399_200)
    rerender(<List rows={rows.slice(0, 5000)} />)
    await scrollTo(199_200)
    expect(texts().at(-1)).toBe('Row 4999')
    rerender(<List rows={rows.slice(0, 100)} />)
    expect(drawn()).toHaveLength(100)
    rerender(<List rows={rows.toReversed()} />)
    await scrollTo(0)
    expect(texts()[0]).toBe('Row 9999')
  })

  it('of a list that is selected in: the keys reach them all', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const { container } = render(<List rows={rows} selectable value={null} onChange={onChange} />)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10000')
    expect(drawn().length).toBeLessThan(some)
    await user.tab()
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toBe('Row 9999')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('10000')
    await user.keyboard(' ')
    expect(onChange).toHaveBeenLastCalledWith({ value: 'r9999' })
    await user.keyboard('{PageUp}')
    expect(document.activeElement?.textContent).toBe('Row 9979')
    await user.keyboard('{Home}{PageDown}')
    expect(document.activeElement?.textContent).toBe('Row 20')
    expect(drawn().length).toBeLessThan(some)
    await expectNoViolations(container)
  })

  it('of a table: those that can be seen, numbered among all, and sorted as all', async () => {
    const user = userEvent.setup()
    const { container } = render(<Table rows={records} columns={[{ field: 'title' }]} ariaLabel="Things" select="many" />)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('10001')
    await scrollTo(200_000)
    expect(drawn().length).toBeLessThan(some)
    expect(screen.getByRole('row', { name: /Row 5003$/ }).getAttribute('aria-rowindex')).toBe('5005')
    await expectNoViolations(container)
    await user.click(screen.getByRole('button', { name: 'Title' }))
    await user.click(screen.getByRole('button', { name: 'Title' }))
    await scrollTo(0)
    expect(screen.getAllByRole('rowheader')[0]?.textContent).toBe('Row 9999')
  })

  it('[B43] of a sortable list: one is moved by its buttons, and by the keyboard’s drag', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    render(<SortableList items={records} onMove={onMove} renderItem={index => records[index]?.title} />)
    expect(drawn().length).toBeLessThan(some)
    await scrollTo(200_000)
    await user.click(screen.getByRole('button', { name: 'Move Row 5003 down' }))
    expect(onMove).toHaveBeenLastCalledWith({ item: records[5003], from: 5003, to: 5004 })
    screen.getByRole('button', { name: 'Drag Row 5003' }).focus()
    await user.keyboard('{Enter}')
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(onMove).toHaveBeenCalledTimes(2)
    expect(onMove.mock.lastCall?.[0]).toMatchObject({ item: records[5003], from: 5003 })
  })

  it('of a board: few cards of each column', () => {
    render(<Board items={records} groupBy="status" columns={['todo', 'done', 'never']} onMove={() => {}} renderItem={index => records[index]?.title} />)
    expect(drawn().length).toBeLessThan(2 * some)
    expect(screen.getByRole('grid', { name: /^todo, 5000/ }).getAttribute('aria-rowcount')).toBe('5000')
    expect(screen.getByText('No cards')).toBeTruthy()
  })

  it('of a tree: a branch opens at once and is counted whole', async () => {
    const user = userEvent.setup()
    render(<Tree items={[{ id: 'all', name: 'All', children: records.slice(0, 5000).map(record => ({ id: record.id, name: record.title })) }]} label="name" />)
    expect(drawn().length).toBeLessThan(some)
    await user.tab()
    await user.keyboard('{End}')
    expect(document.activeElement?.textContent).toContain('Row 4999')
    expect(document.activeElement?.getAttribute('aria-setsize')).toBe('5000')
    await user.keyboard('{Home}{ArrowLeft}')
    expect(drawn()).toHaveLength(1)
  })

  it('to choose from: of a select and of a menu', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const options = records.map(record => ({ value: record.id, label: record.title }))
    const { unmount } = render(<Select label="Thing" options={options} value="r7000" onChange={onChange} />)
    await user.click(screen.getByRole('button'))
    expect(screen.getAllByRole('option').length).toBeLessThan(some)
    const chosen = screen.getByRole('option', { name: 'Row 7000' })
    expect(document.activeElement).toBe(chosen)
    expect([chosen.getAttribute('aria-posinset'), chosen.getAttribute('aria-setsize')]).toEqual(['7001', '10000'])
    await user.keyboard('{ArrowDown}{Enter}')
    expect(onChange).toHaveBeenCalledWith({ value: 'r7001' })
    unmount()
    const onChoose = vi.fn()
    render(<Menu label="Things" options={options} onChoose={onChoose} />)
    await user.click(screen.getByRole('button'))
    expect(screen.getAllByRole('menuitem').length).toBeLessThan(some)
    await user.keyboard('{End}{Enter}')
    expect(onChoose).toHaveBeenCalledWith({ value: 'r9999' })
  })
})
