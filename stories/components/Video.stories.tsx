import type { Meta, StoryObj } from '@storybook/react-vite'
import { Video } from '../../components/Video/Video.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Special/Video',
  component: Video,
  args: { src: 'data:video/mp4;base64,AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAAIZnJlZQ==', label: 'First steps' },
} satisfies Meta<typeof Video>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Video')
export const States = statesStory('Video')

/** What is in the file cannot be played. */
export const Broken: Story = {}
export const Refused: Story = { args: { src: 'https://example.com/film.mp4' } }
export const Missing: Story = { args: { src: { ref: 'file:1', name: 'film.mp4', type: 'video/mp4', size: 10 } } }
export const Empty: Story = { args: { src: '' } }
