import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Button } from '../Button/Button.tsx'
import { Toolbar } from './Toolbar.tsx'

describe('Toolbar', () => {
  it('is one stop for Tab, moved through by arrow keys', async () => {
    const user = userEvent.setup()
    const { container } = render(
      <Toolbar label="Formatting">
        <Button label="Bold" />
        <Button label="Italic" />
      </Toolbar>,
    )
    expect(screen.getByRole('toolbar', { name: 'Formatting' })).toBeTruthy()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('Bold')
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('Italic')
    await expectNoViolations(container)
  })
})
