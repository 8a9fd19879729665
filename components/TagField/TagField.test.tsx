import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { TagField } from './TagField.tsx'
import { addTags, splitTags } from './tags.ts'

const box = () => screen.getByRole<HTMLInputElement>('combobox')

describe('TagField', () => {
  it('ends a tag by Enter, a comma or leaving; each tag once', async () => {
    const onValue = vi.fn()
    const { container } = render(<Live of={TagField} label="Tags" about="Up to five" value={['home']} onValue={onValue} />)
    await userEvent.type(box(), 'garden{Enter}Home{Enter}red,blue')
    await userEvent.tab()
    expect(onValue.mock.lastCall?.[0]).toEqual(['home', 'garden', 'red', 'blue'])
    expect(box().value).toBe('')
    expect(screen.getByRole('combobox', { name: 'Tags', description: 'Up to five' })).toBe(box())
    await expectNoViolations(container)
  })

  it('takes tags away by their buttons and by Backspace', async () => {
    const onValue = vi.fn()
    render(<Live of={TagField} label="Tags" value={['a', 'b', 'c']} onValue={onValue} />)
    await userEvent.click(screen.getByRole('button', { name: 'Remove b' }))
    await userEvent.type(box(), 'x{Backspace}{Backspace}')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual([['a', 'c'], ['a']])
  })

  it('offers what is not there yet', async () => {
    const onValue = vi.fn()
    render(<Live of={TagField} label="Tags" value={['home']} suggestions={['home', 'holiday', 'work']} onValue={onValue} />)
    await userEvent.type(box(), 'ho')
    expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['holiday'])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual([['home', 'holiday']])
    expect(box().value).toBe('')
  })

  it('splits a pasted list', () => {
    const onValue = vi.fn()
    render(<Live of={TagField} label="Tags" value={[]} onValue={onValue} />)
    fireEvent.paste(box(), { clipboardData: { getData: () => 'a, b;c\nd' } })
    expect(onValue.mock.calls.map(([value]) => value)).toEqual([['a', 'b', 'c', 'd']])
  })

  it('read-only it has no buttons; draws with nothing and with odd values', () => {
    const { rerender } = render(<TagField />)
    rerender(<TagField label="Tags" readOnly value={['a', 3, null] as unknown as string[]} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    expect(screen.queryByRole('button')).toBe(null)
  })
})

it('tags are split, trimmed and told apart whatever their case', () => {
  expect(splitTags(' a ,, b\t')).toEqual(['a', 'b'])
  expect(addTags(['Ä'], ['ä', 'x', 'X'])).toEqual(['Ä', 'x'])
})
