import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Text } from './Text.tsx'

describe('Text', () => {
  it('shows its text, and a number as one', async () => {
    const { container, rerender } = render(<Text text="Hello" size="2xl" tone="bad" strike />)
    expect(screen.getByText('Hello').dataset).toMatchObject({ size: '2xl', tone: 'bad', strike: '' })
    // What an app computes may be no text at all.
    const odd = { text: 12 } as unknown as { text: string }
    rerender(<Text {...odd} />)
    expect(container.textContent).toBe('12')
    for (const text of [null, undefined, {}, []]) {
      rerender(<Text {...({ text } as unknown as { text: string })} />)
      expect(container.textContent).toBe('')
    }
    await expectNoViolations(container)
  })

  it('keeps markup as text', () => {
    const { container } = render(<Text text="<img src=x onerror=alert(1)>" />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>')
  })

  it('is cut after a number of lines', () => {
    render(<Text text="long" lines={2} />)
    expect(screen.getByText('long').style.getPropertyValue('--lines')).toBe('2')
  })
})
