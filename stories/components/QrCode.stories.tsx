import type { Meta, StoryObj } from '@storybook/react-vite'
import { QrCode } from '../../components/QrCode/QrCode.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Special/QrCode',
  component: QrCode,
  args: { text: 'WIFI:T:WPA;S:Garden;P:rosemary;;', label: 'Join the guest network' },
} satisfies Meta<typeof QrCode>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('QrCode')
export const States = statesStory('QrCode')

export const Typical: Story = {}
export const LongText: Story = { args: { text: `https://example.com/menu?of=${'the-day-'.repeat(60)}`, label: 'The menu' } }
export const TooLong: Story = { args: { text: 'x'.repeat(3000), label: 'More than a code holds' } }
export const Empty: Story = { args: { text: '' } }
