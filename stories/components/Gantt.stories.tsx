import type { Meta, StoryObj } from '@storybook/react-vite'
import { Gantt } from '../../components/Gantt/Gantt.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const items = [
  { id: 'plan', label: 'Plan and permits', start: '2026-11-02', end: '2026-11-13', tone: 'neutral' as const, progress: 100 },
  { id: 'walls', label: 'Walls', start: '2026-11-16', end: '2026-11-27', tone: 'info' as const, progress: 40 },
  { id: 'wiring', label: 'Wiring and water', start: '2026-11-23', end: '2026-12-04', tone: 'warn' as const, progress: 10 },
  { id: 'floor', label: 'Floor', start: '2026-12-01', end: '2026-12-09' },
  { id: 'paint', label: 'Paint', start: '2026-12-08', end: '2026-12-11', tone: 'good' as const },
  { id: 'party', label: 'House-warming', start: '2026-12-12', tone: 'bad' as const },
]

const meta = { title: 'Components/Data/Gantt', component: Gantt, args: { items, ariaLabel: 'Renovation' } } satisfies Meta<typeof Gantt>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Gantt')
export const States = statesStory('Gantt')

export const Typical: Story = {}
export const Pressable: Story = { args: { onPress: () => {} } }
export const Hours: Story = {
  args: {
    items: [
      { label: 'Prepare', start: '2026-11-20T08:00', end: '2026-11-20T09:30' },
      { label: 'Bake', start: '2026-11-20T09:30', end: '2026-11-20T10:15', tone: 'warn' },
      { label: 'Cool down', start: '2026-11-20T10:15', end: '2026-11-20T14:00', tone: 'info' },
    ],
  },
}
export const Months: Story = {
  args: { items: items.map((item, index) => ({ ...item, start: `2026-0${index + 1}-01`, end: `2026-${String(index + 5).padStart(2, '0')}-20` })) },
}
export const Years: Story = {
  args: {
    items: [
      { label: 'Cathedral', start: '1248-08-15', end: '1560-01-01', tone: 'neutral' },
      { label: 'Finished at last', start: '1842-09-04', end: '1880-10-15', tone: 'good' },
    ],
  },
}
export const LongText: Story = {
  args: { items: items.map(item => ({ ...item, label: `${item.label}, with everything that has to be thought of before and after` })) },
}
export const Many: Story = {
  args: {
    items: Array.from({ length: 400 }, (_, index) => ({
      id: index,
      label: `Task ${index + 1}`,
      start: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      end: new Date(Date.UTC(2026, 0, 6 + index)).toISOString().slice(0, 10),
    })),
  },
}
export const RightToLeft: Story = {
  decorators: [
    Story => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
}
export const Narrow: Story = {
  args: { onPress: () => {} },
  decorators: [
    Story => (
      <div style={{ maxInlineSize: 320 }}>
        <Story />
      </div>
    ),
  ],
}
export const WithoutDates: Story = {
  args: {
    items: [
      { label: 'Some day', start: '' },
      { label: 'Walls', start: '2026-11-16', end: '2026-11-27' },
    ],
  },
}
export const Empty: Story = { args: { items: [] } }
