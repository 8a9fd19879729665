import { CommandError } from './command-error.ts'

/** Where a command reads and writes: the process, or a test. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** The standard input. */
  input(): AsyncIterable<Uint8Array>
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Gives the exit code: 0 done, 1 the document has errors, 2 the command could not be carried out. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

/**
 * Splits a command's arguments into its one file and its options.
 *
 * @throws CommandError for a missing or second file, and for an option that the command does not have
 */
export function readArguments(usage: string, args: readonly string[], options: Readonly<Record<string, 'flag' | 'value'>> = {}): Arguments {
  const files: string[] = []
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const argument = args[i]!
    if (argument === '-' || !argument.startsWith('-')) {
      files.push(argument)
      continue
    }
    const kind = Object.hasOwn(options, argument) ? options[argument] : undefined
    if (kind === undefined) throw new CommandError(`There is no option ${argument}. Usage: ${usage}`)
    const value = kind === 'value' ? args[++i] : ''
    if (value === undefined) throw new CommandError(`The option ${argument} needs a value. Usage: ${usage}`)
    given.set(argument, value)
  }
  const [file, second] = files
  if (file === undefined) throw new CommandError(`A file is missing ("-" reads the standard input). Usage: ${usage}`)
  if (second !== undefined) throw new CommandError(`One file at a time: ${JSON.stringify(second)} is a second one. Usage: ${usage}`)
  return { file, options: given }
}

export interface Arguments {
  readonly file: string
  readonly options: ReadonlyMap<string, string>
}
