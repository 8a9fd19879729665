import type { Meta, StoryObj } from '@storybook/react-vite'
import { Heading } from '../../components/Heading/Heading.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Heading',
  component: Heading,
  args: { text: 'Good morning' },
} satisfies Meta<typeof Heading>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Heading')
export const States = statesStory('Heading')

export const First: Story = { args: { level: 1 } }
export const Second: Story = {}
export const Third: Story = { args: { level: 3 } }
export const Fourth: Story = { args: { level: 4 } }
export const LongText: Story = {
  args: { level: 1, text: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' },
}
