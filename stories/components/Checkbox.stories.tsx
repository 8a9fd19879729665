import type { Meta, StoryObj } from '@storybook/react-vite'
import { Checkbox } from '../../components/Checkbox/Checkbox.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Checkbox',
  component: Checkbox,
  args: { label: 'Water the plants', value: false },
  render: args => <Live of={Checkbox} {...args} />,
} satisfies Meta<typeof Checkbox>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Checkbox')
export const States = statesStory('Checkbox')

export const Typical: Story = {}

export const Ticked: Story = { args: { value: true } }

export const WithHelp: Story = { args: { about: 'Every third day.' } }

export const LongText: Story = {
  args: { label: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes' },
}

export const Disabled: Story = { args: { disabled: true } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={Checkbox} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
