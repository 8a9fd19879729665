import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Form } from '../Form/Form.tsx'
import { MarkdownEditor } from './MarkdownEditor.tsx'

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })

describe('MarkdownEditor', () => {
  it('makes what is selected bold, by its button and by its key, and takes it back', async () => {
    const user = userEvent.setup()
    const onValue = vi.fn()
    const { container } = render(<Live of={MarkdownEditor} label="Note" value="a word" onValue={onValue} />)
    await user.click(field())
    field().setSelectionRange(2, 6)
    await user.click(screen.getByRole('button', { name: 'Bold' }))
    expect(field().value).toBe('a **word**')
    expect([field().selectionStart, field().selectionEnd]).toEqual([4, 8])
    expect(document.activeElement).toBe(field())
    await user.keyboard('{Control>}b{/Control}')
    expect(field().value).toBe('a word')
    await expectNoViolations(container)
  })

  it('shows the result in its place, where HTML is text', async () => {
    const user = userEvent.setup()
    const { container } = render(<Live of={MarkdownEditor} label="Note" value={'**b** <img src=x onerror=alert(1)>'} />)
    await user.click(screen.getByRole('button', { name: 'Preview' }))
    const preview = within(screen.getByRole('region', { name: 'Preview' }))
    expect((await preview.findByText('b')).tagName).toBe('STRONG')
    expect(container.querySelector('img')).toBe(null)
    expect(container.querySelector<HTMLElement>('.cy-editor-text')?.hidden).toBe(true)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bold' }).disabled).toBe(true)
    await expectNoViolations(container)
  })

  it('shows the result beside it, as it is written', async () => {
    const user = userEvent.setup()
    render(<Live of={MarkdownEditor} label="Note" value="" preview />)
    expect(screen.getByText('Nothing written yet.')).toBeTruthy()
    await user.type(field(), '# Title')
    expect(await screen.findByRole('heading', { name: 'Title' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Preview' })).toBe(null)
  })

  it('has its text focused, not its tools, when its form finds it empty', async () => {
    const user = userEvent.setup()
    render(
      <Form submitLabel="Save">
        <Live of={MarkdownEditor} label="Note" value="" required />
      </Form>,
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(document.activeElement).toBe(field())
  })

  it('draws with nothing given, and locked', () => {
    const { rerender } = render(<MarkdownEditor />)
    rerender(<MarkdownEditor label="Note" value="x" readOnly />)
    expect(field().readOnly).toBe(true)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bold' }).disabled).toBe(true)
  })
})
