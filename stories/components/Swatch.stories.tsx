import type { Meta, StoryObj } from '@storybook/react-vite'
import { Swatch } from '../../components/Swatch/Swatch.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = { title: 'Components/Text/Swatch', component: Swatch, args: { color: '#2f6f8f', label: 'Sea' } } satisfies Meta<typeof Swatch>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Swatch')
export const States = statesStory('Swatch')

export const Typical: Story = {}
export const Named: Story = { args: { color: 'rose', label: undefined } }
export const Copyable: Story = { args: { copy: true } }
export const NoColour: Story = { args: { color: 'sea', label: undefined } }
