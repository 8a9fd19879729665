import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // As in the desktop, the order of the layers is said before any style.
  staticDirs: ['../../shell/public'],
  previewHead: head => `<link rel="stylesheet" href="./layers.css" />${head}`,
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: false },
  viteFinal: config =>
    mergeConfig(config, {
      build: {
        chunkSizeWarningLimit: 4_000,
        rolldownOptions: {
          // "use client" says nothing in a page that has no server part.
          onLog(level: string, log: { readonly code?: string }, pass: (level: string, log: unknown) => void) {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') pass(level, log)
          },
        },
      },
    }),
}

export default config
