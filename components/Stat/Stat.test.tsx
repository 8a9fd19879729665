import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { LocaleContext } from '../locale.ts'
import { Stat } from './Stat.tsx'

describe('Stat', () => {
  it('writes its number in its format and in the app’s locale', async () => {
    const { container } = render(
      <LocaleContext value={{ language: 'de-DE', currency: 'EUR', timeZone: 'UTC' }}>
        <Stat label="Spent" value={1234.5} format="money" icon="coins" />
      </LocaleContext>,
    )
    expect(container.querySelector('.cy-stat-value')?.textContent?.replace(/\s/g, ' ')).toBe('1.234,50 €')
    await expectNoViolations(container)
  })
  it('shows texts as they are', () => {
    render(<Stat label="Streak" value="12 days" />)
    expect(screen.getByText('12 days')).toBeTruthy()
  })
  it('colours a change by whether more is better, and says its direction', () => {
    const { container, rerender } = render(<Stat label="Spent" value={10} delta={3} upIsGood={false} />)
    expect(container.querySelector('.cy-stat-delta')?.getAttribute('data-tone')).toBe('bad')
    expect(container.querySelector('.cy-stat-delta')?.textContent).toBe('up 3')
    rerender(<Stat label="Spent" value={10} delta={-3} upIsGood={false} />)
    expect(container.querySelector('.cy-stat-delta')?.getAttribute('data-tone')).toBe('good')
  })
  it('stands a missing value', async () => {
    const { container } = render(<Stat label="Best" value={null as never} spark={[1, null, 3] as never} />)
    expect(container.querySelector('.cy-sparkline-picture')).toBeTruthy()
    await expectNoViolations(container)
  })
})
