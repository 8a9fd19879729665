import type { Meta, StoryObj } from '@storybook/react-vite'
import { Avatar } from '../../components/Avatar/Avatar.tsx'

const meta = {
  title: 'Components/Text/Avatar',
  component: Avatar,
  args: { name: 'Ada Lovelace' },
} satisfies Meta<typeof Avatar>
export default meta
type Story = StoryObj<typeof meta>

export const Typical: Story = {}
export const Large: Story = { args: { size: 'xl' } }
export const Picture: Story = {
  args: { src: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFklEQVR42mNkYPhfz4AHMOKTHGYKAHlvCgGl2s0PAAAAAElFTkSuQmCC' },
}
export const Empty: Story = { args: { name: '' } }
