import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Async } from './Async.tsx'

const state = { value: null, loading: false, error: null, at: null, retry: () => {} }

describe('Async', () => {
  it('shows that it loads, then its children', async () => {
    const { container, rerender } = render(<Async of={{ ...state, loading: true }}>rates</Async>)
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy()
    expect(screen.queryByText('rates')).toBeNull()
    await expectNoViolations(container)
    rerender(<Async of={{ ...state, value: { eur: 1 } }}>rates</Async>)
    expect(screen.getByText('rates')).toBeTruthy()
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('says why it failed, keeps what it had, and tries again', async () => {
    const user = userEvent.setup()
    const retry = vi.fn()
    const { container } = render(<Async of={{ ...state, value: [1], error: 'The service did not answer.', retry }}>rates</Async>)
    expect(screen.getByRole('alert').textContent).toContain('The service did not answer. What is below is from before.')
    expect(container.textContent).toContain('rates')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledTimes(1)
    await expectNoViolations(container)
  })

  it('says that there is nothing, and loads while it has not arrived', () => {
    const { rerender } = render(<Async>rates</Async>)
    expect(screen.getByRole('status')).toBeTruthy()
    for (const value of [null, []]) {
      rerender(<Async of={{ ...state, value }}>rates</Async>)
      expect(screen.getByText('Nothing here')).toBeTruthy()
    }
    rerender(<Async of={{ ...state, value: 0 }}>rates</Async>)
    expect(screen.getByText('rates')).toBeTruthy()
  })
})
