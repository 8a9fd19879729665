import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Empty } from '../../components/Empty/Empty.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Feedback/Empty',
  component: Empty,
  args: { text: 'No plants yet', icon: 'sprout', about: 'Add the first and it shows up here.' },
} satisfies Meta<typeof Empty>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Empty')
export const States = statesStory('Empty')

export const Typical: Story = { args: { action: <Button label="Add plant" variant="primary" icon="plus" /> } }
export const Illustrated: Story = { args: { illustration: 'list', action: <Button label="Add plant" variant="primary" icon="plus" /> } }
export const Plain: Story = { args: { icon: '', about: '' } }
export const LongText: Story = { args: { text: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' } }
