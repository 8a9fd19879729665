import type { Meta, StoryObj } from '@storybook/react-vite'
import { Timeline } from '../../components/Timeline/Timeline.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/Timeline',
  component: Timeline,
  args: {
    items: [
      { at: '2026-01-05', title: 'Planted', text: 'In the pot by the window', icon: 'sprout', tone: 'good' },
      { at: '2026-01-09T08:00', title: 'Watered' },
      { at: 'in June', title: 'Harvest', tone: 'warn' },
    ],
  },
} satisfies Meta<typeof Timeline>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Timeline')
export const States = statesStory('Timeline')

export const Typical: Story = {}
export const LongText: Story = {
  args: {
    items: [{ at: '2026-01-05', title: 'Moved from the pot by the window to the bed behind the shed', text: 'It had grown too tall for the pot. '.repeat(6) }],
  },
}
export const Empty: Story = { args: { items: [] } }
