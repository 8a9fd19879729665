import { expect } from 'storybook/test'
import type { Plays } from './play.ts'

export const layout: Plays = {
  async Accordion({ canvas, user }) {
    const second = canvas.getByRole('button', { name: /How much light/ })
    await user.click(second)
    await expect(second).toHaveAttribute('aria-expanded', 'true')
    await user.keyboard('{Enter}')
    await expect(second).toHaveAttribute('aria-expanded', 'false')
  },
  async Card({ canvas, user, says }) {
    await user.click(canvas.getByRole('button', { name: 'Edit' }))
    await says('Edit')
  },
  async Dialog({ canvas, user, becomes }) {
    await user.type(await canvas.findByRole('textbox', { name: 'Name' }), 'Fern')
    await becomes('name', 'Fern')
    await user.keyboard('{Escape}')
    await becomes('adding', false)
    await user.click(canvas.getByRole('button', { name: 'New plant' }))
    await canvas.findByRole('textbox', { name: 'Name' })
  },
  async Drawer({ canvas, user, becomes }) {
    await canvas.findByRole('dialog', { name: 'Cart' })
    await user.click(canvas.getByRole('button', { name: 'Pay' }))
    await becomes('open', false)
    await user.click(canvas.getByRole('button', { name: 'Cart' }))
    await becomes('open', true)
  },
  async Flip({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: 'Turn it' }))
    await becomes('shown', true)
    await expect(canvas.getByRole('heading', { name: 'the garden' })).toBeInTheDocument()
  },
  async Outlet({ canvas, user }) {
    await user.click(canvas.getByRole('button', { name: 'Help' }))
    await expect(await canvas.findByRole('heading', { name: 'How to begin' })).toBeVisible()
  },
  async Popover({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: 'Filter' }))
    await user.click(await canvas.findByRole('switch', { name: 'Only what is open' }))
    await becomes('onlyOpen', false)
  },
  async Section({ canvas, user }) {
    const title = canvas.getByRole('button', { name: /This week/ })
    await user.click(title)
    await expect(title).toHaveAttribute('aria-expanded', 'false')
  },
  async Sidebar({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: /Garden/ }))
    await becomes('folder', 'garden')
    await expect(canvas.getByRole('heading', { name: 'Garden' })).toBeVisible()
  },
  async Split({ canvas, user }) {
    const divider = canvas.getByRole('separator')
    divider.focus()
    const before = Number(divider.getAttribute('aria-valuenow'))
    await user.keyboard('{ArrowRight}')
    await expect(Number(divider.getAttribute('aria-valuenow'))).toBeGreaterThan(before)
  },
  async Tab({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('tab', { name: 'Open' }))
    await becomes('tab', 'open')
  },
  async Tabs({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('tab', { name: 'List' }))
    await user.keyboard('{ArrowRight}')
    await becomes('tab', 'calendar')
    await expect(await canvas.findByText('Two want water this week.')).toBeVisible()
  },
  async Toolbar({ canvas, user }) {
    canvas.getByRole('button', { name: 'Bold' }).focus()
    await user.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('button', { name: 'Italic' })).toHaveFocus()
  },
}
