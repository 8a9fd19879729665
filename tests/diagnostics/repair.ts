/** What a repair tool does: it applies the fixes that the issues carry, one after the other, and knows nothing else. */
import { applyFix } from '../../schema/check/apply-fix.ts'
import { applyFixToText } from '../../schema/check/apply-fix-to-text.ts'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'

/** So many fixes are applied at most. */
const MOST = 40

export interface Repaired {
  /** Null where it never became a document that can be read. */
  readonly document: JsonObject | null
  readonly errors: number
  readonly fixes: number
}

/**
 * Applies the first fix of an error, checks again, and so on until no error has a fix; then the fixes of
 * notes that have not been read so already. A fix of the text is applied to the text, until that is JSON.
 */
export function repair(written: string): Repaired {
  let text = written
  let fixes = 0
  let loaded = loadBlueprint(text)
  for (let fix = textFix(loaded.issues); fix && fixes < MOST; fix = textFix(loaded.issues)) {
    const next = applyFixToText(text, fix)
    if (next === text) break
    text = next
    fixes += 1
    loaded = loadBlueprint(text)
  }
  const tried = new Set<string>()
  while (loaded.document !== null && fixes < MOST) {
    const issue = nextIssue(loaded.issues, tried)
    if (issue === undefined || issue.fix === undefined) break
    tried.add(`${issue.code} ${issue.at} ${issue.message}`)
    const next = applyFix(loaded.document, issue.fix)
    fixes += 1
    loaded = loadBlueprint(next)
  }
  return { document: loaded.document, errors: loaded.issues.filter(issue => issue.severity === 'error').length, fixes }
}

const textFix = (issues: readonly Issue[]): Issue['fix'] =>
  issues.find(({ severity, fix }) => severity === 'error' && fix?.edits.some(edit => 'offset' in edit))?.fix

/** Notes whose fix is not applied already when the document counts. */
const open: ReadonlySet<string> = new Set(['not-computed', 'missing-key', 'unknown-key'])

function nextIssue(issues: readonly Issue[], tried: ReadonlySet<string>): Issue | undefined {
  const fresh = issues.filter(issue => issue.fix && !tried.has(`${issue.code} ${issue.at} ${issue.message}`))
  return fresh.find(issue => issue.severity === 'error') ?? fresh.find(issue => open.has(issue.code))
}
