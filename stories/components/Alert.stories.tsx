import type { Meta, StoryObj } from '@storybook/react-vite'
import { Alert } from '../../components/Alert/Alert.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Feedback/Alert',
  component: Alert,
  args: { text: 'Bring the lemon tree in before 18:00.' },
} satisfies Meta<typeof Alert>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Alert')
export const States = statesStory('Alert')

export const Typical: Story = {}
export const Warning: Story = { args: { tone: 'warn', title: 'Frost tonight' } }
export const Bad: Story = { args: { tone: 'bad', title: 'Not saved' } }
export const Good: Story = { args: { tone: 'good' } }
export const Closable: Story = { args: { onClose: () => {} } }
export const LongText: Story = {
  args: {
    title: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
    text: `${'A name that somebody wrote without a thought for how much room there would be for it in a narrow window'}. `.repeat(3),
  },
}
