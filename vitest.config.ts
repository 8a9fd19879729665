import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { findBrowser } from './tests/browser.ts'

const { executablePath, args } = await findBrowser()

/** Every story as a test, axe included, in both modes (`stories/config/dark-contrast.ts`). */
function stories(): TestProjectInlineConfiguration {
  return {
    plugins: [storybookTest({ configDir: fileURLToPath(new URL('stories/config', import.meta.url)) })],
    optimizeDeps: {
      include: ['react', 'react-dom', 'react-aria-components', 'recharts', 'react-markdown', 'remark-gfm', 'lucide-react'],
    },
    test: {
      name: 'stories',
      isolate: false,
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
const SOAK = ['leaks', 'faults', 'long-lists', 'layout-shift'].map(name => `tests/e2e/${name}.test.ts`)

/** What takes a minute by itself, and seldom finds what the rest does not: `npm run deep`, and no part of `npm test`. */
const DEEP =
  'bench between-apps cross-site each-tool files-crash grants intents layout locales network other-apps payloads platform recordings reminders trouble workspace'
    .split(' ')
    .map(name => `tests/e2e/${name}.test.ts`)
/** The same without a browser: every component with every text and every beginning of its properties. */
const DEEP_DOM = ['exhaustion', 'markup', 'naughty-strings', 'odd-values', 'prototype-names', 'streaming'].map(name => `tests/dom/${name}.test.tsx`)

/** Components in jsdom. */
function domTests(name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration {
  return {
    plugins: [react()],
    test: { name, environment: 'jsdom', include, exclude, setupFiles: ['tests/setup-dom.ts'], css: false, testTimeout: 30_000 },
  }
}

/** The whole product in a real browser. */
function browserTests(name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      include,
      exclude,
      globalSetup: ['tests/e2e/global-setup.ts'],
      fileParallelism: name !== 'soak',
      testTimeout: 120_000,
      hookTimeout: 240_000,
    },
  }
}

/** Plain modules in Node, components in jsdom, stories in a real browser, and the whole product in one. */
export default defineConfig({
  test: {
    // The machine has nothing else to do meanwhile.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Plain modules keep nothing from one file to the next, and starting afresh for each takes longer than most.
          isolate: false,
          include: [
            '{schema,engine,tools,gateway,shell,blueprints,stories,cli}/**/*.test.ts',
            'tests/{architecture,conformance,diagnostics,edits,fake-providers,security}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      domTests('dom', ['{engine,components,shell,tools}/**/*.test.tsx', 'tests/dom/**/*.test.tsx'], DEEP_DOM),
      domTests('deep-dom', DEEP_DOM),
      stories(),
      browserTests('e2e', ['tests/e2e/**/*.test.ts'], [...SOAK, ...DEEP]),
      browserTests('deep', DEEP),
      browserTests('look', ['tests/look/**/*.test.ts']),
      browserTests('soak', SOAK),
    ],
  },
})
