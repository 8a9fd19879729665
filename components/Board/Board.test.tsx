import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Board } from './Board.tsx'
import { boardColumns, placeInColumn } from './board-columns.ts'

const items = [
  { id: 1, title: 'Paint', status: 'todo' },
  { id: 2, title: 'Tiles', status: 'todo' },
  { id: 3, title: 'Lamp', status: 'done' },
]
const columns = [
  { value: 'todo', label: 'To do' },
  { value: 'done', label: 'Done' },
  { value: 'never', label: 'Never' },
]
const shared = { items, columns, groupBy: 'status', renderItem: (index: number) => <p>{items[index]?.title}</p> }
const cardsIn = (name: RegExp) =>
  within(screen.getByRole('grid', { name }))
    .queryAllByRole('row')
    .map(row => row.querySelector('p')?.textContent)

describe('Board', () => {
  it('puts each card in its column, and shows a column’s head', async () => {
    const { container } = render(<Board {...shared} header={({ column }) => <em>{`head of ${String(column)}`}</em>} onMove={() => {}} />)
    expect(cardsIn(/^To do, 2 cards/)).toEqual(['Paint', 'Tiles'])
    expect(cardsIn(/^Done, 1 card$/)).toEqual(['Lamp'])
    expect(screen.getByText('head of never')).toBeTruthy()
    await expectNoViolations(container)
  })

  it('[B43] tells of a move by the card’s menu', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    render(<Board {...shared} onMove={onMove} />)
    await user.click(screen.getByRole('button', { name: 'Move Paint' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move to Done' }))
    expect(onMove).toHaveBeenLastCalledWith({ item: items[0], from: 'todo', to: 'done', index: 1, row: 0 })
    await user.click(screen.getByRole('button', { name: 'Move Paint' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move down' }))
    expect(onMove).toHaveBeenLastCalledWith({ item: items[0], from: 'todo', to: 'todo', index: 1, row: 0 })
    expect(onMove).toHaveBeenCalledTimes(2)
  })

  it('moves nothing where the app does not accept it', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    render(<Board {...shared} onMove={onMove} accepts={(index, { column }) => !(index === 0 && column === 'done')} />)
    await user.click(screen.getByRole('button', { name: 'Move Paint' }))
    expect(screen.getByRole('menuitem', { name: 'Move to Done' }).getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('menuitem', { name: 'Move to Never' }).getAttribute('aria-disabled')).toBeNull()
  })

  it('moves a card by the keyboard alone', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    render(<Board {...shared} onMove={onMove} />)
    screen.getByRole('button', { name: 'Drag Tiles' }).focus()
    await user.keyboard('{Enter}')
    await user.tab()
    await user.keyboard('{Enter}')
    expect(onMove).toHaveBeenCalledTimes(1)
    expect(onMove.mock.calls[0]?.[0]).toMatchObject({ item: items[1], from: 'todo', to: 'done', row: 1 })
  })

  it('moves a card by the pointer', async () => {
    const onMove = vi.fn()
    render(<Board {...shared} onMove={onMove} />)
    const transfer = createTransfer()
    const card = screen.getByText('Paint').closest('[role=row]')!
    const target = screen.getByRole('grid', { name: /^Never/ })
    fireEvent.dragStart(card, { dataTransfer: transfer, clientX: 5, clientY: 5 })
    await new Promise(resolve => setTimeout(resolve, 10))
    fireEvent.dragEnter(target, { dataTransfer: transfer, clientX: 1, clientY: 1 })
    fireEvent.dragOver(target, { dataTransfer: transfer, clientX: 2, clientY: 2 })
    fireEvent.drop(target, { dataTransfer: transfer, clientX: 2, clientY: 2 })
    await new Promise(resolve => setTimeout(resolve, 10))
    expect(onMove).toHaveBeenCalledWith({ item: items[0], from: 'todo', to: 'never', index: 0, row: 0 })
  })

  it('shows cards of no column in one more, and stands what is missing', async () => {
    const { rerender, container } = render(<Board {...shared} columns={['done']} onMove={() => {}} />)
    expect(cardsIn(/^Other, 2/)).toEqual(['Paint', 'Tiles'])
    rerender(<Board phase="outline" />)
    expect(container.querySelector('.cy-board')).toBeTruthy()
    rerender(<Board {...shared} items={[1, null, { id: 1, status: 'todo' }, { id: 1, status: 'todo' }] as never} />)
    expect(screen.queryByRole('button', { name: /^Drag/ })).toBeNull()
  })
})

describe('places', () => {
  it('holds every item once', () => {
    const choice = (value: string) => ({ id: value, value, label: value, disabled: false })
    fc.assert(
      fc.property(fc.array(fc.record({ s: fc.constantFrom('a', 'b', 'c', null) })), list => {
        const rows = boardColumns(list, 's', [choice('a'), choice('b')]).flatMap(column => column.rows)
        expect(rows.toSorted((x, y) => x - y)).toEqual(list.map((_, index) => index))
      }),
    )
  })
  it('counts a place among the others', () => {
    expect(placeInColumn([4, 5, 6], 4, { row: 6, after: true })).toBe(2)
    expect(placeInColumn([4, 5, 6], 6, { row: 4, after: false })).toBe(0)
    expect(placeInColumn([4, 5, 6], 5, { row: 5, after: true })).toBe(1)
    expect(placeInColumn([4, 5], 9, { row: 4, after: true })).toBe(1)
    expect(placeInColumn([4, 5], 4, null)).toBe(1)
  })
})

/** jsdom has no DataTransfer. */
function createTransfer() {
  const data = new Map<string, string>()
  const items = {
    add: (value: string, type: string) => data.set(type, value),
    [Symbol.iterator]: () =>
      [...data].map(([type, value]) => ({ kind: 'string', type, getAsString: (run: (text: string) => void) => run(value) }))[Symbol.iterator](),
  }
  return {
    dropEffect: 'none',
    effectAllowed: 'all',
    files: [],
    items,
    get types() {
      return [...data.keys()]
    },
    setData: (type: string, value: string) => data.set(type, value),
    getData: (type: string) => data.get(type) ?? '',
    setDragImage: () => {},
  }
}
