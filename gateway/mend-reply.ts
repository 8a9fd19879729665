import { applyFixToText } from '../schema/check/apply-fix-to-text.ts'
import type { Fix, Issue } from '../schema/issue.ts'

/** What a model wrote, and what the check says of it. */
export interface Draft {
  readonly text: string
  readonly issues: readonly Issue[]
}

/** One fault of syntax is found at a time, and the check tries many readings for each. */
const ROUNDS = 8

/**
 * A reply that is no JSON with its slips of syntax mended as the check says, so that no model has to be
 * asked for it; null where that does not make it JSON. An end that is missing is made up of brackets
 * only, and only where nothing is wrong then: what else was to come there, nobody knows. With `whole`, none is made up.
 */
export function mendReply(draft: Draft, check: (text: string) => readonly Issue[], { whole = false }: { readonly whole?: boolean } = {}): Draft | null {
  let { text, issues } = draft
  let isMadeUp = false
  for (let round = 0; !isJson(text); round += 1) {
    const fault = issues.find(({ severity, fix }) => severity === 'error' && isOfText(fix))
    const told = fault ? [fault] : issues
    const edits = told.flatMap(({ fix }) => (isOfText(fix) ? fix.edits : []))
    if (round === ROUNDS || edits.length === 0) return null
    if (fault?.code === 'unexpected-end') {
      if (whole || edits.some(edit => !('offset' in edit) || edit.delete > 0 || !/^[\s\]}]*$/.test(edit.insert))) return null
      isMadeUp = true
    }
    text = applyFixToText(text, { title: 'Mend the syntax', edits })
    issues = check(text)
  }
  if (text === draft.text || (isMadeUp && hasErrors(issues))) return null
  return { text, issues }
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(issue => issue.severity === 'error')
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // the only thing asked is whether it can be parsed
  }
}

function isOfText(fix: Fix | undefined): fix is Fix {
  return fix?.edits.every(edit => 'offset' in edit) === true
}
