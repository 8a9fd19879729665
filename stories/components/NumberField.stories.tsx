import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { NumberField } from '../../components/NumberField/NumberField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/NumberField',
  component: NumberField,
  args: { label: 'Amount', value: null },
  render: args => <Live of={NumberField} {...args} />,
} satisfies Meta<typeof NumberField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('NumberField')
export const States = statesStory('NumberField')

export const Typical: Story = { args: { value: 12 } }

export const Money: Story = { args: { format: 'money', currency: 'EUR', value: 1234.5 } }

export const Percent: Story = { args: { label: 'Interest', format: 'percent', value: 0.05 } }

export const WithUnit: Story = { args: { label: 'Weight', unit: 'kg', value: 72.5, step: 0.5 } }

export const Empty: Story = { args: { placeholder: '0' } }

export const LongText: Story = {
  args: {
    label: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes',
    unit: 'kilowatt hours a year',
    value: 1234567.89,
  },
}

export const Disabled: Story = { args: { disabled: true, value: 3 } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { min: 10, value: 5 },
  render: args => (
    <Form submitLabel="Save">
      <Live of={NumberField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
