import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Skeleton } from './Skeleton.tsx'

describe('Skeleton', () => {
  it('has as many lines as it is told, between one and twenty', async () => {
    const { container, rerender } = render(<Skeleton lines={2} />)
    const lines = (): number => screen.getByRole('status', { name: 'Loading' }).children.length
    expect(lines()).toBe(2)
    rerender(<Skeleton lines={1e9} />)
    expect(lines()).toBe(20)
    rerender(<Skeleton />)
    expect(lines()).toBe(3)
    await expectNoViolations(container)
  })
})
