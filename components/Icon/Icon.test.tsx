import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { commonIcons } from './common-icons.ts'
import { Icon } from './Icon.tsx'
import { readIconName } from './icon-name.ts'

describe('Icon', () => {
  it('draws a common icon at once, and is silent without a label', async () => {
    const { container } = render(<Icon name="leaf" />)
    expect(container.querySelector('svg')).not.toBeNull()
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
    await expectNoViolations(container)
  })

  it('says its label', async () => {
    const { container } = render(<Icon name="leaf" label="Healthy" tone="good" />)
    expect(screen.getByRole('img', { name: 'Healthy' }).dataset.tone).toBe('good')
    await expectNoViolations(container)
  })

  it('draws any other icon once all have loaded', async () => {
    expect(commonIcons.has('origami')).toBe(false)
    const { container } = render(<Icon name="origami" />)
    await expect.poll(() => container.querySelector('svg.lucide-origami'), { timeout: 10_000 }).not.toBeNull()
  })

  it('shows one emoji, and a neutral mark for what is nothing', async () => {
    const { container, rerender } = render(<Icon name="👩🏽‍🌾🌱" />)
    expect(container.textContent).toBe('👩🏽‍🌾')
    for (const name of ['no-such-icon-anywhere', 'icons', 'create-lucide-icon', '__proto__', 'constructor', '', null]) {
      rerender(<Icon name={name} />)
      await expect.poll(() => container.querySelector('.cy-icon-unknown'), { timeout: 10_000 }).not.toBeNull()
    }
  })

  it('reads names as they are often written', () => {
    for (const name of ['arrow-up', 'ArrowUp', 'arrow_up', 'lucide:arrow-up', ' arrow-up '])
      expect(readIconName(name)).toEqual({ kind: 'lucide', name: 'arrow-up' })
    expect(readIconName('trash2')).toEqual({ kind: 'lucide', name: 'trash-2' })
    expect(readIconName('<svg>')).toEqual({ kind: 'none' })
  })
})
