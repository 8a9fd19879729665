import type { Meta, StoryObj } from '@storybook/react-vite'
import { Switch } from '../../components/Switch/Switch.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Switch',
  component: Switch,
  args: { label: 'Sound', value: false },
  render: args => <Live of={Switch} {...args} />,
} satisfies Meta<typeof Switch>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Switch')
export const States = statesStory('Switch')

export const Typical: Story = {}

export const On: Story = { args: { value: true } }

export const WithHelp: Story = { args: { about: 'A bell at the end of each session.' } }

export const LongText: Story = {
  args: { label: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes' },
}

export const Disabled: Story = { args: { disabled: true, value: true } }
