import type { Meta, StoryObj } from '@storybook/react-vite'
import { AppShortcut } from '../../components/AppShortcut/AppShortcut.tsx'
import { type AppOpener, AppOpenerContext } from '../../components/app-opener.ts'
import { exampleStory, statesStory } from '../component-stories.tsx'

const desktop: AppOpener = name => (name === 'Calculator' ? { icon: 'calculator', open: () => {} } : null)

const meta = {
  title: 'Components/Special/AppShortcut',
  component: AppShortcut,
  args: { app: 'Calculator' },
  decorators: [
    Story => (
      <AppOpenerContext value={desktop}>
        <Story />
      </AppOpenerContext>
    ),
  ],
} satisfies Meta<typeof AppShortcut>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('AppShortcut')
export const States = statesStory('AppShortcut')

export const Typical: Story = {}
export const WithLabel: Story = { args: { label: 'Work it out', icon: '🧮' } }
export const NotHere: Story = { args: { app: 'Timetable' } }
export const Empty: Story = { args: { app: '' } }
export const LongText: Story = {
  args: { app: 'Calculator', label: 'A name that somebody wrote without a thought for how much room there would be for it in a narrow window' },
}
/** As in a preview, where nothing can be opened. */
export const NoDesktop: Story = {
  decorators: [
    Story => (
      <AppOpenerContext value={null}>
        <Story />
      </AppOpenerContext>
    ),
  ],
}
