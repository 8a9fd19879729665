import type { Meta, StoryObj } from '@storybook/react-vite'
import { Audio } from '../../components/Audio/Audio.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'
import { chime } from '../sounds.ts'

const meta = {
  title: 'Components/Special/Audio',
  component: Audio,
  args: { src: chime, label: 'The doorbell' },
} satisfies Meta<typeof Audio>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Audio')
export const States = statesStory('Audio')

export const Typical: Story = {}
export const Refused: Story = { args: { src: 'https://example.com/bell.mp3' } }
export const Missing: Story = { args: { src: { ref: 'file:1', name: 'bell.mp3', type: 'audio/mpeg', size: 10 } } }
export const Empty: Story = { args: { src: '' } }
export const LongText: Story = {
  args: { src: '', label: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' },
}
