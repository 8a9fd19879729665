import type { Meta, StoryObj } from '@storybook/react-vite'
import { Accordion } from '../../components/Accordion/Accordion.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Accordion',
  component: Accordion,
  args: {
    items: [
      { key: 'a', title: 'How often do I water?', content: <Text text="When the soil is dry." /> },
      { key: 'b', title: 'What about winter?', about: 'From November to March', content: <Text text="Less." /> },
      { key: 'c', title: 'And light?', icon: 'sun', content: <Text text="Bright, but no sun at noon." /> },
    ],
  },
} satisfies Meta<typeof Accordion>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Accordion')
export const States = statesStory('Accordion')

export const Typical: Story = {}
export const Multiple: Story = { args: { multiple: true } }
export const Empty: Story = { args: { items: [] } }
