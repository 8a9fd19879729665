import { expandBlueprint } from '../schema/expand/expand.ts'
import { checkBlueprint } from '../schema/index.ts'
import { locate } from '../schema/json/locate.ts'
import { formatPointer } from '../schema/json/pointer.ts'
import { formatDocument } from '../schema/layout/format.ts'
import { type Command, readArguments } from './command.ts'
import { formatIssue } from './format-issue.ts'
import { loadDocument } from './load-document.ts'
import { nameOf, readText } from './read-text.ts'

/** `expand FILE|-`: the same app without parts (B45), formatted; 1 where it has errors or a part cannot be written out. */
export const expand: Command = async (args, terminal) => {
  const { file } = readArguments('cyanotype expand FILE|-', args)
  const text = await readText(file, terminal)
  const document = loadDocument(text, file, terminal, 'valid')
  if (document === null) return 1
  const expanded = expandBlueprint(document)
  if ('problem' in expanded) {
    const at = formatPointer(expanded.problem.at)
    const { line, column } = locate(text, at)
    terminal.err(formatIssue({ code: 'cannot-expand', severity: 'error', at, line, column, message: expanded.problem.message }, nameOf(file), text))
    return 1
  }
  const written = formatDocument(expanded.document)
  const errors = checkBlueprint(written).filter(issue => issue.severity === 'error')
  for (const issue of errors) terminal.err(`${formatIssue(issue, `${nameOf(file)} without parts`, written)}\n`)
  if (errors.length > 0) return 1
  terminal.out(written)
  return 0
}
