/**
 * `npm test`: the shell is built where it is missing or stale, then every test runs. Arguments are passed on to Vitest.
 */
import { readFile } from 'node:fs/promises'
import { runNode } from './command.ts'

const report = '.cache/test-report.json'
const passed = await runNode([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8')) as Record<string, number>
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
process.exitCode = passed ? 0 : 1
