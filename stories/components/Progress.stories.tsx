import type { Meta, StoryObj } from '@storybook/react-vite'
import { Progress } from '../../components/Progress/Progress.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/Progress',
  component: Progress,
  args: { label: '3 of 8 done', value: 3, max: 8, tone: 'good' },
} satisfies Meta<typeof Progress>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Progress')
export const States = statesStory('Progress')

export const Typical: Story = {}
export const HiddenLabel: Story = { args: { hideLabel: true } }
export const GoesOn: Story = { args: { label: 'Reading the file', value: null, tone: 'accent' } }
export const OverTheEnd: Story = { args: { label: 'Budget', value: 12, tone: 'bad' } }
export const LongText: Story = {
  args: { label: '3 of 8 rooms have been painted, tiled, lit, swept and shown to the people who are going to live in them' },
}
