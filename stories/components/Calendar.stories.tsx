import type { Meta, StoryObj } from '@storybook/react-vite'
import { Calendar } from '../../components/Calendar/Calendar.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const events = [
  { date: '2026-01-05', title: 'Dentist', start: '09:30', end: '10:00', tone: 'warn' as const },
  { date: '2026-01-05', title: 'Holiday' },
  { date: '2026-01-05', title: 'Dinner with Ada', start: '19:00' },
  { date: '2026-01-20', title: 'Rent is due', tone: 'bad' as const },
]

const meta = { title: 'Components/Data/Calendar', component: Calendar, args: { events } } satisfies Meta<typeof Calendar>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Calendar')
export const States = statesStory('Calendar')

export const Typical: Story = {}
export const Selected: Story = { args: { value: '2026-01-05', onChange: () => {} } }
export const Week: Story = { args: { view: 'week', value: '2026-01-05', onChange: () => {} } }
export const LongText: Story = {
  args: { events: [{ date: '2026-01-05', title: 'Ask whether the windows on the north side can be measured before the builders come back' }] },
}
export const Empty: Story = { args: { events: [], value: '2026-01-05', onChange: () => {} } }
