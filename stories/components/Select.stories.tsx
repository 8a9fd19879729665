import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { Select } from '../../components/Select/Select.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Select',
  component: Select,
  args: { label: 'Room', options: ['Kitchen', 'Bathroom', { value: 'garden', label: 'Garden', icon: 'leaf' }], value: null },
  render: args => <Live of={Select} {...args} />,
} satisfies Meta<typeof Select>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Select')
export const States = statesStory('Select')

export const Typical: Story = { args: { value: 'garden' } }

export const NothingChosen: Story = { args: { placeholder: 'Choose a room' } }

export const NullIsAChoice: Story = { args: { options: [{ value: null, label: 'All rooms' }, 'Kitchen', 'Bathroom'] } }

export const NotAnOption: Story = { args: { value: 'Attic' } }

export const LongText: Story = {
  args: {
    options: ['How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes'],
    value: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes',
  },
}

/** Of so many choices those that can be seen are drawn. */
export const TenThousandChoices: Story = {
  args: { options: Array.from({ length: 10_000 }, (_, index) => `Room ${index}`), value: 'Room 7000' },
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button')),
}

export const Empty: Story = { args: { options: [] } }

export const Disabled: Story = { args: { disabled: true, value: 'Kitchen' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={Select} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
