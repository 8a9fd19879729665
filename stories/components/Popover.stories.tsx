import type { Meta, StoryObj } from '@storybook/react-vite'
import { Popover } from '../../components/Popover/Popover.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Popover',
  component: Popover,
  args: { label: 'Filter', icon: 'list-filter', children: <Text text="What to show" /> },
} satisfies Meta<typeof Popover>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Popover')
export const States = statesStory('Popover')

export const Typical: Story = {}
