import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestRunner } from '../tests/runner/run-tests.tsx'
import { CommandError } from './command-error.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNNER = '/tests/runner/run-tests.tsx'

/** Opens what runs the tests of blueprints, for as long as `use` takes. It is TSX with style sheets, which Node does not read by itself: Vite loads it. */
export async function withRunner<T>(use: (runner: TestRunner) => Promise<T>): Promise<T> {
  if (!existsSync(ROOT + RUNNER)) throw new CommandError(`The runner of the tests is missing (${RUNNER.slice(1)}): this copy of Cyanotype is not whole.`)
  const [{ createServer }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  const server = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: [react()],
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { openTestRunner } = (await server.ssrLoadModule(RUNNER)) as { openTestRunner(): Promise<TestRunner> }
    const runner = await openTestRunner()
    try {
      return await use(runner)
    } finally {
      runner.close()
    }
  } finally {
    await server.close()
  }
}
