import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './start/build-shell.ts'
import { canOpenBrowser, openBrowser } from './start/open-browser.ts'

const USAGE = `Starts Cyanotype: builds the desktop if that is needed, serves it on this machine, opens the browser.

  npm start                 start at http://localhost:4600
  npm start -- --no-open    without opening the browser
  PORT=5000 npm start       at another port

  --no-open   keeps the browser shut
  --port N    the port; PORT in the environment, else 4600
  --help      this text

Models are set up in the desktop's Settings, or in .env (see .env.example). None is needed to begin.
`

const DEFAULT_PORT = 4600
const root = join(import.meta.dirname, '..')

/** Runs until it is interrupted. Gives the exit status: 0 when it was closed, 1 when it could not start, 2 for wrong arguments. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${USAGE}`)
    return 2
  }
  if (asked.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const envFile = join(root, '.env')
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const port = readPort(asked.port ?? process.env.PORT)
  if (typeof port === 'string') {
    process.stderr.write(`${port}\n`)
    return 2
  }
  await buildIfStale(root, line => process.stdout.write(`${line}\n`))
  // Imported after the build: what it serves is read when it starts.
  const { createGateway } = await import('../gateway/server.ts')
  const gateway = createGateway({ shell: join(root, 'dist/shell') })
  const { url } = await gateway.listen(port)
  process.stdout.write(`Cyanotype is ready at ${url}\nPress Ctrl-C to close it.\n`)
  if (asked.open && canOpenBrowser(process.env, process.platform)) openBrowser(url, process.platform, message => process.stderr.write(`${message}\n`))
  await interrupted()
  await gateway.close()
  return 0
}

function readArguments(args: readonly string[]): { readonly help: boolean; readonly open: boolean; readonly port: string | undefined } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    })
    return { help: values.help ?? false, open: !(values['no-open'] ?? false), port: values.port }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readPort(text: string | undefined): number | string {
  if (text === undefined || text.trim() === '') return DEFAULT_PORT
  const port = Number(text)
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : `“${text}” is no port. Use a number from 1 to 65535, for example PORT=4600.`
}

/** Resolves at the first Ctrl-C or termination; the second ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise(resolve => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // A failure that has a code was written for the person; anything else is a fault of ours and shows where it was.
  const known = error instanceof Error && error.name === 'GatewayFailure'
  process.stderr.write(`${known ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
