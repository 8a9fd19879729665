import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Sparkline } from './Sparkline.tsx'
import { sparkPoints } from './SparkPicture.tsx'

describe('Sparkline', () => {
  it('says where it begins and ends', async () => {
    const { container } = render(<Sparkline label="Weight" values={[80, 79.5, 78]} />)
    expect(screen.getByRole('img', { name: 'Weight: from 80 to 78' })).toBeTruthy()
    await expectNoViolations(container)
  })
  it('stands nothing and odd values', () => {
    render(<Sparkline label="Weight" values={[null, 'x'] as never} />)
    expect(screen.getByRole('img', { name: 'Weight: no numbers yet' })).toBeTruthy()
  })
  it('places every point in its box', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 900 }), values => {
        const points = sparkPoints(values)
        expect(points.length).toBeLessThanOrEqual(201)
        expect(points.every(([x, y]) => x >= 0 && x <= 88 && y >= 0 && y <= 26)).toBe(true)
      }),
    )
  })
})
