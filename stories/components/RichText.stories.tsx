import type { Meta, StoryObj } from '@storybook/react-vite'
import { RichText } from '../../components/RichText/RichText.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/RichText',
  component: RichText,
  args: { spans: [{ text: 'Now ' }, { text: '12 €', tone: 'good', weight: 'bold', size: 'xl' }, { text: ' ' }, { text: '18 €', strike: true }] },
} satisfies Meta<typeof RichText>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('RichText')
export const States = statesStory('RichText')

export const Typical: Story = {}
export const LongText: Story = {
  args: { spans: [{ text: 'One word of a long text is ' }, { text: 'underlined', underline: true }, { text: ', and the rest goes on. '.repeat(12) }] },
}
export const Empty: Story = { args: { spans: [] } }
