import { formatBlueprint } from '../schema/layout/format.ts'
import { type Command, readFiles, splitArguments } from './command.ts'
import { CommandError } from './command-error.ts'
import { formatIssue, plural } from './format-issue.ts'
import { nameOf, readText } from './read-text.ts'
import { writeText } from './write-text.ts'

const USAGE = 'cyanotype fmt FILE…|- [--check|--write]'

/**
 * `fmt FILE…|- [--check|--write]`: blueprints in canonical order and layout, printed, or with `--write`
 * written back. `--check` changes nothing and gives 1 where a file is not so.
 */
export const fmt: Command = async (args, terminal) => {
  const { files: named, options } = splitArguments(USAGE, args, { '--check': 'flag', '--write': 'flag' })
  const files = readFiles(USAGE, named)
  const writes = options.has('--write')
  const checks = options.has('--check')
  if (writes && checks) throw new CommandError(`--check changes nothing, --write does: choose one. Usage: ${USAGE}`)
  if (writes && files.includes('-')) throw new CommandError('The standard input cannot be written to: name a file.')
  if (!writes && !checks && files.length > 1) throw new CommandError(`Several files are formatted with --write or looked at with --check. Usage: ${USAGE}`)

  let failed = false
  let changed = 0
  for (const file of files) {
    const text = await readText(file, terminal)
    const formatted = formatBlueprint(text)
    if ('fault' in formatted) {
      const { code, line, column, message, pointer } = formatted.fault
      terminal.err(formatIssue({ code, severity: 'error', at: pointer, line, column, message }, nameOf(file), text))
      failed = true
    } else if (checks) {
      if (formatted.text === text) continue
      terminal.out(`${nameOf(file)} is not formatted.\n`)
      failed = true
    } else if (writes) {
      if (formatted.text === text) continue
      await writeText(file, formatted.text)
      changed += 1
    } else terminal.out(formatted.text)
  }
  if (writes) terminal.out(`${plural(files.length, 'file')}, ${changed} changed\n`)
  return failed ? 1 : 0
}
