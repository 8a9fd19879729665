import { isRecord } from '../check/kinds.ts'
import type { JsonFault } from '../json/fault.ts'
import type { JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { prettyDocument, prettyText } from '../json/pretty-text.ts'
import { orderDocument } from './order.ts'

/**
 * A blueprint's text in canonical order and layout, or the fault that keeps it from being JSON. Any
 * JSON is formatted, whether or not it passes its check. Laws: formatting twice changes nothing more,
 * and the hash stays the same.
 */
export function formatBlueprint(text: string): { readonly text: string } | { readonly fault: JsonFault } {
  const { value, fault } = parseJson(text)
  if (fault !== null) return { fault }
  if (value === undefined) throw new RangeError('A text without a fault has a value.')
  return { text: isRecord(value) ? formatDocument(value) : `${prettyText(value)}\n` }
}

/** A document's text in canonical order and layout. */
export function formatDocument(document: JsonObject): string {
  return `${prettyDocument(orderDocument(document))}\n`
}
