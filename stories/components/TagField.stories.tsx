import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { TagField } from '../../components/TagField/TagField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/TagField',
  component: TagField,
  args: { label: 'Tags', value: [] },
  render: args => <Live of={TagField} {...args} />,
} satisfies Meta<typeof TagField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('TagField')
export const States = statesStory('TagField')

export const Typical: Story = { args: { value: ['home', 'garden'], suggestions: ['home', 'work', 'holiday'] } }

export const Empty: Story = { args: { placeholder: 'Add a tag' } }

export const LongText: Story = {
  args: {
    value: [
      'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes',
      'home',
      'garden',
      'work',
      'holiday',
      'books',
      'music',
    ],
  },
}

export const Disabled: Story = { args: { disabled: true, value: ['home'] } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={TagField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
