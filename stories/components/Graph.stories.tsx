import type { Meta, StoryObj } from '@storybook/react-vite'
import { Graph } from '../../components/Graph/Graph.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const nodes = [
  { id: 'order', label: 'Order', tone: 'accent' as const },
  { id: 'pay', label: 'Payment' },
  { id: 'stock', label: 'Is it in stock?', tone: 'warn' as const },
  { id: 'buy', label: 'Buy from the supplier' },
  { id: 'pack', label: 'Pack' },
  { id: 'send', label: 'Send', tone: 'good' as const },
]
const edges = [
  { from: 'order', to: 'pay' },
  { from: 'order', to: 'stock' },
  { from: 'stock', to: 'pack', label: 'yes' },
  { from: 'stock', to: 'buy', label: 'no' },
  { from: 'buy', to: 'pack' },
  { from: 'pay', to: 'send' },
  { from: 'pack', to: 'send' },
]

const meta = { title: 'Components/Data/Graph', component: Graph, args: { nodes, edges, label: 'From order to delivery' } } satisfies Meta<typeof Graph>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Graph')
export const States = statesStory('Graph')

export const Typical: Story = {}
export const Pressable: Story = { args: { onPress: () => {} } }
export const Circle: Story = { args: { edges: [...edges, { from: 'send', to: 'order', label: 'again' }, { from: 'pack', to: 'pack' }] } }
export const LongText: Story = {
  args: { nodes: nodes.map(node => ({ ...node, label: `${node.label ?? ''}, and whatever else has to be done before anybody may go on` })) },
}
export const Many: Story = {
  args: {
    label: 'Who reports to whom',
    nodes: Array.from({ length: 240 }, (_, id) => ({ id, label: `Person ${id}` })),
    edges: Array.from({ length: 239 }, (_, id) => ({ from: Math.floor(id / 3), to: id + 1 })),
    onPress: () => {},
  },
}
export const Narrow: Story = {
  decorators: [
    Story => (
      <div style={{ maxInlineSize: 320 }}>
        <Story />
      </div>
    ),
  ],
}
export const Empty: Story = { args: { nodes: [], edges: [] } }
