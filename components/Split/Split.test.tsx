import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Split } from './Split.tsx'

const rows = ['one', 'two', 'three'].map(text => ({ key: text, value: null, node: <p>{text}</p> }))

describe('Split', () => {
  it('holds the first child in the first part and the rest in the second', async () => {
    const { container } = render(<Split rows={rows} ratio={0.3} />)
    expect([...container.querySelectorAll('.cy-split-part')].map(part => part.textContent)).toEqual(['one', 'twothree'])
    expect(screen.getByRole('separator').getAttribute('aria-valuenow')).toBe('30')
    await expectNoViolations(container)
  })

  it('is moved by arrow keys, and no further than its parts allow', async () => {
    const user = userEvent.setup()
    render(<Split rows={rows} />)
    const divider = screen.getByRole('separator')
    divider.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(divider.getAttribute('aria-valuenow')).toBe('60')
    await user.keyboard('{ArrowLeft}')
    expect(divider.getAttribute('aria-valuenow')).toBe('55')
    await user.keyboard('{End}')
    expect(divider.getAttribute('aria-valuenow')).toBe('90')
  })

  it('stands with one child or none', () => {
    const { rerender, container } = render(<Split />)
    rerender(<Split rows={rows.slice(0, 1)} ratio={7} />)
    expect(container.textContent).toBe('one')
    expect(screen.getByRole('separator').getAttribute('aria-valuenow')).toBe('50')
  })
})
