import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { PlatformContext } from '../platform.ts'
import { Kbd } from './Kbd.tsx'
import { lettersOf } from './key-letters.ts'

describe('Kbd', () => {
  it('shows a cap for each key, as the platform letters it', async () => {
    const { container } = render(<Kbd keys="mod+n" />)
    expect(container.textContent).toBe('CtrlN')
    render(
      <PlatformContext value="mac">
        <Kbd keys="mod+Enter" />
      </PlatformContext>,
    )
    expect(screen.getByText('⌘')).toBeTruthy()
    expect(screen.getByText('↵')).toBeTruthy()
    await expectNoViolations(container)
  })

  it.each([
    ['+', ['+']],
    ['mod++', ['Ctrl', '+']],
    ['', []],
    ['ArrowLeft', ['←']],
    ['F5', ['F5']],
  ])('letters %j', (keys, letters) => expect(lettersOf(keys, 'other')).toEqual(letters))
})
