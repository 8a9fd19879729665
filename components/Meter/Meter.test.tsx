import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { bandTone, Meter } from './Meter.tsx'

describe('Meter', () => {
  it('says its value, in the tone of its band', async () => {
    const { container } = render(
      <Meter
        label="Battery"
        value={18}
        bands={[
          { to: 20, tone: 'bad' },
          { to: 100, tone: 'good' },
        ]}
      />,
    )
    const meter = screen.getByRole('meter', { name: 'Battery' })
    expect(meter.getAttribute('aria-valuetext')).toBe('18')
    expect(meter.getAttribute('data-tone')).toBe('bad')
    await expectNoViolations(container)
  })
  it('takes bands in any order and values beyond the last', () => {
    const bands = [
      { to: 100, tone: 'good' as const },
      { to: 20, tone: 'bad' as const },
    ]
    expect([bandTone(bands, 20), bandTone(bands, 21), bandTone(bands, 200), bandTone(undefined, 1), bandTone([null] as never, 1)]).toEqual([
      'bad',
      'good',
      'good',
      'accent',
      'accent',
    ])
  })
})
