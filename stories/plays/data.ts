import { expect, waitFor } from 'storybook/test'
import type { Plays } from './play.ts'

export const data: Plays = {
  async Board({ canvas, user }) {
    await user.click(canvas.getByRole('button', { name: 'Move Paint the hall' }))
    await user.click(await canvas.findByRole('menuitem', { name: 'Move to Done' }))
    const done = await canvas.findByRole('grid', { name: /Done/ })
    await expect(done).toHaveTextContent('Paint the hall')
  },
  async Calendar({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: /January 20, 2026/ }))
    await becomes('day', '2026-01-20')
    await expect(canvas.getByRole('region', { name: /Jan 20, 2026/ })).toHaveTextContent('Rent is due')
  },
  async Chart({ user, says }) {
    await user.tab()
    await user.tab()
    await user.keyboard('{Enter}')
    await says('onPress')
  },
  async Gantt({ canvas, user, says }) {
    await user.click(await canvas.findByRole('button', { name: /^Floor/ }))
    await says('onPress')
  },
  async Graph({ canvas, user, says }) {
    await user.click(await canvas.findByRole('button', { name: /^Pack/ }))
    await says('onPress')
  },
  async HeatGrid({ canvas, user, says }) {
    await user.click(canvas.getByRole('gridcell', { name: 'Hour 0' }))
    await says('onPress')
  },
  async List({ canvas, user }) {
    const box = canvas.getByRole('checkbox', { name: 'Call the plumber' })
    await user.click(box)
    await expect(box).toBeChecked()
  },
  async Sheet({ canvas, user }) {
    const grid = await canvas.findByRole('grid', { name: 'Shopping for the garden' })
    await user.click(canvas.getByRole('gridcell', { name: 'Seeds' }))
    await user.keyboard('Bulbs{Enter}')
    await waitFor(() => expect(grid).toHaveTextContent('Bulbs'))
  },
  async SortableList({ canvas, user }) {
    await user.click(canvas.getByRole('button', { name: 'Move Water up' }))
    const [first] = canvas.getAllByRole('row')
    await expect(first).toHaveTextContent('Water')
  },
  async Table({ canvas, user, says }) {
    await user.click(canvas.getByRole('button', { name: /amount/i }))
    await expect(canvas.getByRole('columnheader', { name: /amount/i })).toHaveAttribute('aria-sort', 'ascending')
    await user.type(canvas.getByRole('searchbox', { name: 'Search' }), 'paint')
    await user.click(canvas.getByRole('button', { name: 'Delete Paint for the hall' }))
    await says('Delete Paint for the hall')
  },
  async Tree({ canvas, user, becomes }) {
    const [home] = canvas.getAllByRole('row', { name: 'Home' })
    await user.click(home!)
    await becomes('open', 'home')
  },
}
