import type { Meta, StoryObj } from '@storybook/react-vite'
import { Tab } from '../../components/Tab/Tab.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Tab',
  component: Tab,
  args: { title: 'Chart', children: <Text text="What the tab holds; inside Tabs it is drawn as one of them." /> },
} satisfies Meta<typeof Tab>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Tab')
export const States = statesStory('Tab')

export const ByItself: Story = {}
