import type { Meta, StoryObj } from '@storybook/react-vite'
import { Badge } from '../../components/Badge/Badge.tsx'
import { Row } from '../../components/Row/Row.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Badge',
  component: Badge,
  args: { text: 'Watered' },
} satisfies Meta<typeof Badge>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Badge')
export const States = statesStory('Badge')

export const Typical: Story = { args: { tone: 'good', icon: 'check' } }
export const Tones: Story = {
  render: args => (
    <Row wrap>
      {(['neutral', 'info', 'good', 'warn', 'bad', 'accent'] as const).map(tone => (
        <Badge key={tone} {...args} tone={tone} text={tone} />
      ))}
    </Row>
  ),
}
export const LongText: Story = { args: { text: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' } }
