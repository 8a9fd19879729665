import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateRangeField } from '../../components/DateRangeField/DateRangeField.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/DateRangeField',
  component: DateRangeField,
  args: { label: 'Trip', value: null },
  render: args => <Live of={DateRangeField} {...args} />,
} satisfies Meta<typeof DateRangeField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('DateRangeField')
export const States = statesStory('DateRangeField')

export const Typical: Story = { args: { value: { start: '2026-03-05', end: '2026-03-12' } } }

export const Empty: Story = {}

export const Disabled: Story = { args: { disabled: true, value: { start: '2026-03-05', end: '2026-03-12' } } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={DateRangeField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
