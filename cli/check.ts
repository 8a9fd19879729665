import { checkBlueprint } from '../schema/index.ts'
import type { Issue } from '../schema/issue.ts'
import { type Command, readFiles, splitArguments, type Terminal } from './command.ts'
import { fixText } from './fix-text.ts'
import { countIssues, formatIssue, plural } from './format-issue.ts'
import { paintFor } from './paint.ts'
import { nameOf, readText } from './read-text.ts'
import { writeText } from './write-text.ts'

const USAGE = 'cyanotype check FILE…|- [--fix] [--json]'

/** The fixes of the first so many are shown as they change the text; of a long list nobody reads them. */
const SHOWN_FIXES = 50

/**
 * `check FILE…|- [--fix] [--json]`: what is wrong with blueprints; 1 where one has errors. `--fix` first
 * applies the fixes that are safe, to the file, or for "-" to what goes to the standard output.
 */
export const check: Command = async (args, terminal) => {
  const { files: named, options } = splitArguments(USAGE, args, { '--json': 'flag', '--fix': 'flag' })
  const files = readFiles(USAGE, named)
  const all: Issue[] = []
  const reports: { readonly file: string; readonly issues: readonly Issue[] }[] = []
  for (const file of files) {
    const written = await readText(file, terminal)
    const { text, fixed } = options.has('--fix') ? fixText(written) : { text: written, fixed: 0 }
    if (fixed > 0 && file !== '-') await writeText(file, text)
    const issues = checkBlueprint(text)
    all.push(...issues)
    reports.push({ file, issues })
    if (options.has('--json')) continue
    const asFilter = options.has('--fix') && file === '-'
    if (asFilter) terminal.out(text)
    report(file, text, issues, fixed, asFilter ? terminal.err : terminal.out, terminal)
  }
  if (options.has('--json')) terminal.out(`${JSON.stringify(files.length === 1 ? all : reports, null, 2)}\n`)
  else if (files.length > 1) terminal.out(`${plural(files.length, 'file')}: ${countIssues(all)}\n`)
  return all.some(issue => issue.severity === 'error') ? 1 : 0
}

function report(file: string, text: string, issues: readonly Issue[], fixed: number, out: (text: string) => void, terminal: Terminal): void {
  const paint = paintFor(terminal)
  const name = nameOf(file)
  for (const [index, issue] of issues.entries()) out(`${formatIssue(issue, name, text, paint, index < SHOWN_FIXES)}\n`)
  const mended = fixed > 0 ? `, ${fixed === 1 ? '1 fix' : `${fixed} fixes`} applied` : ''
  out(`${paint.bold(name)}: ${countIssues(issues)}${mended}\n`)
  const first = issues[0]
  if (first !== undefined) out(paint.dim(`"cyanotype explain ${first.code}" says more.\n`))
}
