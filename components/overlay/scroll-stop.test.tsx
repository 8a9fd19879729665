import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { scrollStop } from './scroll-stop.ts'

function Region({ children }: { readonly children?: ReactNode }) {
  return (
    <div ref={element => (element ? scrollStop(element) : undefined)} data-testid="region">
      <div>{children}</div>
    </div>
  )
}

function scrolls() {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('is a stop for Tab while it scrolls', () => {
  scrolls()
  render(<Region>Text</Region>)
  expect(screen.getByTestId('region').tabIndex).toBe(0)
})

it('is none where Tab finds something in it', () => {
  scrolls()
  render(
    <Region>
      <input aria-label="Name" />
    </Region>,
  )
  expect(screen.getByTestId('region').hasAttribute('tabindex')).toBe(false)
})

it('is none where everything is shown', () => {
  render(<Region>Text</Region>)
  expect(screen.getByTestId('region').hasAttribute('tabindex')).toBe(false)
})
