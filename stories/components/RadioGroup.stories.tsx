import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { RadioGroup } from '../../components/RadioGroup/RadioGroup.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/RadioGroup',
  component: RadioGroup,
  args: { label: 'Room', options: ['Kitchen', 'Bathroom', { value: 'garden', label: 'Garden', icon: 'leaf' }], value: null },
  render: args => <Live of={RadioGroup} {...args} />,
} satisfies Meta<typeof RadioGroup>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('RadioGroup')
export const States = statesStory('RadioGroup')

export const Typical: Story = { args: { value: 'Kitchen' } }

export const InARow: Story = { args: { direction: 'row', value: 'garden' } }

export const LongText: Story = {
  args: { options: ['Yes', 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes'] },
}

export const Disabled: Story = { args: { disabled: true, value: 'Kitchen' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={RadioGroup} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
