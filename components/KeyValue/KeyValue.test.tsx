import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { KeyValue } from './KeyValue.tsx'

describe('KeyValue', () => {
  it('ties each value to its name, and shows a dash for none', async () => {
    const { container } = render(
      <KeyValue
        items={[
          { key: 'Height', value: '84 cm' },
          { key: 'Pots', value: 0 },
          { key: 'Fed', value: null, tone: 'bad' },
        ]}
      />,
    )
    expect(screen.getAllByRole('term').map(term => term.textContent)).toEqual(['Height', 'Pots', 'Fed'])
    expect(screen.getAllByRole('definition').map(value => value.textContent)).toEqual(['84 cm', '0', '–'])
    await expectNoViolations(container)
  })

  it('leaves out what is no fact', () => {
    render(<KeyValue {...({ items: [null, 'x', { key: 'Height', value: 1 }] } as unknown as { items: [] })} />)
    expect(screen.getAllByRole('term')).toHaveLength(1)
  })
})
