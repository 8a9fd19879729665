import type { Meta, StoryObj } from '@storybook/react-vite'
import { Tree } from '../../components/Tree/Tree.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const items = [
  {
    id: 1,
    name: 'Home',
    children: [
      { id: 2, name: 'Kitchen', children: [{ id: 5, name: 'Drawer' }] },
      { id: 3, name: 'Hall' },
    ],
  },
  { id: 4, name: 'Garden' },
]

const meta = { title: 'Components/Data/Tree', component: Tree, args: { items, label: 'name', ariaLabel: 'Places' } } satisfies Meta<typeof Tree>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Tree')
export const States = statesStory('Tree')

export const Typical: Story = {}
export const AnyValue: Story = { args: { items: undefined, value: { name: 'Ada', tags: ['a', 'b'], deep: { x: { y: null, t: true } } } } }
export const LongText: Story = { args: { items: undefined, value: { text: 'A text that is much too long for one line. '.repeat(6), other: 1 } } }
export const TenThousandRows: Story = {
  args: { items: [{ id: 'all', name: 'Archive', children: Array.from({ length: 9_999 }, (_, id) => ({ id, name: `Letter ${id}` })) }] },
}
export const Empty: Story = { args: { items: [] } }
