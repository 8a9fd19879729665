import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { FormContext } from '../Form/form-context.ts'
import { Button } from './Button.tsx'

describe('Button', () => {
  it('is pressed by pointer and keyboard', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<Button label="Add" icon="plus" variant="primary" onPress={onPress} />)
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await user.keyboard('{Enter}')
    await user.keyboard(' ')
    expect(onPress).toHaveBeenCalledTimes(3)
    await expectNoViolations(container)
  })

  it('cannot be pressed while it is disabled or its work goes on', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container, rerender } = render(<Button label="Save" disabled onPress={onPress} />)
    await user.click(screen.getByRole('button'))
    rerender(<Button label="Save" loading onPress={onPress} />)
    await user.click(screen.getByRole('button'))
    screen.getByRole('button').focus()
    await user.keyboard('{Enter}')
    expect(onPress).not.toHaveBeenCalled()
    await expectNoViolations(container)
  })

  it('submits the form around it after its own steps', async () => {
    const user = userEvent.setup()
    const order: string[] = []
    render(
      <FormContext value={{ register: () => () => {}, submit: () => order.push('submit') }}>
        <Button label="Save" submit onPress={() => order.push('press')} />
        <Button label="Other" onPress={() => order.push('other')} />
      </FormContext>,
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(screen.getByRole('button', { name: 'Other' }))
    expect(order).toEqual(['press', 'submit', 'other'])
  })

  it('runs its second steps on a right click, instead of the menu', () => {
    const onSecondaryPress = vi.fn()
    const onPress = vi.fn()
    render(<Button label="Flag" onPress={onPress} onSecondaryPress={onSecondaryPress} />)
    const event = fireEvent.contextMenu(screen.getByRole('button'))
    expect(event).toBe(false)
    expect(onSecondaryPress).toHaveBeenCalledTimes(1)
    expect(onPress).not.toHaveBeenCalled()
  })

  it('has the name that a symbol stands for', () => {
    render(<Button label="×" ariaLabel="Times" />)
    expect(screen.getByRole('button', { name: 'Times' })).toBeTruthy()
  })

  it('stands empty while it streams in', () => {
    render(<Button phase="outline" ariaLabel="…" />)
    expect(screen.getByRole('button').dataset.phase).toBe('outline')
  })
})
