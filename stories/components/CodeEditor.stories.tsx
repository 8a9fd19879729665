import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { CodeEditor } from '../../components/CodeEditor/CodeEditor.tsx'
import { Form } from '../../components/Form/Form.tsx'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const json = '{\n  "name": "Corner Books",\n  "open": true,\n  "books": [{ "title": "Dune", "price": 9.5 }]\n}'

const meta = {
  title: 'Components/Input/CodeEditor',
  component: CodeEditor,
  args: { label: 'Data', value: json, language: 'json' },
  render: args => <Live of={CodeEditor} {...args} />,
} satisfies Meta<typeof CodeEditor>
export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('CodeEditor')
export const States = statesStory('CodeEditor')

/** Once the editor has loaded, Tab still leads out of it. */
export const Typical: Story = {
  args: { about: 'What the shop sells.' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(canvasElement.querySelector('.cm-content')).toBeTruthy(), { timeout: 10_000 })
    const editor = canvas.getByRole('textbox', { name: 'Data' })
    await userEvent.click(editor)
    await userEvent.keyboard('{Control>}{Home}{/Control}// ')
    await waitFor(() => expect(editor.textContent).toContain('// {'))
    await userEvent.tab()
    await expect(editor.contains(document.activeElement)).toBe(false)
    // Its styles are in a sheet that the page adopted: the desktop's policy refuses the text of a style element.
    await expect([...document.querySelectorAll('style')].filter(each => each.textContent?.includes('\u037c'))).toEqual([])
  },
}
export const Markdown: Story = {
  args: { label: 'Note', language: 'markdown', value: '# Garden\n\n- **tomatoes** by the wall\n- [seeds](https://example.org)' },
}
export const JavaScript: Story = {
  args: { label: 'Script', language: 'javascript', value: '// Sums up\nexport function sum(values) {\n  return values.reduce((a, b) => a + b, 0)\n}' },
}
export const Python: Story = {
  args: { label: 'Script', language: 'python', value: '# Sums up\ndef total(values):\n    return sum(values) if values else None' },
}
export const Sql: Story = { args: { label: 'Query', language: 'sql', value: "SELECT title, price FROM books\nWHERE price > 8 AND kind = 'novel';" } }
export const Html: Story = {
  args: { label: 'Page', language: 'html', value: '<!-- A shop -->\n<h1 class="name">Corner Books</h1>\n<script>alert(1)</script>' },
}
export const Css: Story = { args: { label: 'Style', language: 'css', value: '.name {\n  color: #123456;\n  margin: 0 auto;\n}' } }
export const Text: Story = {
  args: {
    label: 'Log',
    language: 'text',
    value: 'A long line that goes on below, because plain text has no shape of its own that would be lost by it. '.repeat(4),
  },
}
export const LongText: Story = {
  args: { value: Array.from({ length: 200 }, (_, line) => `${'  '.repeat(line % 4)}{ "line": ${line}, "text": "${'words '.repeat(line % 30)}" }`).join('\n') },
}
export const Empty: Story = { args: { value: '', placeholder: '{ "name": "…" }' } }
export const Disabled: Story = { args: { disabled: true } }
export const ReadOnly: Story = { args: { readOnly: true } }

/** What is wrong is said once the field was left, or the form was sent. */
export const Invalid: Story = {
  args: { value: '', required: true },
  render: args => (
    <Form submitLabel="Save">
      <Live of={CodeEditor} {...args} />
    </Form>
  ),
  play: async ({ canvas, userEvent }) => userEvent.click(canvas.getByRole('button', { name: 'Save' })),
}
