import { render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useScrollStop } from './scroll-stop.ts'

function Region() {
  const region = useRef<HTMLDivElement>(null)
  useScrollStop(region)
  return (
    <div ref={region} data-testid="region">
      <p>Text</p>
    </div>
  )
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('is a stop for Tab while it scrolls', () => {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(100)
  render(<Region />)
  expect(screen.getByTestId('region').tabIndex).toBe(0)
})

it('is none where everything is shown', () => {
  render(<Region />)
  expect(screen.getByTestId('region').hasAttribute('tabindex')).toBe(false)
})
