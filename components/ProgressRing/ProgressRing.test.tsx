import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { ProgressRing } from './ProgressRing.tsx'

describe('ProgressRing', () => {
  it('shows its text and says its value', async () => {
    const { container } = render(<ProgressRing label="Focus" value={750} max={1500} text="12:30" size="xl" />)
    const ring = screen.getByRole('progressbar', { name: 'Focus' })
    expect(ring.getAttribute('aria-valuetext')).toBe('12:30')
    expect(screen.getByText('12:30')).toBeTruthy()
    expect(screen.getByText('Focus')).toBeTruthy()
    await expectNoViolations(container)
  })
  it('shows the percentage where no text is given', () => {
    render(<ProgressRing label="Done" value={1} max={3} />)
    expect(screen.getByText('33%')).toBeTruthy()
  })
  it('draws no line at nothing, and stands values that are none', () => {
    const { container } = render(<ProgressRing label="Done" value={undefined} size={'huge' as never} />)
    expect(container.querySelector('.cy-ring-line')).toBeNull()
    expect(screen.getByText('0%')).toBeTruthy()
  })
})
