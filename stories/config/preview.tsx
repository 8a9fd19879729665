import type { Preview } from '@storybook/react-vite'
import { catalog } from '../../components/index.ts'
import { Stack } from '../../components/Stack/Stack.tsx'
import './preview.css'

const locale = { language: 'en-US', timeZone: 'UTC', currency: 'USD' }
let attached = 0
const attachments = {
  url: () => null,
  load: async () => {},
  put: async (file: File) => ({ ref: `file:${++attached}`, name: file.name, type: file.type, size: file.size }),
}

/** Every story stands where it would stand in an app: below the catalog's root, in light or dark, in a window's width. */
const preview: Preview = {
  parameters: { a11y: { test: 'error' }, layout: 'fullscreen', controls: { expanded: true } },
  initialGlobals: { mode: import.meta.env.STORY_MODE ?? 'light', width: 'window' },
  globalTypes: {
    mode: { description: 'Light or dark', toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    width: { description: 'How wide the app is', toolbar: { icon: 'ruler', items: ['phone', 'window', 'wide'], dynamicTitle: true } },
  },
  decorators: [
    (Story, { globals }) => (
      <div className={`story-ground story-${String(globals.width)}`}>
        <catalog.Root theme={{ mode: String(globals.mode) }} developing={false} locale={locale} attachments={attachments}>
          <Stack>
            <Story />
          </Stack>
        </catalog.Root>
      </div>
    ),
  ],
}

export default preview
