import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { TextField } from './TextField.tsx'

const isInvalid = (input: Element) => input.getAttribute('aria-invalid') === 'true'

describe('TextField', () => {
  it('[B43] writes each key and runs Enter with the value', async () => {
    const onValue = vi.fn()
    const onEnter = vi.fn()
    const { container } = render(<Live of={TextField} label="New todo" about="One thing" value="" onValue={onValue} onEnter={onEnter} />)
    const input = screen.getByRole('textbox', { name: 'New todo' })
    expect(screen.getByRole('textbox', { description: 'One thing' })).toBe(input)
    await userEvent.type(input, 'Milk{Enter}')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['M', 'Mi', 'Mil', 'Milk'])
    expect(onEnter).toHaveBeenCalledExactlyOnceWith({ value: 'Milk' })
    await expectNoViolations(container)
  })

  it('says what is wrong after it is left, not while it is typed the first time, and takes it back at once', async () => {
    render(<Live of={TextField} label="E-mail" kind="email" value="" />)
    const input = screen.getByRole('textbox', { name: 'E-mail' })
    await userEvent.type(input, 'ada')
    expect(isInvalid(input)).toBe(false)
    await userEvent.tab()
    expect(isInvalid(input)).toBe(true)
    expect(screen.getByRole('textbox', { description: 'Write an address like name@example.com.' })).toBe(input)
    await userEvent.type(input, '@example.com')
    expect(isInvalid(input)).toBe(false)
  })

  it('does not complain about an empty field that was only passed through', async () => {
    render(<Live of={TextField} label="Name" required value="" />)
    const input = screen.getByRole('textbox', { name: 'Name' })
    await userEvent.tab()
    await userEvent.tab()
    expect(isInvalid(input)).toBe(false)
    await userEvent.type(input, 'a')
    await userEvent.clear(input)
    await userEvent.tab()
    expect(isInvalid(input)).toBe(true)
  })

  it('tells the first rule that fails, and holds Enter back while one does', async () => {
    const onEnter = vi.fn()
    render(
      <TextField
        label="Name"
        value="ab"
        onEnter={onEnter}
        rules={[
          { check: true, message: 'First.' },
          { check: false, message: 'Second.' },
        ]}
      />,
    )
    await userEvent.type(screen.getByRole('textbox'), '{Enter}')
    expect(onEnter).not.toHaveBeenCalled()
    expect(screen.getByText('Second.')).toBeTruthy()
  })

  it('focuses once when its part is closed, never while it streams', () => {
    const { rerender } = render(<TextField label="Name" autofocus phase="outline" />)
    expect(document.activeElement).toBe(document.body)
    rerender(<TextField label="Name" autofocus phase="developed" />)
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    screen.getByRole('textbox').blur()
    rerender(<TextField label="Name" autofocus phase="developed" value="a" />)
    expect(document.activeElement).toBe(document.body)
  })

  it('draws with nothing given, with an odd value, and read-only', async () => {
    const { container, rerender } = render(<TextField />)
    rerender(<TextField value={12 as unknown as string} label="Code" readOnly />)
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('12')
    expect(screen.getByRole<HTMLInputElement>('textbox').readOnly).toBe(true)
    expect(container.firstElementChild?.className).toBe('cy-field cy-text-field')
    rerender(<TextField label="Code" hideLabel phase="faulty" id="code" />)
    expect(screen.getByRole('textbox', { name: 'Code' })).toBeTruthy()
    expect(container.firstElementChild?.getAttribute('data-phase')).toBe('faulty')
    expect(container.firstElementChild?.getAttribute('data-node')).toBe('code')
  })

  it('a search can be cleared', async () => {
    const onValue = vi.fn()
    render(<Live of={TextField} label="Find" kind="search" value="tea" onValue={onValue} />)
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(onValue).toHaveBeenCalledWith('', expect.anything())
  })
})
