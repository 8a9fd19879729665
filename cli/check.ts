import { checkBlueprint } from '../schema/index.ts'
import { type Command, readArguments } from './command.ts'
import { countIssues, formatIssue } from './format-issue.ts'
import { nameOf, readText } from './read-text.ts'

/** `check FILE|- [--json]`: what is wrong with a blueprint; 1 where it has errors. */
export const check: Command = async (args, terminal) => {
  const { file, options } = readArguments('cyanotype check FILE|- [--json]', args, { '--json': 'flag' })
  const text = await readText(file, terminal)
  const issues = checkBlueprint(text)
  if (options.has('--json')) terminal.out(`${JSON.stringify(issues, null, 2)}\n`)
  else {
    for (const issue of issues) terminal.out(`${formatIssue(issue, nameOf(file), text)}\n`)
    terminal.out(`${nameOf(file)}: ${countIssues(issues)}\n`)
  }
  return issues.some(issue => issue.severity === 'error') ? 1 : 0
}
