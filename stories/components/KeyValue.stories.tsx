import type { Meta, StoryObj } from '@storybook/react-vite'
import { KeyValue } from '../../components/KeyValue/KeyValue.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/KeyValue',
  component: KeyValue,
  args: {
    items: [
      { key: 'Height', value: '84 cm', icon: 'ruler' },
      { key: 'Pots', value: 2 },
      { key: 'Last fed', value: 'Overdue', tone: 'bad' },
      { key: 'Note', value: null },
    ],
  },
} satisfies Meta<typeof KeyValue>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('KeyValue')
export const States = statesStory('KeyValue')

export const Typical: Story = {}
export const LongText: Story = {
  args: {
    items: [
      {
        key: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
        value: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
      },
    ],
  },
}
export const Empty: Story = { args: { items: [] } }
