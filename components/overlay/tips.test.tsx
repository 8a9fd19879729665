import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Root } from '../Root/Root.tsx'
import { surroundings } from '../Root/surroundings.ts'
import { Text } from '../Text/Text.tsx'

const tip = (): HTMLElement => document.querySelector('.cy-tip')!

describe('tips', () => {
  it('shows the help text under the pointer, in the app, and hides it on Escape', async () => {
    const user = userEvent.setup()
    const { container } = render(
      <Root theme={{}} developing={false} {...surroundings}>
        <Text text="7 days" tip="Since the last watering" />
      </Root>,
    )
    expect(tip().hidden).toBe(true)
    await user.hover(screen.getByText('7 days'))
    expect(tip().hidden).toBe(false)
    expect(tip().textContent).toBe('Since the last watering')
    expect(screen.getByText('7 days').getAttribute('aria-describedby')).toBe(tip().id)
    expect(container.querySelector('.cy-app')?.contains(tip())).toBe(true)
    fireEvent.keyDown(screen.getByText('7 days'), { key: 'Escape' })
    expect(tip().hidden).toBe(true)
    expect(screen.getByText('7 days').hasAttribute('aria-describedby')).toBe(false)
  })

  it('says the name of an icon button without reading it out twice', async () => {
    const user = userEvent.setup()
    render(
      <Root theme={{}} developing={false} {...surroundings}>
        <IconButton icon="star" label="Star" />
      </Root>,
    )
    await user.hover(screen.getByRole('button', { name: 'Star' }))
    expect(tip().textContent).toBe('Star')
    expect(screen.getByRole('button').hasAttribute('aria-describedby')).toBe(false)
  })
})
