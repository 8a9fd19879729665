import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { findBrowser } from './tests/browser.ts'

const { executablePath, args } = await findBrowser()

/** Every story as a test, axe included, in one of the two modes. Made anew for each: Vitest writes into what it is given. */
function stories(name: string, mode: 'light' | 'dark'): TestProjectInlineConfiguration {
  return {
    plugins: [storybookTest({ configDir: fileURLToPath(new URL('stories/config', import.meta.url)) })],
    optimizeDeps: {
      include: ['react', 'react-dom', 'react-aria-components', 'recharts', 'react-markdown', 'remark-gfm', 'lucide-react'],
    },
    test: {
      name,
      env: { STORY_MODE: mode },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...args] } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

/** What goes round and round, a minute and more: `npm run soak`, and no part of `npm test`. */
const SOAK = ['leaks', 'faults', 'long-lists'].map(name => `tests/e2e/${name}.test.ts`)

/** The whole product in a real browser. */
function browserTests(name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      include,
      exclude,
      globalSetup: ['tests/e2e/global-setup.ts'],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 240_000,
    },
  }
}

/** Plain modules in Node, components in jsdom, stories in a real browser, light and dark, and the whole product in one. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Plain modules keep nothing from one file to the next, and starting afresh for each takes longer than most.
          isolate: false,
          include: [
            '{schema,engine,tools,gateway,shell,blueprints,cli}/**/*.test.ts',
            'tests/{architecture,conformance,diagnostics,security,fake-providers}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['{engine,components,shell,tools}/**/*.test.tsx', 'tests/dom/**/*.test.tsx'],
          setupFiles: ['tests/setup-dom.ts'],
          css: false,
          testTimeout: 30_000,
        },
      },
      stories('stories', 'light'),
      stories('stories-dark', 'dark'),
      browserTests('e2e', ['tests/e2e/**/*.test.ts'], SOAK),
      browserTests('soak', SOAK),
    ],
  },
})
