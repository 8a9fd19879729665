/** Simple changes to an app without a model: rules that read the request, and the edit (B80) that brings it about. */
import { applyEdit } from '../../../schema/edit/apply-edit.ts'
import { editBetween } from '../../../schema/edit/edit-between.ts'
import type { JsonObject } from '../../../schema/json/json.ts'
import { capitalize } from '../words.ts'
import { operationsFor } from './operations.ts'
import { type ChangeRequest, EXAMPLES, readChanges } from './request.ts'

export type LibraryChange =
  | { readonly kind: 'edit'; readonly edit: JsonObject; readonly label: string }
  /** Nothing is changed: why, and requests that would be understood. */
  | { readonly kind: 'cannot'; readonly why: string; readonly examples: readonly string[] }

const LABEL = 'From the library, no model'

/**
 * The edit of `document`, whose hash is `hash`, that `request` asks for. All of it holds, or nothing is changed; what is not
 * understood is said, and never guessed at. Never throws.
 */
export function changeFromLibrary(document: JsonObject, hash: string, request: string): LibraryChange {
  const cannot = (why: string): LibraryChange => ({ kind: 'cannot', why, examples: EXAMPLES })
  const changes = readChanges(request)
  if (!changes) return cannot('Without a model, only simple changes are understood. This was not one of them, or not in words that it knows.')
  let edit: JsonObject = { edit: 1, base: hash, ops: [] }
  let changed = document
  for (const change of changes) {
    const next = operationsFor(changed, change)
    if (typeof next === 'string') return cannot(next)
    const one = { edit: 1, base: hash, ops: next }
    const applied = applyEdit(changed, one, { hash })
    const [fault] = applied.issues.filter(({ severity }) => severity === 'error')
    if (!applied.document) return cannot(`That would break something else in this app: ${fault?.message ?? 'it would not hold together any more.'}`)
    changed = applied.document
    edit = one
  }
  const say = changes.map(whatWasDone).join(' ')
  // Each names components as the one before left them; together they are what they come to.
  return { kind: 'edit', edit: { ...(changes.length === 1 ? edit : editBetween(document, changed, hash)), say }, label: LABEL }
}

function whatWasDone(change: ChangeRequest): string {
  switch (change.kind) {
    case 'rename':
      return `It is called “${change.name}” now.`
    case 'look':
      return change.property === 'accent' ? `Its colour is ${change.value} now.` : `Its look is ${change.value} now.`
    case 'add-field':
      return `“${capitalize(change.field.name)}” can be entered now.`
    case 'remove-field':
      return `“${capitalize(change.field)}” is gone.`
    case 'filter':
      return `There is a filter by ${change.field.toLowerCase()} now.`
    case 'chart':
      return `There is a chart of ${change.of?.toLowerCase() ?? 'how many there are'} by ${change.by.toLowerCase()} now.`
    case 'page':
      return `There is a page “${change.name}” now.`
  }
}
