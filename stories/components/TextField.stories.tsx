import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { TextField } from '../../components/TextField/TextField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/TextField',
  component: TextField,
  args: { label: 'Name', placeholder: 'Ada Lovelace', value: '' },
  render: args => <Live of={TextField} {...args} />,
} satisfies Meta<typeof TextField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('TextField')
export const States = statesStory('TextField')

export const Typical: Story = {}

export const WithHelp: Story = { args: { about: 'As it stands on your passport.', required: true } }

export const Search: Story = { args: { label: 'Find a plant', kind: 'search', value: 'monstera' } }

export const WithIcon: Story = { args: { label: 'E-mail', kind: 'email', icon: 'mail', value: 'ada@example.com' } }

export const LongText: Story = {
  args: {
    label: 'How much of what you earn in a usual month you would like to put aside for the journey, before rent and after taxes',
    value: 'A text that goes on and on and is far longer than the field in which it stands, so that its end is cut off',
  },
}

export const Disabled: Story = { args: { disabled: true, value: 'Ada' } }

export const ReadOnly: Story = { args: { readOnly: true, value: 'Ada' } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { label: 'E-mail', kind: 'email', value: 'ada', rules: [{ check: false, message: 'This address is taken.' }] },
  render: args => (
    <Form submitLabel="Save">
      <Live of={TextField} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
