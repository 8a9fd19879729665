import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { ColorField } from './ColorField.tsx'

it('is picked by name or typed; a text counts once it is a colour', async () => {
  const onValue = vi.fn()
  const { container } = render(<Live of={ColorField} label="Colour" value="" onValue={onValue} />)
  await userEvent.click(screen.getByRole('radio', { name: 'teal' }))
  const text = screen.getByRole<HTMLInputElement>('textbox')
  await userEvent.clear(text)
  await userEvent.type(text, '#12345g')
  expect(onValue.mock.calls.map(([value]) => value)).toEqual(['teal', '', '#123'])
  await userEvent.tab()
  expect(text.value).toBe('#123')
  await expectNoViolations(container)
})

it('offers its own swatches, each once, and nothing that is no colour', () => {
  const { rerender } = render(<ColorField label="Colour" swatches={['red', 'red', 'url(x)', '#abc']} />)
  expect(screen.getAllByRole('radio').map(radio => radio.getAttribute('value'))).toEqual(['red', '#abc'])
  rerender(<ColorField value={4 as unknown as string} />)
})
