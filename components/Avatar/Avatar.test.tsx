import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Avatar, initialsOf } from './Avatar.tsx'

describe('Avatar', () => {
  it('stands for a name by its initials', async () => {
    const { container } = render(<Avatar name="Ada Lovelace" />)
    expect(screen.getByRole('img', { name: 'Ada Lovelace' }).textContent).toBe('AL')
    await expectNoViolations(container)
  })

  it.each([
    ['Ada', 'A'],
    ['ada king lovelace', 'AL'],
    ['', '?'],
    ['  ', '?'],
    ['– Ada', 'A'],
    ['李 小龙', '李小'],
    ['éa Zola', 'ÉZ'],
  ])('has %j as %j', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('has the same colour for the same name, and no request for a picture from elsewhere', () => {
    const { container, rerender } = render(<Avatar name="Ada" src="https://evil.example/a.png" />)
    const hue = (): string => (container.firstElementChild as HTMLElement).style.getPropertyValue('--avatar-hue')
    const first = hue()
    rerender(<Avatar name="Grace" />)
    expect(hue()).not.toBe(first)
    rerender(<Avatar name="Ada" />)
    expect(hue()).toBe(first)
    expect(container.querySelector('img')).toBeNull()
  })
})
