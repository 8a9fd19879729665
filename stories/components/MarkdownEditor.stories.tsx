import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Form } from '../../components/Form/Form.tsx'
import { MarkdownEditor } from '../../components/MarkdownEditor/MarkdownEditor.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const note = '# Garden\n\nThe **tomatoes** stand by the wall, the _beans_ behind the shed.\n\n- water every second day\n- [seeds](https://example.org)\n'

const meta = {
  title: 'Components/Input/MarkdownEditor',
  component: MarkdownEditor,
  args: { label: 'Note', value: note },
  render: args => <Live of={MarkdownEditor} {...args} />,
} satisfies Meta<typeof MarkdownEditor>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('MarkdownEditor')
export const States = statesStory('MarkdownEditor')

export const Typical: Story = { args: { about: 'Shown to everybody who opens the plan.' } }
export const WithPreview: Story = { args: { preview: true } }

/** A button makes what is selected bold, and the preview stands in the place of the text. */
export const Formatted: Story = {
  args: { value: 'tomatoes' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(canvasElement.querySelector('.cm-content')).toBeTruthy(), { timeout: 10_000 })
    const editor = canvas.getByRole('textbox', { name: 'Note' })
    await userEvent.click(editor)
    await userEvent.keyboard('{Control>}a{/Control}')
    await userEvent.click(canvas.getByRole('button', { name: 'Bold' }))
    await waitFor(() => expect(editor.textContent).toBe('**tomatoes**'))
    await userEvent.click(canvas.getByRole('button', { name: 'Preview' }))
    await waitFor(() => expect(canvasElement.querySelector('.cy-markdown strong')?.textContent).toBe('tomatoes'), { timeout: 10_000 })
  },
}
export const Empty: Story = { args: { value: '', placeholder: 'What should you remember?' } }
export const EmptyWithPreview: Story = { args: { value: '', preview: true } }
export const LongText: Story = { args: { value: note.repeat(30), preview: true } }
export const RightToLeft: Story = { args: { value: '# حديقة\n\nالطماطم بجانب الجدار', preview: true } }
export const Disabled: Story = { args: { disabled: true } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { value: '', required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={MarkdownEditor} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
