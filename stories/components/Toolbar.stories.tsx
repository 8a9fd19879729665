import type { Meta, StoryObj } from '@storybook/react-vite'
import { IconButton } from '../../components/IconButton/IconButton.tsx'
import { Toolbar } from '../../components/Toolbar/Toolbar.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Toolbar',
  component: Toolbar,
  args: { label: 'Formatting', children: ['bold', 'italic', 'underline', 'strikethrough'].map(icon => <IconButton key={icon} icon={icon} label={icon} />) },
} satisfies Meta<typeof Toolbar>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Toolbar')
export const States = statesStory('Toolbar')

export const Typical: Story = {}
export const Empty: Story = { args: { children: [] } }
