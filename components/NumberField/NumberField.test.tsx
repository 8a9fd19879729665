import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { LocaleContext } from '../locale.ts'
import { NumberField } from './NumberField.tsx'

const field = () => screen.getByRole<HTMLInputElement>('textbox')

function live(props: Record<string, unknown>, language = 'en-US') {
  const onValue = vi.fn()
  const { container } = render(
    <LocaleContext value={{ language, currency: 'EUR', timeZone: 'UTC' }}>
      <Live of={NumberField} label="Amount" onValue={onValue} {...props} />
    </LocaleContext>,
  )
  return { container, values: () => onValue.mock.calls.map(([value]) => value) }
}

describe('NumberField', () => {
  it('gives a number with each key that leaves one, and writes it out when it is left', async () => {
    const { values, container } = live({ value: null })
    await userEvent.type(field(), '1234.50')
    expect(values()).toEqual([1, 12, 123, 1234, 1234.5])
    expect(field().value).toBe('1234.50')
    await userEvent.tab()
    expect(field().value).toBe('1,234.5')
    await expectNoViolations(container)
  })

  it('keeps what is unfinished, takes no letters, and is null when emptied', async () => {
    const { values } = live({ value: null })
    await userEvent.type(field(), '-')
    expect([field().value, values()]).toEqual(['-', []])
    await userEvent.type(field(), '5abc')
    expect([field().value, values()]).toEqual(['-5', [-5]])
    await userEvent.clear(field())
    expect(values()).toEqual([-5, null])
  })

  it('percent: typing 5 keeps 0.05', async () => {
    const { values } = live({ value: null, format: 'percent' })
    await userEvent.type(field(), '5')
    expect(values()).toEqual([0.05])
    expect(screen.getByText('%')).toBeTruthy()
  })

  it('money: the app’s currency, in the language’s way', async () => {
    const { values } = live({ value: 1234.5, format: 'money' }, 'de-DE')
    expect(field().value).toBe('1.234,50')
    expect(screen.getByText('€')).toBeTruthy()
    await userEvent.clear(field())
    await userEvent.type(field(), '2,5')
    expect(values()).toEqual([null, 2, 2.5])
  })

  it('steps by arrow keys and buttons, within its limits', async () => {
    const { values } = live({ value: 9, max: 10 })
    await userEvent.click(field())
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}')
    expect(values()).toEqual([10, 9])
    await userEvent.click(screen.getByRole('button', { name: 'More: Amount' }))
    expect(values()).toEqual([10, 9, 10])
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More: Amount' }).disabled).toBe(true)
  })

  it('tells a limit that is broken and changes nothing by itself', async () => {
    const { values } = live({ value: null, min: 10, unit: 'kg' })
    await userEvent.type(field(), '5')
    await userEvent.tab()
    expect(values()).toEqual([5])
    expect(screen.getByRole('textbox', { description: 'At least 10 kg.' })).toBeTruthy()
  })

  it('shows what comes from elsewhere, also in the middle of typing', async () => {
    const { rerender } = render(<NumberField label="Amount" value={1} />)
    await userEvent.type(field(), '2')
    expect(field().value).toBe('1')
    rerender(<NumberField label="Amount" value={7.25} />)
    expect(field().value).toBe('7.25')
    rerender(<NumberField label="Amount" value={'x' as unknown as number} />)
    expect(field().value).toBe('')
  })

  it('Enter runs with the number; disabled and read-only ones do not step', async () => {
    const onEnter = vi.fn()
    const onChange = vi.fn()
    const { rerender } = render(<NumberField label="Amount" value={3} onEnter={onEnter} />)
    await userEvent.type(field(), '{Enter}')
    expect(onEnter).toHaveBeenCalledExactlyOnceWith({ value: 3 })
    rerender(<NumberField label="Amount" value={3} readOnly onChange={onChange} />)
    await userEvent.type(field(), '{ArrowUp}4')
    expect(onChange).not.toHaveBeenCalled()
    expect(screen.queryByRole('button')).toBe(null)
  })
})
