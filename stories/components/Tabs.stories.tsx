import type { Meta, StoryObj } from '@storybook/react-vite'
import { Tabs } from '../../components/Tabs/Tabs.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Tabs',
  component: Tabs,
  args: {
    items: [
      { key: '0', title: 'List', icon: 'list', value: 'list', content: <Text text="The list" /> },
      { key: '1', title: 'Chart', icon: 'chart-line', value: 'chart', badge: 3, content: <Text text="The chart" /> },
      { key: '2', title: 'Settings', value: 'settings', content: <Text text="The settings" /> },
    ],
  },
} satisfies Meta<typeof Tabs>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Tabs')
export const States = statesStory('Tabs')

export const Typical: Story = {}
export const Bound: Story = { args: { value: 'chart', onChange: () => {} } }
export const Many: Story = {
  args: { items: Array.from({ length: 14 }, (_, index) => ({ key: String(index), title: `Part ${index + 1}`, content: <Text text={`Part ${index + 1}`} /> })) },
}
export const Empty: Story = { args: { items: [] } }
