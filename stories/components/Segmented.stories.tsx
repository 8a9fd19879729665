import type { Meta, StoryObj } from '@storybook/react-vite'
import { Segmented } from '../../components/Segmented/Segmented.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Segmented',
  component: Segmented,
  args: { label: 'Show', options: [{ value: null, label: 'All' }, 'Open', 'Done'], value: null },
  render: args => <Live of={Segmented} {...args} />,
} satisfies Meta<typeof Segmented>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Segmented')
export const States = statesStory('Segmented')

export const Typical: Story = {}

export const Many: Story = {
  args: { options: ['Focus session', 'Short break', 'Long break', 'Custom time', 'Evening walk', 'Reading hour'], value: 'Short break' },
}

export const Empty: Story = { args: { options: [] } }

export const Disabled: Story = { args: { disabled: true } }
