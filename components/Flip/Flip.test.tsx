import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Flip } from './Flip.tsx'

const rows = ['casa', 'house'].map((value, index) => ({ key: `${index}`, value, node: <p>{value}</p> }))

it('lets only the side in front be read and reached', async () => {
  const { container, rerender } = render(<Flip label="Flash card" back={false} rows={rows} />)
  expect(screen.getByRole('group', { name: 'Flash card' })).toBeTruthy()
  expect(screen.getByText('house').closest('[inert]')).toBeTruthy()
  expect(screen.getByText('casa').closest('[inert]')).toBeNull()
  rerender(<Flip label="Flash card" back rows={rows} />)
  expect(screen.getByText('casa').closest('[inert]')).toBeTruthy()
  expect(screen.getByText('house').closest('[inert]')).toBeNull()
  await expectNoViolations(container)
  rerender(<Flip label={undefined} back={undefined} phase="outline" />)
})
