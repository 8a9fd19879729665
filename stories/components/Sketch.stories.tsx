import type { Meta, StoryObj } from '@storybook/react-vite'
import { Sketch } from '../../components/Sketch/Sketch.tsx'
import type { Json } from '../../schema/json/json.ts'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const wave = (color: string, size: number, y: number): Json => ({
  color,
  size,
  points: Array.from({ length: 24 }, (_, at) => [20 + at * 15, Math.round(y + Math.sin(at / 2.2) * 34), 0.5]).flat(),
})
const value = [wave('black', 5, 80), wave('blue', 9, 150), wave('amber', 3, 220)]

const meta = {
  title: 'Components/Special/Sketch',
  component: Sketch,
  args: { label: 'Plan of the garden', value },
  render: args => <Live of={Sketch} {...args} />,
} satisfies Meta<typeof Sketch>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Sketch')
export const States = statesStory('Sketch')

export const Typical: Story = {}
export const Empty: Story = { args: { value: [] } }
export const Signature: Story = { args: { label: 'Signature', height: 120, tools: false, value: [wave('black', 4, 60)] } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const Narrow: Story = {
  decorators: [
    Story => (
      <div style={{ maxInlineSize: 320 }}>
        <Story />
      </div>
    ),
  ],
}
