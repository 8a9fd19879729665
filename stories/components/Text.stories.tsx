import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stack } from '../../components/Stack/Stack.tsx'
import { Text } from '../../components/Text/Text.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Text/Text',
  component: Text,
  args: { text: 'Three plants want water today.' },
} satisfies Meta<typeof Text>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Text')
export const States = statesStory('Text')

export const Typical: Story = {}
export const Sizes: Story = {
  render: args => (
    <Stack gap="s">
      {(['s', 'm', 'l', 'xl', '2xl', '3xl'] as const).map(size => (
        <Text key={size} {...args} size={size} />
      ))}
    </Stack>
  ),
}
export const Tones: Story = {
  render: args => (
    <Stack gap="s">
      {(['neutral', 'info', 'good', 'warn', 'bad', 'accent'] as const).map(tone => (
        <Text key={tone} {...args} tone={tone} />
      ))}
    </Stack>
  ),
}
export const Fonts: Story = {
  render: args => (
    <Stack gap="s">
      {(['sans', 'serif', 'mono', 'display'] as const).map(font => (
        <Text key={font} {...args} font={font} />
      ))}
    </Stack>
  ),
}
export const Done: Story = { args: { strike: true } }
export const TwoLines: Story = {
  args: { lines: 2, text: `${'A name that somebody wrote without a thought for how much room there would be for it in a narrow window'}. `.repeat(6) },
}
export const Empty: Story = { args: { text: '' } }
