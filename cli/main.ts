import type { Command, Terminal } from './command.ts'
import { CommandError } from './command-error.ts'

/** Loaded one at a time, so that a command needs no more of the project than it uses. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.ts')).check],
  ['prompt', async () => (await import('./prompt.ts')).prompt],
  ['hash', async () => (await import('./hash.ts')).hash],
  ['link', async () => (await import('./link.ts')).link],
  ['test', async () => (await import('./test.ts')).test],
])

const USAGE = `Usage: cyanotype COMMAND

  check FILE|- [--json]       tell what is wrong with a blueprint
  test FILE|-                 run a blueprint's own tests
  hash FILE|-                 print a blueprint's hash
  link FILE|- [--base URL]    print a link that carries the app
  prompt                      print the system prompt, exactly as it is sent to a model

"-" reads the standard input. The exit code is 0 when all is well, 1 when the document has errors
or a test fails, and 2 when the command could not be carried out.
`

/** Carries out one command line and gives its exit code. What goes wrong is said in words, never thrown. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) {
    terminal.err(`A command is missing.\n\n${USAGE}`)
    return 2
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(USAGE)
    return 0
  }
  const load = COMMANDS.get(name)
  if (load === undefined) {
    terminal.err(`There is no command ${JSON.stringify(name)}.\n\n${USAGE}`)
    return 2
  }
  try {
    const command = await load()
    return await command(rest, terminal)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    terminal.err(`cyanotype ${name}: ${error.message}\n`)
    return 2
  }
}

function processTerminal(): Terminal {
  // A reader that closes the pipe (`cyanotype prompt | head`) has what it wants.
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    environment: process.env,
    input: () => process.stdin as AsyncIterable<Uint8Array>, // no encoding is set, so it gives buffers
  }
}
