import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileField } from '../../components/FileField/FileField.tsx'
import type { AttachmentStore } from '../../components/field/attachment-context.ts'
import { AttachmentContext } from '../../components/field/attachment-context.ts'
import { Live } from '../../tests/live.tsx'
import { exampleStory, statesStory } from '../component-stories.tsx'

const urls = new Map<string, string>()

/** Keeps files for as long as the page is open. */
const store: AttachmentStore = {
  async put(file) {
    const ref = `file:${file.name}`
    urls.set(ref, URL.createObjectURL(file))
    return { ref, name: file.name, type: file.type, size: file.size }
  },
  url: ref => urls.get(ref) ?? null,
}

const meta = {
  title: 'Components/Input/FileField',
  component: FileField,
  args: { label: 'Photo', accept: ['image/*'], value: null },
  render: args => (
    <AttachmentContext value={store}>
      <Live of={FileField} {...args} />
    </AttachmentContext>
  ),
} satisfies Meta<typeof FileField>

export default meta
type Story = StoryObj<typeof meta>

export const Example = exampleStory('FileField')
export const States = statesStory('FileField')

export const Typical: Story = {}

export const WithAFile: Story = { args: { accept: [], value: { ref: 'file:1', name: 'invoice-march.pdf', type: 'application/pdf', size: 234567 } } }

export const Several: Story = {
  args: {
    label: 'Documents',
    multiple: true,
    accept: [],
    value: [
      { ref: 'file:1', name: 'invoice-march.pdf', type: 'application/pdf', size: 234567 },
      { ref: 'file:2', name: 'a-very-long-name-of-a-file-that-does-not-fit-into-its-line-at-all.csv', type: 'text/csv', size: 812 },
    ],
  },
}

export const Disabled: Story = { args: { disabled: true } }

/** Where nothing keeps files, it says so. */
export const NowhereToKeep: Story = { render: args => <FileField {...args} /> }
