import type { Meta, StoryObj } from '@storybook/react-vite'
import { Image } from '../../components/Image/Image.tsx'

const meta = {
  title: 'Components/Text/Image',
  component: Image,
  args: {
    src: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFklEQVR42mNkYPhfz4AHMOKTHGYKAHlvCgGl2s0PAAAAAElFTkSuQmCC',
    alt: 'A green square',
    ratio: '16:9',
  },
} satisfies Meta<typeof Image>
export default meta
type Story = StoryObj<typeof meta>

export const Typical: Story = {}
export const Round: Story = { args: { ratio: '1:1', radius: 'full', width: 's' } }
export const Refused: Story = { args: { src: 'https://example.com/fern.png', alt: 'A fern' } }
export const Empty: Story = { args: { src: '', alt: 'A fern' } }
