import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Json } from '../schema/json/json.ts'
import { type Command, readArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { loadDocument } from './load-document.ts'
import { nameOf, readText } from './read-text.ts'

interface TestResult {
  readonly name: string
  readonly passed: boolean
  readonly message?: string
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNNER = '/tests/runner/run-tests.tsx'

/** `test FILE|-`: runs a blueprint's own tests (B70) in the real renderer; 1 where one fails. */
export const test: Command = async (args, terminal) => {
  const { file } = readArguments('cyanotype test FILE|-', args)
  const document = loadDocument(await readText(file, terminal), file, terminal, 'valid')
  if (document === null) return 1

  const results = await runTests(document)
  if (results.length === 0) terminal.out(`${nameOf(file)} has no tests.\n`)
  for (const { name, passed, message } of results)
    terminal.out(`${passed ? 'passed' : 'FAILED'}  ${name}${message === undefined ? '' : `\n        ${message}`}\n`)
  const failed = results.filter(result => !result.passed).length
  if (results.length > 0) terminal.out(`${results.length - failed} of ${results.length} passed\n`)
  return failed > 0 ? 1 : 0
}

/** The runner is TSX with style sheets, which Node does not read by itself: Vite loads it. */
async function runTests(document: Json): Promise<readonly TestResult[]> {
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
    const runner = (await server.ssrLoadModule(RUNNER)) as { runBlueprintTests(document: Json): Promise<readonly TestResult[]> }
    return await runner.runBlueprintTests(document)
  } finally {
    await server.close()
  }
}
