import type { Meta, StoryObj } from '@storybook/react-vite'
import { Frame } from '../../components/Frame/Frame.tsx'
import { type FrameHost, FrameHostContext } from '../../components/frame-host.ts'
import { exampleStory, statesStory } from '../component-stories.tsx'

const denying: FrameHost = {
  open: async () => ({ refused: 'You have not allowed this app to show pages of maps.example.com. You can change that in its details.' }),
  show: () => () => {},
}

const meta = {
  title: 'Components/Special/Frame',
  component: Frame,
  args: { src: 'https://maps.example.com/embed', title: 'A map of the garden' },
} satisfies Meta<typeof Frame>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Frame')
export const States = statesStory('Frame')

/** As in every drawing that is not live. */
export const Still: Story = {}
export const NotAllowed: Story = {
  decorators: [
    Story => (
      <FrameHostContext value={denying}>
        <Story />
      </FrameHostContext>
    ),
  ],
}
export const NoPublicPage: Story = { args: { src: 'https://localhost/admin' } }
export const Low: Story = { args: { height: 140 } }
