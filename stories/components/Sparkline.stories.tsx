import type { Meta, StoryObj } from '@storybook/react-vite'
import { Sparkline } from '../../components/Sparkline/Sparkline.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = { title: 'Components/Data/Sparkline', component: Sparkline, args: { label: 'Weight', values: [80, 79, 79.5, 78, 78.2, 77] } } satisfies Meta<
  typeof Sparkline
>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Sparkline')
export const States = statesStory('Sparkline')

export const Typical: Story = {}
export const Toned: Story = { args: { tone: 'good' } }
export const Flat: Story = { args: { values: [3, 3, 3] } }
export const Empty: Story = { args: { values: [] } }
