import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stack } from '../../components/Stack/Stack.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Stack',
  component: Stack,
  args: { children: [<Text key="1" text="One" />, <Text key="2" text="Two" />, <Text key="3" text="Three" />] },
} satisfies Meta<typeof Stack>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Stack')
export const States = statesStory('Stack')

export const Typical: Story = {}
export const Centred: Story = { args: { align: 'center', gap: 's' } }
export const OnACard: Story = { args: { surface: 'card', pad: 'l' } }
export const Scrolling: Story = {
  args: { height: 's', scroll: true, children: Array.from({ length: 30 }, (_, index) => <Text key={index} text={`Line ${index + 1}`} />) },
}
export const Empty: Story = { args: { children: [] } }
