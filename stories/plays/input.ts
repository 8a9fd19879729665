import { expect } from 'storybook/test'
import type { Plays } from './play.ts'

export const input: Plays = {
  async Checkbox({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('checkbox', { name: 'Watered today' }))
    await becomes('done', false)
    await user.keyboard(' ')
    await becomes('done', true)
  },
  async CheckboxGroup({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('checkbox', { name: 'Basil' }))
    await becomes('toppings', ['Olives', 'Basil'])
  },
  async CodeEditor({ canvas, user, becomes }) {
    await user.click(await canvas.findByRole('textbox', { name: 'Data' }))
    await user.keyboard('{Control>}{End}{/Control} ')
    await becomes('source', '{\n  "plant": "Fern",\n  "water": 3\n} ')
  },
  async ColorField({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('radio', { name: 'teal' }))
    await becomes('color', 'teal')
  },
  async ComboBox({ canvas, user, becomes }) {
    const box = canvas.getByRole('combobox', { name: 'City' })
    await user.clear(box)
    await user.type(box, 'lim')
    await canvas.findByRole('option', { name: 'Lima' })
    await user.keyboard('{ArrowDown}{Enter}')
    await becomes('city', 'Lima')
  },
  async DateField({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('spinbutton', { name: /^day/ }))
    await user.keyboard('{ArrowUp}')
    await becomes('due', '2026-01-13')
  },
  async DateRangeField({ canvas, user, becomes }) {
    const [first] = canvas.getAllByRole('spinbutton', { name: /day/ })
    await user.click(first!)
    await user.keyboard('{ArrowUp}')
    await becomes('trip', { start: '2026-01-13', end: '2026-01-18' })
  },
  async FileField({ canvas, user }) {
    const chooser = canvas.getAllByRole('button')[0]?.closest('.cy-app')?.querySelector<HTMLInputElement>('input[type=file]')
    await user.upload(chooser!, new File(['x'], 'fern.png', { type: 'image/png' }))
    await expect(await canvas.findByText('fern.png')).toBeVisible()
  },
  async Form({ canvas, user, says, said }) {
    const save = canvas.getByRole('button', { name: 'Save' })
    await user.click(save)
    await expect(said()).toEqual([])
    await expect(canvas.getByRole('textbox', { name: /What for/ })).toHaveFocus()
    await user.keyboard('Seeds{Tab}12')
    await user.click(save)
    await says('Saved')
  },
  async MarkdownEditor({ canvas, user, becomes }) {
    await user.click(await canvas.findByRole('textbox', { name: 'Note' }))
    await user.keyboard('{Control>}{End}{/Control}!')
    await becomes('note', '## Sowing\n\n- Radish in **March**\n- Beans in May!')
  },
  async MultiSelect({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: /Rooms/ }))
    await user.click(await canvas.findByRole('option', { name: 'Bathroom' }))
    await becomes('rooms', ['kitchen', 'bath', 'garden'])
    await user.keyboard('{Escape}')
  },
  async NumberField({ canvas, user, becomes }) {
    const field = canvas.getByRole('textbox', { name: 'Amount' })
    await user.clear(field)
    await user.type(field, '50')
    await becomes('amount', 50)
    await user.keyboard('{ArrowUp}')
    await becomes('amount', 50.5)
  },
  async RadioGroup({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('radio', { name: 'No' }))
    await becomes('answer', 'No')
    await user.keyboard('{ArrowDown}')
    await becomes('answer', 'Not sure')
  },
  async Rating({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('radio', { name: '2 stars' }))
    await becomes('rating', 2)
  },
  async Segmented({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('radio', { name: 'Done' }))
    await becomes('filter', 'done')
  },
  async Select({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('button', { name: /Room/ }))
    await user.click(await canvas.findByRole('option', { name: 'Bathroom' }))
    await becomes('room', 'bath')
  },
  async Slider({ canvas, user, becomes }) {
    canvas.getByRole('slider', { name: 'Tip' }).focus()
    await user.keyboard('{ArrowRight}')
    await becomes('tip', 13)
  },
  async Switch({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('switch', { name: 'Sound' }))
    await becomes('sound', false)
  },
  async TagField({ canvas, user, becomes }) {
    await user.type(canvas.getByRole('combobox', { name: 'Tags' }), 'north{Enter}')
    await becomes('tags', ['spring', 'shade', 'north'])
    await user.keyboard('{Escape}')
    await user.click(await canvas.findByRole('button', { name: 'Remove spring' }))
    await becomes('tags', ['shade', 'north'])
  },
  async TextArea({ canvas, user, becomes }) {
    await user.type(canvas.getByRole('textbox', { name: 'Notes' }), ' Thirsty.')
    await becomes('notes', 'Stands at the east window. Thirsty.')
  },
  async TextField({ canvas, user, becomes, says }) {
    const field = canvas.getByRole('textbox', { name: 'Name' })
    await user.clear(field)
    await user.type(field, 'Moss{Enter}')
    await becomes('name', 'Moss')
    await says('onEnter Moss')
  },
  async TimeField({ canvas, user, becomes }) {
    await user.click(canvas.getByRole('spinbutton', { name: /^hour/ }))
    await user.keyboard('{ArrowUp}')
    await becomes('from', '10:30')
  },
}
