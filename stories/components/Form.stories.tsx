import type { Meta, StoryObj } from '@storybook/react-vite'
import { Checkbox } from '../../components/Checkbox/Checkbox.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { NumberField } from '../../components/NumberField/NumberField.tsx'
import { Select } from '../../components/Select/Select.tsx'
import { TextField } from '../../components/TextField/TextField.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const meta = {
  title: 'Components/Input/Form',
  component: Form,
  args: {
    submitLabel: 'Save',
    children: (
      <>
        <Live of={TextField} label="Name" required value="" />
        <Live of={NumberField} label="Amount" format="money" min={1} value={null} required />
        <Live of={Select} label="Category" options={['Food', 'Rent', 'Fun']} required value={null} />
        <Live of={Checkbox} label="Paid" />
      </>
    ),
  },
} satisfies Meta<typeof Form>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('Form')
export const States = statesStory('Form')

export const Typical: Story = {}

/** Sent while fields are missing: each says what it needs, and the first has the focus. */
export const Invalid: Story = { play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })) }

export const WithoutAButton: Story = { args: { submitLabel: '' } }

export const Empty: Story = { args: { children: null } }
