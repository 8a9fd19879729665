import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Button } from '../Button/Button.tsx'
import { Checkbox } from '../Checkbox/Checkbox.tsx'
import { DateField } from '../DateField/DateField.tsx'
import { NumberField } from '../NumberField/NumberField.tsx'
import { Select } from '../Select/Select.tsx'
import { TextField } from '../TextField/TextField.tsx'
import { Form } from './Form.tsx'

describe('Form', () => {
  it('submits only when every field is good, and goes to the first that is not', async () => {
    const onSubmit = vi.fn()
    const { container } = render(
      <Form onSubmit={onSubmit} submitLabel="Save">
        <Live of={TextField} label="Name" value="Ada" required />
        <Live of={NumberField} label="Amount" value={null} required min={1} />
        <Live of={Checkbox} label="Agreed" required />
      </Form>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Amount' }))
    expect(screen.getByText('Tick this to go on.')).toBeTruthy()
    await expectNoViolations(container)

    await userEvent.keyboard('5{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByRole('checkbox'))
    await userEvent.keyboard(' ')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('Enter in a one-line field submits once; a child Button with submit does too', async () => {
    const onSubmit = vi.fn()
    render(
      <Form onSubmit={onSubmit}>
        <Live of={TextField} label="Name" value="" required />
        <Button label="Add" submit />
      </Form>,
    )
    await userEvent.type(screen.getByRole('textbox'), 'Milk{Enter}')
    expect(onSubmit).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(onSubmit).toHaveBeenCalledTimes(2)
  })

  it('after it was submitted and emptied it does not complain', async () => {
    function Adding() {
      return <Live of={Both} value="" />
    }
    function Both({ value, onChange }: { value?: string; onChange?: (event: { value: string }) => void }) {
      return (
        <Form onSubmit={() => onChange?.({ value: '' })}>
          <TextField label="Name" required value={value} onChange={onChange} />
        </Form>
      )
    }
    render(<Adding />)
    const input = screen.getByRole<HTMLInputElement>('textbox')
    await userEvent.type(input, '{Enter}')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(input, 'Milk{Enter}')
    expect(input.value).toBe('')
    expect(input.getAttribute('aria-invalid')).not.toBe('true')
  })

  it('goes by the order in the document, also with fields that came later, and forgets those that went', async () => {
    const onSubmit = vi.fn()
    const fields = (late: boolean, last: boolean) => (
      <Form onSubmit={onSubmit} submitLabel="Save">
        {late ? <Live key="late" of={DateField} label="Due" required value={null} /> : null}
        {last ? <Live key="last" of={Select} label="Room" required options={['a']} value={null} /> : null}
      </Form>
    )
    const { rerender } = render(fields(false, true))
    rerender(fields(true, true))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(document.activeElement?.getAttribute('role')).toBe('spinbutton')
    rerender(fields(false, false))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('a disabled field is not asked; a form in a form is a group; draws with nothing', async () => {
    const onSubmit = vi.fn()
    const { container } = render(
      <Form onSubmit={onSubmit} submitLabel="Save">
        <TextField label="Name" required disabled />
        <Form />
      </Form>,
    )
    expect(container.querySelectorAll('form')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).toHaveBeenCalledOnce()
  })
})
