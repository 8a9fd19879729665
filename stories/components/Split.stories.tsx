import type { Meta, StoryObj } from '@storybook/react-vite'
import { Card } from '../../components/Card/Card.tsx'
import { Split } from '../../components/Split/Split.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Split',
  component: Split,
  args: {
    rows: [
      { key: '0', value: null, node: <Card title="Left" /> },
      { key: '1', value: null, node: <Card title="Right" /> },
    ],
  },
} satisfies Meta<typeof Split>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Split')
export const States = statesStory('Split')

export const Typical: Story = { args: { ratio: 0.4 } }
export const Above: Story = { args: { direction: 'column' } }
export const Empty: Story = { args: { rows: [] } }
