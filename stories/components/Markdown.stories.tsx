import type { Meta, StoryObj } from '@storybook/react-vite'
import { Markdown } from '../../components/Markdown/Markdown.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Markdown',
  component: Markdown,
  args: {
    text: '# Fern\n\nLikes **shade**, and a [damp](https://example.org) place.\n\n- [x] watered\n- [ ] fed\n\n| month | litres |\n| --- | --- |\n| May | 3 |\n\n> Turn it once a week.\n\n`fern.json` holds the rest:\n\n```json\n{ "light": 2 }\n```',
  },
} satisfies Meta<typeof Markdown>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Markdown')
export const States = statesStory('Markdown')

export const Typical: Story = {}
export const HtmlIsText: Story = { args: { text: 'Not drawn: <b>bold</b> <img src=x onerror=alert(1)>' } }
export const Empty: Story = { args: { text: '' } }
