import type { Meta, StoryObj } from '@storybook/react-vite'
import { HeatGrid } from '../../components/HeatGrid/HeatGrid.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const cells = Array.from({ length: 140 }, (_, index) => ({
  x: Math.floor(index / 7),
  y: index % 7,
  value: (index * 31) % 6,
  label: `Day ${index + 1}: ${(index * 31) % 6}`,
}))

const meta = {
  title: 'Components/Data/HeatGrid',
  component: HeatGrid,
  args: {
    cells,
    tone: 'good',
    yLabels: ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'],
    xLabels: ['Jan', '', '', '', 'Feb', '', '', '', 'Mar'],
    ariaLabel: 'Activity',
  },
} satisfies Meta<typeof HeatGrid>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('HeatGrid')
export const States = statesStory('HeatGrid')

export const Typical: Story = {}
export const Pressable: Story = { args: { onPress: () => {} } }
export const LongNames: Story = {
  args: {
    cells: Array.from({ length: 72 }, (_, index) => ({ x: index % 24, y: Math.floor(index / 24), value: index % 3 })),
    xLabels: Array.from({ length: 24 }, (_, hour) => `${hour}:00`),
    yLabels: ['Ada in Lisbon', 'Bo', 'Somebody with a very long name'],
  },
}
export const Empty: Story = { args: { cells: [] } }
