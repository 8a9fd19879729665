import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Root } from '../Root/Root.tsx'
import { surroundings } from '../Root/surroundings.ts'
import { Menu } from './Menu.tsx'

describe('Menu', () => {
  it('runs what is chosen, by pointer and keyboard', async () => {
    const user = userEvent.setup()
    const copy = vi.fn()
    const remove = vi.fn()
    const items = [
      { label: 'Copy', icon: 'copy', do: copy },
      { label: 'Archive', disabled: true, do: remove },
      { label: 'Delete', tone: 'bad' as const, do: remove },
    ]
    const { container } = render(<Menu label="More" items={items} />)
    await expectNoViolations(container)
    await user.click(screen.getByRole('button', { name: 'More' }))
    await expectNoViolations(screen.getByRole('menu'))
    await user.click(screen.getByRole('menuitem', { name: 'Copy' }))
    expect(copy).toHaveBeenCalledTimes(1)
    await user.keyboard('{Enter}{ArrowDown}{Enter}')
    expect(remove).toHaveBeenCalledTimes(1)
  })

  it('gives the value of an option, also a number and null', async () => {
    const user = userEvent.setup()
    const onChoose = vi.fn()
    render(<Menu label="Show" options={[{ value: null, label: 'All' }, 7, 'open']} onChoose={onChoose} />)
    for (const name of ['All', '7', 'open']) {
      await user.click(screen.getByRole('button', { name: 'Show' }))
      await user.click(screen.getByRole('menuitem', { name }))
    }
    expect(onChoose.mock.calls.map(([event]) => event.value)).toEqual([null, 7, 'open'])
  })

  it('[S16] opens inside its own app', async () => {
    const user = userEvent.setup()
    const { container } = render(
      <Root theme={{}} developing={false} {...surroundings}>
        <Menu label="More" items={[{ label: 'Copy', do: () => {} }]} />
      </Root>,
    )
    await user.click(screen.getByRole('button', { name: 'More' }))
    expect(container.querySelector('.cy-app')?.contains(screen.getByRole('menu'))).toBe(true)
  })

  it('stands with odd items while it streams in', async () => {
    const user = userEvent.setup()
    render(<Menu {...({ label: 'More', items: [null, {}, 'x'] } as unknown as { label: string })} />)
    await user.click(screen.getByRole('button', { name: 'More' }))
    expect(screen.getAllByRole('menuitem')).toHaveLength(1)
  })
})
