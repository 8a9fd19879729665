import type { Meta, StoryObj } from '@storybook/react-vite'
import { IconButton } from '../../components/IconButton/IconButton.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Actions/IconButton',
  component: IconButton,
  args: { icon: 'trash-2', label: 'Delete Milk' },
} satisfies Meta<typeof IconButton>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('IconButton')
export const States = statesStory('IconButton')

export const Typical: Story = {}
export const Primary: Story = { args: { variant: 'primary', icon: 'plus', label: 'Add' } }
export const Disabled: Story = { args: { disabled: true } }
