import type { Meta, StoryObj } from '@storybook/react-vite'
import { Kbd } from '../../components/Kbd/Kbd.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Kbd',
  component: Kbd,
  args: { keys: 'mod+n' },
} satisfies Meta<typeof Kbd>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Kbd')
export const States = statesStory('Kbd')

export const Typical: Story = {}
export const Three: Story = { args: { keys: 'mod+shift+ArrowUp' } }
