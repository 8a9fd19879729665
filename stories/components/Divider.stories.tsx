import type { Meta, StoryObj } from '@storybook/react-vite'
import { Divider } from '../../components/Divider/Divider.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Divider',
  component: Divider,
  args: {},
} satisfies Meta<typeof Divider>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Divider')
export const States = statesStory('Divider')

export const Typical: Story = {}
export const WithAWord: Story = { args: { label: 'or' } }
