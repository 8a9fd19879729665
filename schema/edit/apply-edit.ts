/** Changing a blueprint by an edit document (B80). */
import { isList, isRecord, own } from '../check/kinds.ts'
import { toPlainJson } from '../check/plain.ts'
import { placeFindings } from '../check/report.ts'
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import type { AppliedEdit, EditOptions } from './edit.ts'
import { createEditRun, printedText } from './edit-run.ts'

/**
 * Applies an edit, given as text or as a value, to a document that `loadBlueprint` gave. All of it
 * holds, and the app that it makes passes the check; or nothing is changed and the issues say why.
 * Never throws, whatever it is given; nothing is mutated.
 */
export function applyEdit(document: JsonObject, edit: unknown, { hash }: EditOptions): AppliedEdit {
  const read = readInput(edit)
  if ('issues' in read) return { document: null, issues: read.issues, changes: [], edit: null }
  const { value, text } = read
  const run = createEditRun(document, hash)
  const ops = isRecord(value) ? own(value, 'ops') : undefined
  if (isList(ops)) for (const op of ops) run.next(op, text)
  return run.finish(value, text)
}

/** What is wrong with an edit of this document, and what it puts right by itself: the issues of `applyEdit`. */
export function checkEdit(document: JsonObject, edit: unknown, options: EditOptions): readonly Issue[] {
  return applyEdit(document, edit, options).issues
}

function readInput(input: unknown): { readonly value: Json; readonly text: () => string } | { readonly issues: readonly Issue[] } {
  if (typeof input !== 'string') {
    const { value, findings } = toPlainJson(input)
    return value === undefined ? { issues: placeFindings(findings, '') } : { value, text: printedText(value) }
  }
  const { value, fault } = parseJson(input)
  if (fault === null && value !== undefined) return { value, text: () => input }
  const { code, message, line, column, pointer } = fault ?? { code: 'syntax', message: 'There is nothing here.', line: 1, column: 1, pointer: '' }
  return { issues: [{ code, severity: 'error', at: pointer, line, column, message }] }
}
