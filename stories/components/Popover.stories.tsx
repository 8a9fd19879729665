import type { Meta, StoryObj } from '@storybook/react-vite'
import { Popover } from '../../components/Popover/Popover.tsx'
import { Text } from '../../components/Text/Text.tsx'

const meta = {
  title: 'Components/Layout/Popover',
  component: Popover,
  args: { label: 'Filter', icon: 'list-filter', children: <Text text="What to show" /> },
} satisfies Meta<typeof Popover>
export default meta
type Story = StoryObj<typeof meta>

export const Typical: Story = {}
