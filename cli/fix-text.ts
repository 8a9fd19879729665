import { applyFixToText } from '../schema/check/apply-fix-to-text.ts'
import { checkBlueprint } from '../schema/index.ts'
import type { Fix, FixEdit, Issue } from '../schema/issue.ts'
import { parseJson } from '../schema/json/parse-json.ts'

/** A text is checked again after each round: what was one fault may have hidden another. */
const MOST_ROUNDS = 1000

/**
 * The text with its fixes applied, its layout kept, and how many there were. A fix counts only if it
 * resolves its issue; what the issue hid may come to light by it. What gives the app more reach is
 * never done by itself (B5).
 */
export function fixText(text: string): { readonly text: string; readonly fixed: number } {
  let current = text
  let issues = checkBlueprint(current)
  let fixed = 0
  const tried = new Set<string>()
  const seen = new Set([text])
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = inOrder(issues).filter(issue => !tried.has(keyOf(issue)))
    if (open.length === 0) break
    const together = independent(open)
    // What does not go together is tried one by one.
    const tries = together.length > 1 && !tried.has(keyOfAll(together)) ? together : open.slice(0, 1)
    tried.add(tries.length > 1 ? keyOfAll(tries) : keyOf(open[0] as Issue))
    const after = apply(current, tries)
    if (after === null || seen.has(after)) continue
    const left = checkBlueprint(after)
    const remaining = new Set(left.map(keyOf))
    if (tries.some(issue => remaining.has(keyOf(issue))) || (isRead(current) && !isRead(after))) continue
    seen.add(after)
    current = after
    issues = left
    fixed += tries.length
    tried.clear()
  }
  return { text: current, fixed }
}

/** Slips first: the fixes of errors speak of the document with its slips put right. */
function inOrder(issues: readonly Issue[]): readonly Issue[] {
  const mendable = issues.filter(issue => issue.fix !== undefined && !addsReach(issue))
  return [...mendable.filter(issue => issue.severity === 'note'), ...mendable.filter(issue => issue.severity === 'error')]
}

const addsReach = (issue: Issue): boolean =>
  issue.fix?.edits.some(edit => ('set' in edit && /^\/capabilities(\/|$)/.test(edit.set)) || ('rename' in edit && edit.to === 'capabilities')) ?? false

const keyOf = (issue: Issue): string => `${issue.code} ${issue.at} ${issue.message}`
const keyOfAll = (issues: readonly Issue[]): string => issues.map(keyOf).join('\n')

/** As many of one severity as can be done at once: none changes what another names. */
function independent(issues: readonly Issue[]): readonly Issue[] {
  const edited = new Set<string>()
  const around = new Set<string>()
  return issues.filter(issue => {
    const pointers = issue.severity === issues[0]?.severity ? (issue.fix?.edits.map(pointerOf) ?? []) : []
    const places = pointers.filter(pointer => pointer !== null)
    const free = places.every(place => !edited.has(place) && !around.has(place) && !above(place).some(outer => edited.has(outer)))
    if (!free || places.length === 0 || places.length < pointers.length) return false
    for (const place of places) {
      edited.add(place)
      for (const outer of above(place)) around.add(outer)
    }
    return true
  })
}

/** The place that an edit changes and that stays there; null where others move by it. */
function pointerOf(edit: FixEdit): string | null {
  if ('set' in edit) return edit.set.endsWith('/-') ? null : edit.set
  return 'rename' in edit ? edit.rename : null
}

/** The containers of a place, outermost first. */
function above(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1, -1)
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`)
}

const isRead = (text: string): boolean => parseJson(text).fault === null

function apply(text: string, issues: readonly Issue[]): string | null {
  const edits = issues.flatMap(issue => (issue.fix as Fix).edits)
  try {
    const after = applyFixToText(text, { title: 'Apply', edits })
    return after === text ? null : after
  } catch (error) {
    // The fix belongs to the document with other slips put right.
    if (error instanceof RangeError) return null
    throw error
  }
}
