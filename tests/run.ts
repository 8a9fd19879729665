/**
 * `npm test`: every test, and one line about them all. What a test needs is built or found by its own
 * project's set-up (`vitest.config.ts`). Arguments are passed on to Vitest, as in `npm test -- --project unit`; unless
 * they name a project, `deep`, `look` and `soak` are left out.
 */
import { readFile, rm } from 'node:fs/promises'
import { runNode } from './command.ts'

const report = '.cache/test-report.json'
await rm(report, { force: true })
const given = process.argv.slice(2)
const passed = await runNode([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(given.some(argument => argument.startsWith('--project')) ? [] : ['--project=!deep*', '--project=!look', '--project=!soak']),
  ...given,
])
const counted = await readCounts()
console.log(counted ? `\n${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped` : '\nThe tests did not run to their end.')
if (counted?.failed === 0 && !passed) console.log('Vitest reports an error outside of the tests, above: they may not all have run.')
process.exitCode = passed && counted?.failed === 0 ? 0 : 1

/** A file that could not be loaded counts as one failed test. Null where Vitest ended before it wrote its report. */
async function readCounts(): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number } | null> {
  let text: string
  try {
    text = await readFile(report, 'utf8')
  } catch {
    return null
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text) as Report
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests }
}

/** What of Vitest's report is read here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}
