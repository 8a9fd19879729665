import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { QrCode } from './QrCode.tsx'
import { fitsQr, qrPath } from './qr-path.ts'

describe('QrCode', () => {
  it('[S63] shows its text beside the code', async () => {
    const { container } = render(<QrCode text="https://example.com/menu" label="Menu" />)
    expect(screen.getByRole('img', { name: 'Menu' }).tagName).toBe('svg')
    expect(screen.getByText('https://example.com/menu')).toBeTruthy()
    await expectNoViolations(container)
  })

  it('[S14][S63] puts nothing into the code that cannot be seen below it', () => {
    const { container: hidden } = render(<QrCode text={'https://exam\u200bple.com/\u202e'} label="A" />)
    const { container: plain } = render(<QrCode text="https://example.com/" label="A" />)
    expect(hidden.querySelector('path')?.getAttribute('d')).toBe(plain.querySelector('path')?.getAttribute('d'))
  })

  it('says so where the text is too long, and where there is none', async () => {
    const { container, rerender } = render(<QrCode text={'x'.repeat(2954)} label="Long" />)
    expect(container.textContent).toContain('too long for a QR code')
    expect(container.querySelector('path[d^="M4"]')).toBeNull()
    rerender(<QrCode text={'x'.repeat(2953)} label="Just so" />)
    expect(screen.getByRole('img', { name: 'Just so' })).toBeTruthy()
    rerender(<QrCode text="" label="" />)
    expect(container.textContent).toContain('no text')
    await expectNoViolations(container)
  })
})

describe('qrPath', () => {
  it('draws every text that fits, also what is no whole character', () => {
    for (const text of ['1', 'ä€😀', '\ud800', 'A'.repeat(2953), '€'.repeat(984)]) {
      expect(fitsQr(text)).toBe(true)
      const { size, path } = qrPath(text)
      expect(size).toBeGreaterThanOrEqual(29)
      expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
    }
    expect(fitsQr('€'.repeat(985))).toBe(false)
  })
})
