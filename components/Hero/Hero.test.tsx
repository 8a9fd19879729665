import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { HeadingLevelContext } from '../heading-level.ts'
import { Hero } from './Hero.tsx'

const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('Hero', () => {
  it('is the first heading of an app, and one of its kind inside a part', async () => {
    const { container } = render(<Hero title="Water your plants" text="Three are thirsty." actions={<button type="button">Add</button>} />)
    expect(screen.getByRole('heading', { level: 1, name: 'Water your plants' })).toBeTruthy()
    expect(screen.getByText('Three are thirsty.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Add' })).toBeTruthy()
    await expectNoViolations(container)
    render(
      <HeadingLevelContext value={4}>
        <Hero title="Inside" />
      </HeadingLevelContext>,
    )
    expect(screen.getByRole('heading', { level: 4, name: 'Inside' })).toBeTruthy()
  })

  it('draws an illustration by its name', async () => {
    const { container } = render(<Hero title="Plants" image="plant" />)
    await expect.poll(() => container.querySelector('svg[data-illustration="plant"] path')).not.toBeNull()
    expect(container.querySelector('img')).toBeNull()
    await expectNoViolations(container)
  })

  it('shows a photograph, and only words where it cannot be shown', () => {
    const { container } = render(<Hero title="Plants" image={pixel} />)
    const picture = container.querySelector('img')
    expect(picture?.getAttribute('src')).toBe(pixel)
    if (picture) fireEvent.error(picture)
    expect(container.querySelector('.cy-hero-art')).toBeNull()
  })

  it.each(['https://evil.example/p.png', 'javascript:alert(1)', 'toString', '__proto__', 'data:image/svg+xml,<svg/>'])(
    '[S31][S55] asks nobody for %s, and draws nothing of that name',
    image => {
      const { container } = render(<Hero title="Plants" image={image} />)
      expect(container.querySelector('img, svg, .cy-hero-art')).toBeNull()
    },
  )
})
