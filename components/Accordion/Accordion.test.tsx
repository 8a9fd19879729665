import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Accordion } from './Accordion.tsx'

const items = [
  { key: 'a', title: 'Water', content: <p>When the soil is dry</p> },
  { key: 'b', title: 'Light', content: <p>Not too much</p> },
]
const open = () => screen.getAllByRole('button').map(button => button.getAttribute('aria-expanded'))

describe('Accordion', () => {
  it('has one section open at a time', async () => {
    const user = userEvent.setup()
    const { container } = render(<Accordion items={items} />)
    expect(open()).toEqual(['false', 'false'])
    await user.click(screen.getByRole('button', { name: 'Water' }))
    await user.click(screen.getByRole('button', { name: 'Light' }))
    expect(open()).toEqual(['false', 'true'])
    await expectNoViolations(container)
  })

  it('has several open where it may, and stands empty while none has arrived', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Accordion multiple />)
    rerender(<Accordion multiple items={items} />)
    for (const button of screen.getAllByRole('button')) await user.click(button)
    expect(open()).toEqual(['true', 'true'])
  })
})
