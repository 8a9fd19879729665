import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Form } from '../Form/Form.tsx'
import { CodeEditor } from './CodeEditor.tsx'

describe('CodeEditor', () => {
  it('writes what is typed', async () => {
    const onValue = vi.fn()
    const { container } = render(<Live of={CodeEditor} label="Data" language="json" value="" onValue={onValue} about="As JSON." />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Data' }), '[[1]')
    expect(onValue.mock.lastCall?.[0]).toBe('[1]')
    expect(screen.getByRole('textbox', { description: /^As JSON\. Tab leaves the field/ })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('is left by Tab', async () => {
    const user = userEvent.setup()
    render(
      <>
        <CodeEditor label="Data" value="x" onChange={() => {}} />
        <button type="button">Next</button>
      </>,
    )
    await user.click(screen.getByRole('textbox'))
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }))
  })

  it('says that it is needed, and has the focus, when its form is sent', async () => {
    const user = userEvent.setup()
    const onSubmit = vi.fn()
    render(
      <Form submitLabel="Save" onSubmit={onSubmit}>
        <Live of={CodeEditor} label="Data" value="" required />
      </Form>,
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Fill this in.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('draws with nothing given, with odd rows and with a language that it does not know', () => {
    const { rerender } = render(<CodeEditor />)
    rerender(<CodeEditor label="Data" rows={-3} language={'cobol' as 'json'} value={3 as unknown as string} />)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('3')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').rows).toBe(8)
    rerender(<CodeEditor label="Data" disabled value="x" />)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').disabled).toBe(true)
  })
})
