import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stat } from '../../components/Stat/Stat.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/Stat',
  component: Stat,
  args: { label: 'Spent this month', value: 1234.5, format: 'money' },
} satisfies Meta<typeof Stat>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Stat')
export const States = statesStory('Stat')

export const Typical: Story = { args: { icon: 'coins', delta: -120, upIsGood: false, spark: [3, 5, 4, 8, 6, 9, 4] } }
export const Toned: Story = { args: { label: 'Rounds today', value: 7, format: 'plain', tone: 'good', delta: 2 } }
export const Percent: Story = { args: { label: 'Budget used', value: 0.834, format: 'percent', tone: 'warn' } }
export const Words: Story = { args: { label: 'Next', value: 'Thursday, 14:30' } }
export const LongText: Story = {
  args: { label: 'Everything that was spent on the house since the beginning of last year', value: 123_456_789.5 },
}
export const Empty: Story = { args: { value: '' } }
