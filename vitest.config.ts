import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

/** Three rooms: plain modules in Node, components in jsdom, and what needs a real browser in `tests/e2e`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{schema,engine,tools,gateway,shell,blueprints,cli}/**/*.test.ts', 'tests/{architecture,conformance,security}/**/*.test.ts'],
          testTimeout: 20_000,
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
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
