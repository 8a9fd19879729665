import type { Meta, StoryObj } from '@storybook/react-vite'
import { Card } from '../../components/Card/Card.tsx'
import { IconButton } from '../../components/IconButton/IconButton.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Card',
  component: Card,
  args: { title: 'Monstera', subtitle: 'Living room', icon: 'leaf', children: <Text text="Water every seven days, less in winter." /> },
} satisfies Meta<typeof Card>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Card')
export const States = statesStory('Card')

export const Typical: Story = {}
export const WithActions: Story = {
  args: { actions: [<IconButton key="1" icon="pencil" label="Edit" size="s" />, <IconButton key="2" icon="trash-2" label="Delete" size="s" />] },
}
export const Toned: Story = { args: { tone: 'warn', title: 'Needs water' } }
export const Pressable: Story = { args: { onPress: () => {} } }
export const Sunken: Story = { args: { surface: 'sunken' } }
export const LongText: Story = {
  args: {
    title: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
    subtitle: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
  },
}
export const Empty: Story = { args: { title: '', subtitle: '', icon: '', children: null } }
