import type { Meta, StoryObj } from '@storybook/react-vite'
import { Menu } from '../../components/Menu/Menu.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Actions/Menu',
  component: Menu,
  args: {
    label: 'More',
    items: [
      { label: 'Duplicate', icon: 'copy', do: () => {} },
      { label: 'Archive', icon: 'archive', disabled: true, do: () => {} },
      { label: 'Delete', icon: 'trash-2', tone: 'bad', do: () => {} },
    ],
  },
} satisfies Meta<typeof Menu>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Menu')
export const States = statesStory('Menu')

export const Typical: Story = {}
export const IconOnly: Story = { args: { icon: 'ellipsis', hideLabel: true, variant: 'quiet' } }
export const Options: Story = { args: { label: 'Show', items: [], options: [{ value: null, label: 'All' }, 'Open', 'Done'] } }
export const Empty: Story = { args: { items: [] } }
