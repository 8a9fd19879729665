import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { TimeField } from '../../components/TimeField/TimeField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/TimeField',
  component: TimeField,
  args: { label: 'From', value: null },
  render: args => <Live of={TimeField} {...args} />,
} satisfies Meta<typeof TimeField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('TimeField')
export const States = statesStory('TimeField')

export const Typical: Story = { args: { value: '09:30' } }

export const Empty: Story = {}

export const Disabled: Story = { args: { disabled: true, value: '09:30' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={TimeField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
