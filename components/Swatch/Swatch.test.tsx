import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { ClipboardContext } from '../clipboard.ts'
import { Swatch } from './Swatch.tsx'

it('shows a colour and copies it where that is possible', async () => {
  const user = userEvent.setup()
  const copy = vi.fn(async () => {})
  const { container, rerender } = render(<Swatch color="#2f6f8f" label="Sea" copy />)
  expect(screen.queryByRole('button')).toBeNull()
  rerender(
    <ClipboardContext value={copy}>
      <Swatch color="#2f6f8f" label="Sea" copy />
    </ClipboardContext>,
  )
  await user.click(screen.getByRole('button', { name: 'Copy #2f6f8f' }))
  expect(copy).toHaveBeenCalledWith('#2f6f8f')
  expect(screen.getByText('Copied')).toBeTruthy()
  await expectNoViolations(container)
})

it('[B48] draws nothing for what is no colour', () => {
  const { container } = render(<Swatch color="url(https://a.example)" />)
  expect(container.querySelector('.cy-swatch-tile')?.getAttribute('style')).toBeNull()
})
