import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { ClipboardContext } from '../clipboard.ts'
import { Code } from './Code.tsx'

describe('Code', () => {
  it('keeps every space and shows its language', async () => {
    const { container } = render(<Code text={'a\n  b <b>'} language="json" copy />)
    expect(container.querySelector('code')?.textContent).toBe('a\n  b <b>')
    expect(screen.getByText('json')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    await expectNoViolations(container)
  })

  it('copies where something can be copied, and says whether it did', async () => {
    const user = userEvent.setup()
    const copy = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce().mockRejectedValueOnce(new Error('denied'))
    render(
      <ClipboardContext value={copy}>
        <Code text="let a" copy />
      </ClipboardContext>,
    )
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(copy).toHaveBeenCalledWith('let a')
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy()
    await user.click(screen.getByRole('button'))
    expect(await screen.findByRole('button', { name: 'Not copied' })).toBeTruthy()
  })
})
