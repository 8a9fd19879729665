import type { Meta, StoryObj } from '@storybook/react-vite'
import { Slider } from '../../components/Slider/Slider.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Slider',
  component: Slider,
  args: { label: 'Tip', max: 40, unit: '%', value: 15 },
  render: args => <Live of={Slider} {...args} />,
} satisfies Meta<typeof Slider>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Slider')
export const States = statesStory('Slider')

export const Typical: Story = {}

export const WithMarks: Story = { args: { label: 'Days a week', min: 1, max: 7, unit: 'days', marks: true, value: 3 } }

export const Percent: Story = { args: { label: 'Share', max: 1, step: 0.05, format: 'percent', unit: '', value: 0.4 } }

export const LongText: Story = {
  args: { label: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes' },
}

export const Disabled: Story = { args: { disabled: true } }
