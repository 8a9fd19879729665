import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { ComboBox } from './ComboBox.tsx'

const options = ['Madrid', 'Málaga', { value: 'ber', label: 'Berlin' }]
const box = () => screen.getByRole<HTMLInputElement>('combobox')

describe('ComboBox', () => {
  it('finds by typing, chooses by keys, gives the value and shows the label', async () => {
    const onValue = vi.fn()
    const { container } = render(<Live of={ComboBox} label="City" options={options} value={null} onValue={onValue} />)
    await userEvent.type(box(), 'erl')
    expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['Berlin'])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['ber'])
    expect(box().value).toBe('Berlin')
    await expectNoViolations(container)
  })

  it('without custom: a text that is no option goes away with the focus, one that is in any case counts, emptied is null', async () => {
    const onValue = vi.fn()
    render(<Live of={ComboBox} label="City" options={options} value="Madrid" onValue={onValue} />)
    await userEvent.clear(box())
    await userEvent.type(box(), 'nowhere')
    await userEvent.tab()
    expect(box().value).toBe('')
    await userEvent.type(box(), 'bERLIN')
    await userEvent.tab()
    expect(box().value).toBe('Berlin')
    await userEvent.clear(box())
    await userEvent.type(box(), 'madri')
    await userEvent.tab()
    expect(onValue.mock.calls.map(([value]) => value)).toEqual([null, 'ber', null])
  })

  it('without custom: a new name typed over the old one counts, half of one brings the old one back', async () => {
    const onValue = vi.fn()
    render(<Live of={ComboBox} label="City" options={options} value="Madrid" onValue={onValue} />)
    await userEvent.tripleClick(box())
    await userEvent.keyboard('berlin')
    await userEvent.tab()
    expect(box().value).toBe('Berlin')
    await userEvent.tripleClick(box())
    await userEvent.keyboard('mad')
    await userEvent.tab()
    expect(box().value).toBe('Berlin')
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['ber'])
  })

  it('custom: the state follows each key and the text stays', async () => {
    const onValue = vi.fn()
    render(<Live of={ComboBox} label="City" custom options={options} value={null} onValue={onValue} />)
    await userEvent.type(box(), 'Rome')
    await userEvent.tab()
    expect(onValue.mock.calls.map(([value]) => value)).toEqual(['R', 'Ro', 'Rom', 'Rome'])
    expect(box().value).toBe('Rome')
  })

  it('follows a value and labels that change from elsewhere; draws with nothing given', () => {
    const { rerender } = render(<ComboBox />)
    rerender(<ComboBox label="City" options={options} value="ber" />)
    expect(box().value).toBe('Berlin')
    rerender(<ComboBox label="City" options={[{ value: 'ber', label: 'Berlin (DE)' }]} value="ber" />)
    expect(box().value).toBe('Berlin (DE)')
    rerender(<ComboBox label="City" options={options} value={null} />)
    expect(box().value).toBe('')
    rerender(<ComboBox label="City" options={options} value="elsewhere" />)
    expect(box().value).toBe('elsewhere')
  })
})
