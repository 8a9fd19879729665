import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Row } from '../../components/Row/Row.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Actions/Button',
  component: Button,
  args: { label: 'Add plant' },
} satisfies Meta<typeof Button>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Button')
export const States = statesStory('Button')

export const Primary: Story = { args: { variant: 'primary', icon: 'plus' } }
export const Secondary: Story = {}
export const Quiet: Story = { args: { variant: 'quiet' } }
export const Danger: Story = { args: { variant: 'danger', label: 'Delete' } }
export const Toned: Story = { args: { tone: 'good' } }
export const Sizes: Story = {
  render: args => (
    <Row wrap>
      {(['s', 'm', 'l', 'xl'] as const).map(size => (
        <Button key={size} {...args} size={size} />
      ))}
    </Row>
  ),
}
export const Loading: Story = { args: { loading: true } }
export const Disabled: Story = { args: { disabled: true } }
export const Full: Story = { args: { full: true } }
export const LongText: Story = { args: { label: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' } }
