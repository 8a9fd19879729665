import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GatewayFailure } from '../gateway/failure.ts'
import type { WatchedFile } from '../shell/preview/protocol.ts'
import { type Command, readArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { issuesOf } from './dev/blueprint-file.ts'
import { createDevServer, type DevServer } from './dev/dev-server.ts'
import { printable } from './paint.ts'
import { buildIfStale } from './start/build-shell.ts'
import { canOpenBrowser, openBrowser } from './start/open-browser.ts'

const USAGE = 'cyanotype dev FILE [--port N] [--no-open]'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DEFAULT_PORT = 4700
/** Where no port was asked for, this many are tried. */
const PORTS_TRIED = 20

/** `dev FILE`: shows the file's app in the browser and follows each save, until it is interrupted. */
export const dev: Command = async (args, terminal) => {
  const { file, options } = readArguments(USAGE, args, { '--port': 'value', '--no-open': 'flag' })
  if (file === '-') throw new CommandError(`A file is watched, not the standard input. Usage: ${USAGE}`)
  const asked = readPort(options.get('--port'))
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new CommandError(`There is no file ${JSON.stringify(file)}. Begin one with: cyanotype new NAME`)
  if (found.isDirectory()) throw new CommandError(`${JSON.stringify(file)} is a folder: name a file in it.`)
  await buildIfStale(ROOT, line => terminal.err(`${line}\n`))
  const server = createDevServer({
    file: resolve(file),
    shell: `${ROOT}dist/shell`,
    onFile: saved => terminal.out(`${new Date().toLocaleTimeString('en-GB')}  ${printable(file)}  ${verdictOf(saved)}\n`),
    write: line => terminal.err(`${line}\n`),
  })
  const url = await listen(server, asked)
  terminal.out(`Showing ${printable(file)} at ${url}\nSave it to see it change. Press Ctrl-C to end.\n`)
  if (!options.has('--no-open') && canOpenBrowser(terminal.environment, process.platform))
    openBrowser(url, process.platform, message => terminal.err(`${message}\n`))
  await interrupted()
  await server.close()
  return 0
}

async function listen(server: DevServer, asked: number | null): Promise<string> {
  const last = asked ?? DEFAULT_PORT + PORTS_TRIED - 1
  for (let port = asked ?? DEFAULT_PORT; ; port++) {
    try {
      return (await server.listen(port)).url
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error
      if (error.code === 'port-busy' && port < last) continue
      if (error.code === 'port-busy')
        throw new CommandError(`Port ${port} is in use by another program. Choose another one: --port ${port + 1}.`, { cause: error })
      throw new CommandError(error.message, { cause: error })
    }
  }
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new CommandError(`${JSON.stringify(text)} is no port: give a number from 1 to 65535, or 0 for a free one. Usage: ${USAGE}`)
  return port
}

/** `✓ no errors`, `✗ 2 errors, the first at 3:14`. */
function verdictOf(file: WatchedFile): string {
  if (file.kind === 'unreadable') return `✗ ${file.message}`
  const errors = issuesOf(file.text).filter(({ severity }) => severity === 'error')
  const [first] = errors
  return first === undefined ? '✓ no errors' : `✗ ${errors.length === 1 ? '1 error' : `${errors.length} errors, the first`} at ${first.line}:${first.column}`
}

/** Resolves at the first Ctrl-C or termination; the second ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise(done => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(130)
      asked = true
      done()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
