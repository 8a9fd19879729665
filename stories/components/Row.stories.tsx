import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { Row } from '../../components/Row/Row.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Row',
  component: Row,
  args: { children: [<Text key="1" text="Plants" />, <Button key="2" label="Add" variant="primary" />] },
} satisfies Meta<typeof Row>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Row')
export const States = statesStory('Row')

export const Typical: Story = { args: { justify: 'between' } }
export const LongText: Story = {
  args: {
    children: [
      <Text key="1" grow text={'A name that somebody wrote without a thought for how much room there would be for it in a narrow window'} />,
      <Button key="2" label="Add" />,
    ],
  },
}
export const Wrapping: Story = {
  args: { wrap: true, children: Array.from({ length: 12 }, (_, index) => <Button key={index} label={`Choice ${index + 1}`} />) },
}
export const Cards: Story = {
  args: { children: [<Card key="1" title="One" />, <Card key="2" title="Two" subtitle="With a line below" />] },
}
export const Empty: Story = { args: { children: [] } }
