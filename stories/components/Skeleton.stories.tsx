import type { Meta, StoryObj } from '@storybook/react-vite'
import { Skeleton } from '../../components/Skeleton/Skeleton.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Feedback/Skeleton',
  component: Skeleton,
  args: { lines: 3 },
} satisfies Meta<typeof Skeleton>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Skeleton')
export const States = statesStory('Skeleton')

export const Typical: Story = {}
export const OneLine: Story = { args: { lines: 1 } }
