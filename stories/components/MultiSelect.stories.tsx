import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { MultiSelect } from '../../components/MultiSelect/MultiSelect.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/MultiSelect',
  component: MultiSelect,
  args: { label: 'Rooms', options: ['Kitchen', 'Bathroom', { value: 'garden', label: 'Garden', icon: 'leaf' }], value: [] },
  render: args => <Live of={MultiSelect} {...args} />,
} satisfies Meta<typeof MultiSelect>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('MultiSelect')
export const States = statesStory('MultiSelect')

export const Typical: Story = { args: { value: ['Kitchen', 'garden'] } }

export const NothingChosen: Story = { args: { placeholder: 'Any room' } }

export const Disabled: Story = { args: { disabled: true, value: ['Kitchen'] } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={MultiSelect} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
