import { CommandError } from './command-error.ts'

/** Where a command reads and writes: the process, or a test. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** The standard input. */
  input(): AsyncIterable<Uint8Array>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** It shows colours. */
  readonly colors?: boolean
}

/** Gives the exit code: 0 done, 1 the document has errors, 2 the command could not be carried out. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

/** Which options a command has, and which of them are followed by a value. */
export type Options = Readonly<Record<string, 'flag' | 'value'>>

/**
 * Splits the arguments of a command that takes one file into it and the options.
 *
 * @throws CommandError for a missing or second file, and for an option that the command does not have
 */
export function readArguments(usage: string, args: readonly string[], options: Options = {}): Arguments {
  const { files, options: given } = splitArguments(usage, args, options)
  const [file, second] = files
  if (file === undefined) throw new CommandError(`A file is missing ("-" reads the standard input). Usage: ${usage}`)
  if (second !== undefined) throw new CommandError(`One file at a time: ${JSON.stringify(second)} is a second one. Usage: ${usage}`)
  return { file, options: given }
}

export interface Arguments {
  readonly file: string
  readonly options: ReadonlyMap<string, string>
}

/**
 * The same for a command that takes several files, or words.
 *
 * @throws CommandError for an option that the command does not have
 */
export function splitArguments(
  usage: string,
  args: readonly string[],
  options: Options = {},
): { readonly files: readonly string[]; readonly options: ReadonlyMap<string, string> } {
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
  return { files, options: given }
}

/**
 * The files of a command that takes one or more.
 *
 * @throws CommandError where there is none, and where "-" is not the only one
 */
export function readFiles(usage: string, files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new CommandError(`A file is missing ("-" reads the standard input). Usage: ${usage}`)
  if (files.length > 1 && files.includes('-')) throw new CommandError(`"-" stands alone. Usage: ${usage}`)
  return files
}
