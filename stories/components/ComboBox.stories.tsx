import type { Meta, StoryObj } from '@storybook/react-vite'
import { ComboBox } from '../../components/ComboBox/ComboBox.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/ComboBox',
  component: ComboBox,
  args: { label: 'City', options: ['Madrid', 'Málaga', 'Berlin', 'Bergen'], value: null },
  render: args => <Live of={ComboBox} {...args} />,
} satisfies Meta<typeof ComboBox>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('ComboBox')
export const States = statesStory('ComboBox')

export const Typical: Story = { args: { value: 'Madrid' } }

export const AnyText: Story = { args: { custom: true, value: 'Somewhere else' } }

export const NothingChosen: Story = { args: { placeholder: 'Type to search' } }

export const Disabled: Story = { args: { disabled: true, value: 'Berlin' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={ComboBox} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
