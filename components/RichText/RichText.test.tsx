import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { RichText } from './RichText.tsx'

it('joins its pieces, as text only', async () => {
  const spans = [{ text: 'Now ' }, { text: '12 €', tone: 'good' as const, weight: 'bold' as const }, { text: ' <b>18</b>', strike: true }, null]
  const { container } = render(<RichText spans={spans as never} />)
  expect(container.textContent).toBe('Now 12 € <b>18</b>')
  expect(container.querySelector('b')).toBeNull()
  expect(screen.getByText('<b>18</b>').tagName).toBe('S')
  expect(screen.getByText('12 €').getAttribute('data-tone')).toBe('good')
  await expectNoViolations(container)
})
