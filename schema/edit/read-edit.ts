import { isRecord, isText, own } from '../check/kinds.ts'
import { parseJson } from '../json/parse-json.ts'

/** What an edit, as text or as a value, says of itself; null where it is none. */
export function readEdit(edit: unknown): { readonly base: string } | null {
  const value = typeof edit === 'string' ? parseJson(edit).value : (edit as never)
  const base = isRecord(value) ? own(value, 'base') : undefined
  return isText(base) ? { base } : null
}
