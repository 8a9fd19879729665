import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Grid } from './Grid.tsx'

describe('Grid', () => {
  it('has as many columns as it is told, up to twelve', async () => {
    const { container, rerender } = render(<Grid columns={3}>cell</Grid>)
    const grid = screen.getByText('cell')
    expect(grid.dataset.columns).toBe('3')
    expect(grid.style.getPropertyValue('--columns')).toBe('3')
    rerender(<Grid columns={40}>cell</Grid>)
    expect(grid.dataset.columns).toBe('12')
    rerender(<Grid columns="auto">cell</Grid>)
    expect(grid.dataset.columns).toBe('auto')
    await expectNoViolations(container)
  })

  it('keeps a ratio that is one, and leaves out what is none', () => {
    const { rerender } = render(<Grid ratio="4:3">cell</Grid>)
    expect(Number(screen.getByText('cell').style.getPropertyValue('--ratio'))).toBeCloseTo(1.333, 3)
    for (const ratio of ['wide', '0:1', '1:1000', 'url(x)']) {
      rerender(<Grid ratio={ratio}>cell</Grid>)
      expect(screen.getByText('cell').dataset.ratio).toBeUndefined()
    }
  })
})
