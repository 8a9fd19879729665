import type { Meta, StoryObj } from '@storybook/react-vite'
import { ColorField } from '../../components/ColorField/ColorField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/ColorField',
  component: ColorField,
  args: { label: 'Colour', value: 'teal' },
  render: args => <Live of={ColorField} {...args} />,
} satisfies Meta<typeof ColorField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('ColorField')
export const States = statesStory('ColorField')

export const Typical: Story = {}

export const OwnSwatches: Story = { args: { swatches: ['#1f4e79', '#c0504d', '#9bbb59'], value: '#1f4e79' } }

export const Empty: Story = { args: { value: '' } }

export const Disabled: Story = { args: { disabled: true } }
