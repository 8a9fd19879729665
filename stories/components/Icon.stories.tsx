import type { Meta, StoryObj } from '@storybook/react-vite'
import { Icon } from '../../components/Icon/Icon.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Icon',
  component: Icon,
  args: { name: 'leaf' },
} satisfies Meta<typeof Icon>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Icon')
export const States = statesStory('Icon')

export const Typical: Story = {}
export const Toned: Story = { args: { name: 'heart', tone: 'bad', size: 'xl', label: 'Loved' } }
export const Emoji: Story = { args: { name: '🌱', size: 'l' } }
export const Rare: Story = { args: { name: 'origami' } }
export const Unknown: Story = { args: { name: 'no-such-icon' } }
