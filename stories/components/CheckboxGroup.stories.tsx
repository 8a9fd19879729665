import type { Meta, StoryObj } from '@storybook/react-vite'
import { CheckboxGroup } from '../../components/CheckboxGroup/CheckboxGroup.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/CheckboxGroup',
  component: CheckboxGroup,
  args: { label: 'Rooms', options: ['Kitchen', 'Bathroom', { value: 'garden', label: 'Garden', icon: 'leaf' }], value: [] },
  render: args => <Live of={CheckboxGroup} {...args} />,
} satisfies Meta<typeof CheckboxGroup>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('CheckboxGroup')
export const States = statesStory('CheckboxGroup')

export const Typical: Story = { args: { value: ['Kitchen'] } }

export const InARow: Story = { args: { direction: 'row', value: ['garden'] } }

export const Disabled: Story = { args: { disabled: true } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={CheckboxGroup} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
