import type { Meta, StoryObj } from '@storybook/react-vite'
import { Avatar } from '../../components/Avatar/Avatar.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'
import { hills } from '../sample-picture.ts'

const meta = {
  title: 'Components/Text/Avatar',
  component: Avatar,
  args: { name: 'Ada Lovelace' },
} satisfies Meta<typeof Avatar>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Avatar')
export const States = statesStory('Avatar')

export const Typical: Story = {}
export const Large: Story = { args: { size: 'xl' } }
export const Picture: Story = {
  args: { src: hills },
}
export const Empty: Story = { args: { name: '' } }
