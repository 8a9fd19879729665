import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form } from '../../components/Form/Form.tsx'
import { Rating } from '../../components/Rating/Rating.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Rating',
  component: Rating,
  args: { label: 'Rating', value: 3 },
  render: args => <Live of={Rating} {...args} />,
} satisfies Meta<typeof Rating>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Rating')
export const States = statesStory('Rating')

export const Typical: Story = {}

export const None: Story = { args: { value: 0 } }

export const OfTen: Story = { args: { max: 10, value: 7 } }

export const ReadOnly: Story = { args: { readOnly: true } }

export const Disabled: Story = { args: { disabled: true } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { required: true, value: 0 },
  render: args => (
    <Form submitLabel="Save">
      <Live of={Rating} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
