import type { Meta, StoryObj } from '@storybook/react-vite'
import { Image } from '../../components/Image/Image.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'
import { hills } from '../sample-picture.ts'

const meta = {
  title: 'Components/Text/Image',
  component: Image,
  args: {
    src: hills,
    alt: 'Hills below a low sun',
    ratio: '16:9',
  },
} satisfies Meta<typeof Image>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Image')
export const States = statesStory('Image')

export const Typical: Story = {}
export const Round: Story = { args: { ratio: '1:1', radius: 'full', width: 's' } }
export const Refused: Story = { args: { src: 'https://example.com/fern.png', alt: 'A fern' } }
export const Empty: Story = { args: { src: '', alt: 'A fern' } }
