import type { Meta, StoryObj } from '@storybook/react-vite'
import { ToggleButton } from '../../components/ToggleButton/ToggleButton.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Actions/ToggleButton',
  component: ToggleButton,
  args: { label: 'Only mine', icon: 'user' },
} satisfies Meta<typeof ToggleButton>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('ToggleButton')
export const States = statesStory('ToggleButton')

export const Off: Story = {}
export const On: Story = { args: { value: true, onChange: () => {} } }
export const IconOnly: Story = { args: { hideLabel: true } }
export const Disabled: Story = { args: { disabled: true } }
