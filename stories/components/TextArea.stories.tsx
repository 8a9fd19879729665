import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { TextArea } from '../../components/TextArea/TextArea.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/TextArea',
  component: TextArea,
  args: { label: 'Notes', value: '' },
  render: args => <Live of={TextArea} {...args} />,
} satisfies Meta<typeof TextArea>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('TextArea')
export const States = statesStory('TextArea')

export const Typical: Story = { args: { value: 'Wants little water and much light.' } }

export const Empty: Story = { args: { placeholder: 'What should you remember?' } }

export const WithLimit: Story = { args: { maxLength: 120, value: 'Wants little water and much light.' } }

export const Disabled: Story = { args: { disabled: true, value: 'Wants little water.' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={TextArea} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
