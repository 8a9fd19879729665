import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Image } from './Image.tsx'

const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('Image', () => {
  it('shows a picture with its words', async () => {
    const { container } = render(<Image src={pixel} alt="A fern" ratio="16:9" />)
    expect(screen.getByRole('img', { name: 'A fern' }).getAttribute('src')).toBe(pixel)
    await expectNoViolations(container)
  })

  it('leaves a tile that says why where nothing can be shown', async () => {
    const { container, rerender } = render(<Image src={pixel} alt="A fern" />)
    fireEvent.error(screen.getByRole('img'))
    expect(container.textContent).toContain('could not be shown')
    rerender(<Image {...({ src: null } as unknown as { src: string })} alt="A fern" />)
    expect(screen.getByRole('img', { name: 'A fern' }).tagName).toBe('DIV')
    await expectNoViolations(container)
  })

  it.each([
    'https://evil.example/p.png?u=1',
    '//evil.example/x',
    '/me.png',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'blob:https://evil.example/1',
    'javascript:alert(1)',
  ])('[S31][S55] asks nobody for %s', src => {
    const { container } = render(<Image src={src} alt="" />)
    expect(container.querySelector('img')).toBeNull()
  })
})
