import type { Meta, StoryObj } from '@storybook/react-vite'
import { Chart } from '../../components/Chart/Chart.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const data = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day, index) => ({
  day,
  place: index * 3.3,
  minutes: [25, 50, 75, 100, 60, 0, 25][index] ?? 0,
  goal: 60,
}))
const parts = [
  { kind: 'Home', cost: 1240 },
  { kind: 'Food', cost: 460 },
  { kind: 'Travel', cost: 130 },
]

const meta = {
  title: 'Components/Data/Chart',
  component: Chart,
  args: { kind: 'bar', title: 'Minutes by day', data, x: 'day', y: 'minutes' },
} satisfies Meta<typeof Chart>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Chart')
export const States = statesStory('Chart')

export const Bar: Story = { args: { target: 60 } }
export const Line: Story = { args: { kind: 'line', y: ['minutes', 'goal'] } }
export const Area: Story = { args: { kind: 'area' } }
export const Mixed: Story = { args: { y: ['minutes', { field: 'goal', label: 'Goal', kind: 'line', color: 'rose' }] } }
export const Stacked: Story = { args: { y: ['minutes', 'goal'], stacked: true } }
export const Donut: Story = { args: { kind: 'donut', title: 'Cost by kind', data: parts, x: 'kind', y: 'cost', format: 'money' } }
export const Pie: Story = { args: { kind: 'pie', title: 'Cost by kind', data: parts, x: 'kind', y: 'cost', height: 's' } }
export const Scatter: Story = { args: { kind: 'scatter', x: 'place' } }
export const Radar: Story = { args: { kind: 'radar', y: ['minutes', 'goal'] } }
export const Series: Story = {
  args: {
    kind: 'line',
    data: ['Ada', 'Bo'].flatMap((who, person) => data.map(({ day, minutes }) => ({ day, who, minutes: minutes * (person + 1) }))),
    series: 'who',
  },
}
export const LongNames: Story = { args: { data: data.map(row => ({ ...row, day: `${row.day}, a day with a name that is far too long` })) } }
export const Empty: Story = { args: { data: [] } }
export const EmptyWithText: Story = { args: { data: [], empty: 'Finish a round to see this.' } }
