import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'cli/*.{ts,mjs}',
    'gateway/server.ts',
    'tests/runner/run-tests.tsx',
    'tests/**/*.test.{ts,tsx}',
    'tests/bench/page/product.tsx',
    'tests/behaviour/stage/main.tsx',
    'tests/look/{sheets.ts,page/main.tsx}',
    'tests/bench/peer-{driver.ts,entry.tsx}',
    'stories/**/*.stories.tsx',
    'stories/config/*.tsx',
  ],
  project: ['{schema,engine,components,tools,gateway,shell,blueprints,stories,tests,cli}/**/*.{ts,tsx,js,mjs,css,mdx}'],
  ignore: ['**/generated/**', 'shell/public/**'],
  // The first is called by its path, as `typescript` has the same command; the others the peers' harness puts in place.
  ignoreDependencies: ['typescript-7', '@bench/harness', '@bench/html'],
  ignoreExportsUsedInFile: true,
  storybook: { config: ['stories/config/main.ts'], entry: [] },
  compilers: {
    css: text => [...text.matchAll(/@import\s+(?:url\()?["']([^"']+)/g)].map(([, name]) => `import '${name}'`).join('\n'),
  },
}

export default config
