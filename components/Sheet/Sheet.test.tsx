import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { isRecord } from '../read-field.ts'
import { Sheet } from './Sheet.tsx'

// What is loaded later is there at once, so that no test waits for a busy machine.
beforeAll(() => import('./SheetGrid.tsx'))

const rows: readonly Json[] = [
  { id: 'a', what: 'Paint', count: 4, done: true },
  { id: 'b', what: 'Tape', count: 10, done: false },
]
const columns = [
  { field: 'what' },
  { field: 'count', type: 'number' as const },
  { field: 'done', type: 'bool' as const },
  { field: 'twice', type: 'number' as const, formula: (row: number) => 2 * row },
]

async function open(props: Record<string, unknown> = {}) {
  const onValue = vi.fn<(value: unknown) => void>()
  const view = render(<Live of={Sheet} ariaLabel="Shopping" columns={columns} value={rows} onValue={onValue} {...props} />)
  await screen.findByRole('grid', { name: 'Shopping' })
  const written = () => (onValue.mock.lastCall?.[0] ?? []) as readonly Json[]
  const field = (row: number, name: string): unknown => {
    const record = written()[row]
    return isRecord(record) ? record[name] : undefined
  }
  return { ...view, onValue, field, written, user: userEvent.setup() }
}
const cell = (name: string) => screen.getByRole('gridcell', { name })

describe('Sheet', () => {
  it('edits by typing: Enter goes down, Tab along, and Tab elsewhere leaves', async () => {
    const { user, field, container } = await open()
    await user.click(cell('Paint'))
    await user.keyboard('Primer{Enter}')
    expect(field(0, 'what')).toBe('Primer')
    expect(document.activeElement).toBe(cell('Tape'))
    await user.keyboard('Rope{Tab}12{Tab}')
    expect([field(1, 'what'), field(1, 'count')]).toEqual(['Rope', 12])
    await user.keyboard(' ')
    expect(field(1, 'done')).toBe(true)
    await user.tab()
    expect(container.querySelector('table')?.contains(document.activeElement)).toBe(false)
    await expectNoViolations(container)
  })

  it('edits by F2 from its own text, and Escape takes it back', async () => {
    const { user, onValue, field } = await open()
    await user.click(cell('4'))
    await user.keyboard('{F2}')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Count, row 1' }).value).toBe('4')
    await user.keyboard('77{Escape}')
    expect(onValue).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(cell('4'))
    await user.keyboard('{Enter}{End}2{Enter}')
    expect(field(0, 'count')).toBe(42)
  })

  it('does not take what is no number, and says so', async () => {
    const { user, onValue } = await open()
    await user.click(cell('4'))
    await user.keyboard('many{Enter}')
    expect(onValue).not.toHaveBeenCalled()
    expect(screen.getByText('Write a number.')).toBeTruthy()
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
  })

  it('computes columns, which cannot be edited', async () => {
    const { user, onValue } = await open()
    await user.click(cell('2'))
    await user.keyboard('5')
    expect(screen.queryByRole('textbox')).toBe(null)
    expect(screen.getByText('Twice is computed.')).toBeTruthy()
    expect(cell('2').getAttribute('aria-readonly')).toBe('true')
    expect(onValue).not.toHaveBeenCalled()
  })

  it('selects, clears and copies a block', async () => {
    const { user, field } = await open()
    await user.click(cell('Paint'))
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4)
    const setData = vi.fn()
    fireEvent.copy(document.activeElement!, { clipboardData: { setData } })
    expect(setData).toHaveBeenCalledExactlyOnceWith('text/plain', 'Paint\t4\nTape\t10')
    await user.keyboard('{Delete}')
    expect([field(0, 'what'), field(1, 'count'), field(1, 'done')]).toEqual(['', null, false])
  })

  it('takes a block that is pasted, with rows below where there are too few', async () => {
    const { user, onValue } = await open()
    await user.click(cell('Tape'))
    await user.paste('Rope\t3\nNails\t200\tyes\n')
    expect(onValue.mock.lastCall?.[0]).toEqual([
      rows[0],
      { id: 'b', what: 'Rope', count: 3, done: false },
      { id: 'row-3', what: 'Nails', count: 200, done: true },
    ])
  })

  it('adds and removes rows', async () => {
    const { user, onValue, written } = await open()
    await user.click(screen.getByRole('button', { name: 'Add row' }))
    expect(onValue.mock.lastCall?.[0]).toHaveLength(3)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('2 0'))
    await user.click(cell('Paint'))
    await user.click(screen.getByRole('button', { name: 'Remove row' }))
    expect(written()[0]).toBe(rows[1])
  })

  it('is only shown where it is locked or its rows are fixed', async () => {
    const { user, onValue } = await open({ readOnly: true })
    expect(screen.queryByRole('button', { name: 'Add row' })).toBe(null)
    await user.click(cell('Paint'))
    await user.keyboard('x{Delete}')
    await user.paste('y')
    expect(onValue).not.toHaveBeenCalled()
  })

  it('draws from any beginning of its properties', async () => {
    const { rerender } = render(<Sheet phase="outline" />)
    for (const odd of [undefined, 'x', [null], [{ field: 3 }]]) rerender(<Sheet columns={odd as never} value={odd as never} />)
    rerender(<Sheet columns={[{ field: 'a', type: 'sound' as 'text' }]} value={[3, null, { a: { b: 1 } }, { a: '__proto__' }]} />)
    expect(await screen.findByRole('gridcell', { name: '__proto__' })).toBeTruthy()
    rerender(<Sheet columns={columns} value={[]} onChange={() => {}} />)
    expect(screen.getByText('No rows yet')).toBeTruthy()
  })
})
