import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { placeAfterMove, SortableList } from './SortableList.tsx'

const items = [
  { id: 'a', title: 'Sow' },
  { id: 'b', title: 'Water' },
  { id: 'c', title: 'Reap' },
]
const shared = { items, renderItem: (index: number) => <p>{items[index]?.title}</p>, ariaLabel: 'Steps' }

describe('SortableList', () => {
  it('[B43] moves a row by its buttons', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    const { container } = render(<SortableList {...shared} onMove={onMove} />)
    await user.click(screen.getByRole('button', { name: 'Move Water up' }))
    expect(onMove).toHaveBeenLastCalledWith({ item: items[1], from: 1, to: 0 })
    expect((screen.getByRole('button', { name: 'Move Reap down' }) as HTMLButtonElement).disabled).toBe(true)
    await expectNoViolations(container)
  })
  it('moves a row by a keyboard’s drag', async () => {
    const user = userEvent.setup()
    const onMove = vi.fn()
    render(<SortableList {...shared} onMove={onMove} />)
    screen.getByRole('button', { name: 'Drag Sow' }).focus()
    await user.keyboard('{Enter}')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(onMove).toHaveBeenCalledTimes(1)
    expect(onMove.mock.calls[0]?.[0]).toMatchObject({ item: items[0], from: 0 })
  })
  it('cannot be moved where nothing listens, and stands odd elements', () => {
    render(<SortableList items={[null, 1, 1, { id: {} }] as never} renderItem={index => index} />)
    expect(screen.getAllByRole('row')).toHaveLength(4)
    expect(screen.queryByRole('button')).toBeNull()
  })
  it('counts places as they are after the move', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), fc.boolean(), (length, a, b, after) => {
        const from = a % length
        const target = b % length
        fc.pre(from !== target)
        const list = Array.from({ length }, (_, index) => index)
        const others = list.filter(index => index !== from)
        const expected = others.toSpliced(others.indexOf(target) + (after ? 1 : 0), 0, from)
        const place = placeAfterMove(from, target, after)
        expect(others.toSpliced(place, 0, from)).toEqual(expected)
      }),
    )
  })
})
