import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { FindComponent } from './FindComponent.tsx'

const meta = { title: 'Find a component', component: FindComponent, tags: ['!autodocs'] } satisfies Meta<typeof FindComponent>
export default meta
type Story = StoryObj<typeof meta>

export const ByNeed: Story = {
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByRole('searchbox')
    await userEvent.type(field, 'something to pick a date range')
    const [first] = canvas.getAllByRole('link')
    await expect(first).toHaveTextContent('DateRangeField')
    await userEvent.clear(field)
    await userEvent.type(field, 'compare two texts')
    await expect(canvas.getAllByRole('link')[0]).toHaveTextContent('text.diff')
    await userEvent.clear(field)
  },
}
export const NothingFound: Story = { args: { need: 'xylophone' } }
