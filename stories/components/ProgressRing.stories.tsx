import type { Meta, StoryObj } from '@storybook/react-vite'
import { ProgressRing } from '../../components/ProgressRing/ProgressRing.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/ProgressRing',
  component: ProgressRing,
  args: { label: 'Books this year', value: 9, max: 24, text: '9/24' },
} satisfies Meta<typeof ProgressRing>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('ProgressRing')
export const States = statesStory('ProgressRing')

export const Typical: Story = { args: { size: 'l', tone: 'good' } }
export const Timer: Story = { args: { label: 'Focus, time left', value: 980, max: 1500, text: '16:20', size: 'xl' } }
export const Small: Story = { args: { size: 's', text: undefined } }
export const Medium: Story = { args: { text: undefined } }
export const LongText: Story = {
  args: { size: 'xl', text: '12:34:56', label: 'A label that is so long that it needs more than one line of its own' },
}
export const Nothing: Story = { args: { value: 0, size: 'l' } }
