import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { Grid } from '../../components/Grid/Grid.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Grid',
  component: Grid,
  args: { children: Array.from({ length: 6 }, (_, index) => <Card key={index} title={`Card ${index + 1}`} />) },
} satisfies Meta<typeof Grid>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Grid')
export const States = statesStory('Grid')

export const Auto: Story = {}
export const ThreeColumns: Story = { args: { columns: 3 } }
export const Spans: Story = {
  args: {
    columns: 12,
    children: [<Card key="1" title="Wide" span={8} />, <Card key="2" title="Narrow" span={4} />, <Card key="3" title="All of it" span={12} />],
  },
}
export const Keypad: Story = {
  args: {
    columns: 4,
    ratio: '1:1',
    gap: 's',
    children: ['7', '8', '9', '÷', '4', '5', '6', '×', '1', '2', '3', '−', '0', '.', '=', '+'].map(key => <Button key={key} label={key} />),
  },
}
export const Empty: Story = { args: { children: [] } }
