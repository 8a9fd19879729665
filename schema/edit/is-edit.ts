import { isRecord } from '../check/kinds.ts'
import type { Json } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'

/** Whether a text or value is meant as an edit (B80), whole or not: a record with "edit" in it, or with "ops" and no "blueprint". */
export function isEdit(input: unknown): boolean {
  const value = typeof input === 'string' ? parseJson(input).value : (input as Json | undefined)
  return isRecord(value) && (Object.hasOwn(value, 'edit') || (Object.hasOwn(value, 'ops') && !Object.hasOwn(value, 'blueprint')))
}
