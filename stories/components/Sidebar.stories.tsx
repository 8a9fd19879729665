import type { Meta, StoryObj } from '@storybook/react-vite'
import { Heading } from '../../components/Heading/Heading.tsx'
import { Sidebar } from '../../components/Sidebar/Sidebar.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Sidebar',
  component: Sidebar,
  args: {
    title: 'Notes',
    items: [{ value: null, label: 'All notes', icon: 'inbox', badge: 12 }, { value: 'work', label: 'Work', icon: 'briefcase' }, 'Private'],
    value: null,
    onChange: () => {},
    children: <Heading text="All notes" level={1} />,
  },
} satisfies Meta<typeof Sidebar>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Sidebar')
export const States = statesStory('Sidebar')

export const Typical: Story = {}
export const LongText: Story = {
  args: {
    items: [
      {
        value: 1,
        label: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
        icon: 'folder',
        badge: 120,
      },
    ],
  },
}
export const Empty: Story = { args: { items: [] } }
