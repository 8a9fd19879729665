import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { fraction } from './fraction.ts'
import { Progress } from './Progress.tsx'

describe('Progress', () => {
  it('says how far it is', async () => {
    const { container } = render(<Progress label="3 of 8 done" value={3} max={8} tone="good" />)
    const bar = screen.getByRole('progressbar', { name: '3 of 8 done' })
    expect(bar.getAttribute('aria-valuenow')).toBe('37.5')
    expect(bar.getAttribute('data-tone')).toBe('good')
    await expectNoViolations(container)
  })
  it('keeps a hidden label for screen readers', async () => {
    const { container } = render(<Progress label="Tasks" hideLabel value={1} max={0} />)
    expect(screen.getByRole('progressbar', { name: 'Tasks' }).getAttribute('aria-valuenow')).toBe('100')
    expect(screen.queryByText('Tasks')).toBeNull()
    await expectNoViolations(container)
  })
  it('has no value where work just goes on', () => {
    render(<Progress label="Loading" value={null} />)
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false)
  })
  it('stays between nothing and all', () => {
    expect([fraction(-1, 10), fraction(11, 10), fraction(0, 0), fraction('5', '10'), fraction(null, null)]).toEqual([0, 1, 0, 0.5, 0])
  })
})
