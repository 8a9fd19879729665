import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateField } from '../../components/DateField/DateField.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/DateField',
  component: DateField,
  args: { label: 'Due', value: null },
  render: args => <Live of={DateField} {...args} />,
} satisfies Meta<typeof DateField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('DateField')
export const States = statesStory('DateField')

export const Typical: Story = { args: { value: '2026-03-05' } }

export const Empty: Story = {}

export const WithLimits: Story = { args: { value: '2026-03-05', min: '2026-03-02', max: '2026-03-20' } }

export const Disabled: Story = { args: { disabled: true, value: '2026-03-05' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={DateField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
