import { isDeepStrictEqual } from 'node:util'
import { applyFixToText } from '../../schema/check/apply-fix-to-text.ts'
import { type LoadedBlueprint, loadToRun } from '../../schema/check/load.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Issue } from '../../schema/issue.ts'
import { createLines } from '../../schema/json/lines.ts'
import { formatPointer, parsePointer } from '../../schema/json/pointer.ts'

/** What is wrong with what the checker says of one text, however broken that is; null where its laws hold. */
export function examine(text: string): string | null {
  try {
    const trusted = loadBlueprint(text)
    return faultOf(trusted, text) ?? faultOf(loadBlueprint(text, { trusted: false }), text) ?? faultToRun(loadToRun(text), trusted)
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`
  }
}

/** Both refuse the same, and what may run is the same. */
function faultToRun(run: LoadedBlueprint, whole: LoadedBlueprint): string | null {
  const isRefused = ({ issues }: LoadedBlueprint): boolean => issues.some(({ severity }) => severity === 'error')
  if (isRefused(run) !== isRefused(whole)) return `loadToRun ${isRefused(run) ? 'refuses' : 'accepts'} it`
  return isRefused(whole) || isDeepStrictEqual(run.document, whole.document) ? null : 'loadToRun reads another document'
}

function faultOf({ document, issues }: LoadedBlueprint, text: string): string | null {
  if (document === null && !issues.some(({ severity }) => severity === 'error')) return 'no document, and no error that says why'
  const lines = createLines(text)
  for (const issue of issues) {
    const what = faultOfIssue(issue, text, lines.offset(issue.line, issue.column), lines.place)
    if (what !== null) return `${what}: ${JSON.stringify(issue).slice(0, 500)}`
  }
  return null
}

function faultOfIssue(issue: Issue, text: string, offset: number, place: ReturnType<typeof createLines>['place']): string | null {
  const { line, column } = place(Math.min(offset, text.length))
  if (line !== issue.line || column !== issue.column) return 'no place in the text'
  const path = parsePointer(issue.at)
  if (path === null || formatPointer(path) !== issue.at) return 'no pointer'
  if (!/[.?!…)]$/.test(issue.message)) return 'no sentence'
  if (!issue.message.isWellFormed()) return 'half a character in the message'
  if (issue.fix?.edits.every(edit => 'offset' in edit) && applyFixToText(text, issue.fix) === text) return 'a fix that changes nothing'
  return null
}
