import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../../components/Button/Button.tsx'
import { Drawer } from '../../components/Drawer/Drawer.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Layout/Drawer',
  component: Drawer,
  args: {
    title: 'New plant',
    open: true,
    onClose: () => {},
    actions: [<Button key="no" label="Cancel" />, <Button key="yes" label="Save" variant="primary" />],
    children: <Text text="You can change all of this later." />,
  },
} satisfies Meta<typeof Drawer>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Drawer')
export const States = statesStory('Drawer')

export const Typical: Story = {}
export const FromTheStart: Story = { args: { side: 'start' } }
export const FromBelow: Story = { args: { side: 'bottom' } }
export const LongText: Story = {
  args: {
    title: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window',
    children: Array.from({ length: 40 }, (_, index) => <Text key={index} text={`Line ${index + 1}`} />),
  },
}
export const Closed: Story = { args: { open: false } }
