import { didYouMean } from '../schema/formula/did-you-mean.ts'
import type { Command, Terminal } from './command.ts'
import { CommandError } from './command-error.ts'

/** Loaded one at a time, so that a command needs no more of the project than it uses. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['new', async () => (await import('./new.ts')).newApp],
  ['check', async () => (await import('./check.ts')).check],
  ['explain', async () => (await import('./explain.ts')).explain],
  ['fmt', async () => (await import('./fmt.ts')).fmt],
  ['test', async () => (await import('./test.ts')).test],
  ['dev', async () => (await import('./dev.ts')).dev],
  ['edit', async () => (await import('./edit.ts')).edit],
  ['expand', async () => (await import('./expand.ts')).expand],
  ['hash', async () => (await import('./hash.ts')).hash],
  ['link', async () => (await import('./link.ts')).link],
  ['prompt', async () => (await import('./prompt.ts')).prompt],
])

const USAGE = `Usage: cyanotype COMMAND

Write
  new NAME [--from todo|form|dashboard|blank]   begin an app
  check FILE…|- [--fix] [--json]                tell what is wrong, and mend what can be mended safely
  explain [CODE]                                say more about what "check" found
  fmt FILE…|- [--check|--write]                 format
  test FILE…|- [--only NAME] [--json]           run an app's own tests
  dev FILE [--port N] [--no-open]               show the app in the browser and follow each save
  edit FILE EDIT [--write]                      apply an edit, and tell what becomes of the state

Hand on
  hash FILE|-                                   print an app's hash
  link FILE|- [--base URL]                      print a link that carries the app
  expand FILE|-                                 print the same app without parts
  prompt                                        print the system prompt, exactly as it is sent to a model

"-" reads the standard input. The exit code is 0 when all is well, 1 when a document has errors or
a test fails, and 2 when the command could not be carried out.
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
    const meant = didYouMean(name, COMMANDS.keys())
    terminal.err(`There is no command ${JSON.stringify(name)}${meant === undefined ? '.' : `: did you mean ${JSON.stringify(meant)}?`}\n\n${USAGE}`)
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
    colors: process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    input: () => process.stdin as AsyncIterable<Uint8Array>, // no encoding is set, so it gives buffers
  }
}
