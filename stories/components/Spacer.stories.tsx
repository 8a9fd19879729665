import type { Meta, StoryObj } from '@storybook/react-vite'
import { Row } from '../../components/Row/Row.tsx'
import { Spacer } from '../../components/Spacer/Spacer.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Spacer',
  component: Spacer,
  args: {},
} satisfies Meta<typeof Spacer>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Spacer')
export const States = statesStory('Spacer')

/** Between the two: it takes what is left. */
export const InARow: Story = {
  render: args => (
    <Row>
      <Text text="Start" />
      <Spacer {...args} />
      <Text text="End" />
    </Row>
  ),
}
