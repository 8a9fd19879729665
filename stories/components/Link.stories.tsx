import type { Meta, StoryObj } from '@storybook/react-vite'
import { Link } from '../../components/Link/Link.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Link',
  component: Link,
  args: { text: 'The recipe', href: 'https://example.org/pie' },
} satisfies Meta<typeof Link>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Link')
export const States = statesStory('Link')

export const Typical: Story = {}
export const Refused: Story = { args: { href: 'javascript:alert(1)' } }
export const LongText: Story = { args: { text: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' } }
