import { expect, waitFor } from 'storybook/test'
import type { Plays } from './play.ts'

export const actions: Plays = {
  async Button({ canvas, user, says, said }) {
    await user.click(canvas.getByRole('button', { name: 'Add plant' }))
    await says('onPress')
    await user.keyboard('{Enter}')
    await expect(said()).toEqual(['onPress', 'onPress'])
  },
  async IconButton({ canvas, user, says }) {
    await user.tab()
    await expect(canvas.getByRole('button', { name: 'Delete the fern' })).toHaveFocus()
    await user.keyboard(' ')
    await says('onPress')
  },
  async Menu({ canvas, user, says }) {
    const button = canvas.getByRole('button', { name: 'More' })
    await user.click(button)
    await user.click(await canvas.findByRole('menuitem', { name: 'Rename' }))
    await says('Rename')
    await waitFor(() => expect(button).toHaveFocus())
    await user.keyboard('{Enter}')
    await canvas.findByRole('menu')
    await user.keyboard('{ArrowDown}{Enter}')
    await says('Duplicate')
  },
  async ToggleButton({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: 'Only mine' }))
    await becomes('mine', false)
    await expect(canvas.getByRole('button')).toHaveAttribute('aria-pressed', 'false')
  },
  async Alert({ canvas, user, says }) {
    await user.click(canvas.getByRole('button'))
    await says('onClose')
  },
  async Empty({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Add a plant' })).toBeEnabled()
  },
  async Async({ canvas }) {
    await expect(await canvas.findByText('1.09')).toBeVisible()
  },
  async Markdown({ canvas, user, says }) {
    await user.click(await canvas.findByRole('link', { name: 'the recipe' }))
    await says('onLink https://example.org/pie')
  },
  async Scene({ canvas, user, becomes }) {
    canvas.getByRole('button', { name: 'A ball on a table' }).focus()
    await user.keyboard('{Enter}')
    await becomes('at', 100)
  },
  async Sketch({ canvas, user, becomes }) {
    await user.click(await canvas.findByRole('button', { name: 'Undo last stroke' }))
    await becomes('strokes', [])
  },
  async Stepper({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: 'Next' }))
    await becomes('step', 2)
    await expect(await canvas.findByText('All set.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Next' })).toBeDisabled()
  },
}
