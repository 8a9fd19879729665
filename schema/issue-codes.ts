/**
 * Every code that an `Issue` can have: what it means, why the rule is, how to mend it, and an example
 * of each. For `cyanotype explain` and the reference; the page does not load it. A test holds that the
 * wrong example gives its code, that the right one does not, and that no code is without an entry.
 */
import { documentCodes } from './issue-codes/document.ts'
import { editCodes } from './issue-codes/edits.ts'
import { effectCodes } from './issue-codes/effects.ts'
import type { IssueCode } from './issue-codes/entry.ts'
import { formulaCodes } from './issue-codes/formulas.ts'
import { jsonCodes } from './issue-codes/json.ts'
import { linkCodes } from './issue-codes/links.ts'
import { nameCodes } from './issue-codes/names.ts'
import { noteCodes } from './issue-codes/notes.ts'
import { stepCodes } from './issue-codes/steps.ts'
import { syntaxCodes } from './issue-codes/syntax.ts'
import { viewCodes } from './issue-codes/view.ts'

export interface IssueGroup {
  /** What the codes in it are about, as a heading. */
  readonly title: string
  readonly codes: Readonly<Record<string, IssueCode>>
}

/** In the order in which a reader meets them: the text, the document, what stands in it, what it may do. */
export const issueGroups: readonly IssueGroup[] = [
  { title: 'The text', codes: { ...jsonCodes, ...syntaxCodes } },
  { title: 'The document', codes: documentCodes },
  { title: 'Names', codes: nameCodes },
  { title: 'Formulas', codes: formulaCodes },
  { title: 'Components', codes: viewCodes },
  { title: 'Steps', codes: stepCodes },
  { title: 'Timers, effects, tests and permissions', codes: effectCodes },
  { title: 'Slips that are put right', codes: noteCodes },
  { title: 'Edits', codes: editCodes },
  { title: 'Links', codes: linkCodes },
]

/** Code → what is known about it. */
export const issueCodes: ReadonlyMap<string, IssueCode> = new Map(issueGroups.flatMap(group => Object.entries(group.codes)))
