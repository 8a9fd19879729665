import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Timeline } from './Timeline.tsx'

it('is an ordered list with the time of each thing', async () => {
  const items = [
    { at: '2026-01-05', title: 'Planted', text: 'In the pot by the window', tone: 'good' as const, icon: 'sprout' },
    { at: 'later', title: 'Watered' },
    null,
  ]
  const { container } = render(<Timeline items={items as never} ariaLabel="History" />)
  expect(screen.getByRole('list', { name: 'History' })).toBeTruthy()
  expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['PlantedJan 5, 2026In the pot by the window', 'Wateredlater'])
  await expectNoViolations(container)
})
