import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { TextArea } from './TextArea.tsx'

it('writes several lines and counts them against the limit, cutting nothing off', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={TextArea} label="Notes" maxLength={4} value="" onValue={onValue} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Notes' }), 'a{Enter}bcd')
  expect(onValue.mock.lastCall?.[0]).toBe('a\nbcd')
  expect(screen.getByText('5 / 4')).toBeTruthy()
  await userEvent.tab()
  expect(screen.getByRole('textbox', { description: 'At most 4 characters; it has 5.' })).toBeTruthy()
  await expectNoViolations(container)
})

it('draws with nothing given and with odd rows', () => {
  const { rerender } = render(<TextArea />)
  rerender(<TextArea label="Notes" rows={-2} />)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').rows).toBe(3)
})
