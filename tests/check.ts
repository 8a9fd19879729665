/** `npm run check`: everything that can be said about the code without running it. */
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../cli/start/build-shell.ts'
import { runNode } from './command.ts'

const checks: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['Generated files', ['schema/generate/run.ts', '--check']],
  ['Types', ['node_modules/typescript-7/bin/tsc', '-p', '.']],
  ['Lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings']],
  [
    'Layers',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'schema',
      'engine',
      'components',
      'tools',
      'gateway',
      'shell',
      'blueprints',
      'stories',
      'cli',
      'tests',
    ],
  ],
  ['Unused code', ['node_modules/knip/bin/knip.js']],
  ['Size', ['node_modules/size-limit/bin.js']],
]

// Whose size is looked at.
await buildIfStale(fileURLToPath(new URL('..', import.meta.url)), line => console.log(line))

const failed: string[] = []
for (const [what, args] of checks) {
  console.log(`\n— ${what}`)
  if (!(await runNode(args))) failed.push(what)
}
console.log(failed.length === 0 ? `\nAll ${checks.length} checks passed.` : `\nFailed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
