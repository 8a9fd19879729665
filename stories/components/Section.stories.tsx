import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Section } from '../../components/Section/Section.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Section',
  component: Section,
  args: { title: 'This week', about: 'What the plants need, day by day.', children: <Text text="Nothing planned." /> },
} satisfies Meta<typeof Section>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Section')
export const States = statesStory('Section')

export const Typical: Story = {}
export const WithActions: Story = { args: { icon: 'calendar', actions: <Button label="Plan" size="s" /> } }
export const Collapsible: Story = { args: { collapsible: true } }
export const LongText: Story = {
  args: {
    title: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
    about: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
  },
}
