import type { Meta, StoryObj } from '@storybook/react-vite'
import { Spinner } from '../../components/Spinner/Spinner.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Feedback/Spinner',
  component: Spinner,
  args: { label: 'Loading rates' },
} satisfies Meta<typeof Spinner>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Spinner')
export const States = statesStory('Spinner')

export const Typical: Story = {}
