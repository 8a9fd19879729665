import type { JsonFault } from './fault.ts'
import type { Json } from './json.ts'
import { createJsonParser } from './push-parser.ts'

/** A whole text at once, by the laws of `createJsonParser`. With a fault, `value` is what was read before it. */
export function parseJson(text: string): { readonly value: Json | undefined; readonly fault: JsonFault | null } {
  const parser = createJsonParser()
  parser.push(text)
  const fault = parser.end()
  return { value: parser.root, fault }
}
