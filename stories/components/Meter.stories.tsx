import type { Meta, StoryObj } from '@storybook/react-vite'
import { Meter } from '../../components/Meter/Meter.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Data/Meter',
  component: Meter,
  args: {
    label: 'Battery',
    value: 64,
    bands: [
      { to: 20, tone: 'bad' },
      { to: 50, tone: 'warn' },
      { to: 100, tone: 'good' },
    ],
  },
} satisfies Meta<typeof Meter>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Meter')
export const States = statesStory('Meter')

export const Typical: Story = {}
export const Low: Story = { args: { value: 12 } }
export const WithoutBands: Story = { args: { bands: [] } }
export const LongText: Story = { args: { label: 'The charge of the battery in the garden shed, as it was measured this morning before anybody was up' } }
