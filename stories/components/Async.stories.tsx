import type { Meta, StoryObj } from '@storybook/react-vite'
import { Async } from '../../components/Async/Async.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Feedback/Async',
  component: Async,
  args: { of: { value: { eur: 1.08 }, loading: false, error: null, at: 0, retry: () => {} }, children: <Text text="1 EUR is 1.08 USD" /> },
} satisfies Meta<typeof Async>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Async')
export const States = statesStory('Async')

export const Answered: Story = {}
export const Loading: Story = { args: { of: { value: null, loading: true, error: null, at: null, retry: () => {} } } }
export const Failed: Story = { args: { of: { value: null, loading: false, error: 'The rates service did not answer.', at: null, retry: () => {} } } }
export const FailedWithEarlier: Story = { args: { of: { value: 1, loading: false, error: 'The rates service did not answer.', at: 0, retry: () => {} } } }
export const Nothing: Story = { args: { of: { value: [], loading: false, error: null, at: 0, retry: () => {} } } }
