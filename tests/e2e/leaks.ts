/** `npm run leaks`: opens, uses and closes an app two hundred times, and stops as many streams half-way. Takes some minutes. */
import { runNode } from '../command.ts'

const passed = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'soak', 'tests/e2e/leaks.test.ts'], { LEAK_ROUNDS: '200' })
process.exitCode = passed ? 0 : 1
