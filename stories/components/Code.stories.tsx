import type { Meta, StoryObj } from '@storybook/react-vite'
import { Code } from '../../components/Code/Code.tsx'
import { ClipboardContext } from '../../components/clipboard.ts'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Code',
  component: Code,
  args: { text: '{\n  "name": "fern",\n  "light": 2\n}', language: 'json', copy: true },
} satisfies Meta<typeof Code>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Code')
export const States = statesStory('Code')

/** The copy button is there where the desktop can copy. */
export const Typical: Story = {
  decorators: [
    Story => (
      <ClipboardContext value={() => Promise.resolve()}>
        <Story />
      </ClipboardContext>
    ),
  ],
}
export const Plain: Story = { args: { copy: false, language: '' } }
export const LongText: Story = { args: { text: 'a long line that goes on and on; '.repeat(20) } }
