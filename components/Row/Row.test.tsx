import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Row } from './Row.tsx'

describe('Row', () => {
  it('says how it stands, with defaults for what is missing', async () => {
    const { container, rerender } = render(<Row>one</Row>)
    const row = container.firstElementChild as HTMLElement
    expect(row.dataset).toMatchObject({ gap: 's', align: 'center', justify: 'start' })
    expect(row.dataset.wrap).toBeUndefined()
    rerender(
      <Row justify="between" wrap grow={2} phase="outline">
        one
      </Row>,
    )
    expect(row.dataset).toMatchObject({ justify: 'between', wrap: '', grow: '', phase: 'outline' })
    expect(row.style.getPropertyValue('--grow')).toBe('2')
    expect(screen.getByText('one')).toBe(row)
    await expectNoViolations(container)
  })
})
