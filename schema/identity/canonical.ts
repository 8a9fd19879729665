import canonicalize from 'canonicalize'
import type { Json } from '../json/json.ts'

/**
 * The canonical text of a value (RFC 8785): keys sorted by UTF-16 units, no white space, one way to
 * write each number and text. What means the same as JSON has the same text.
 *
 * @throws RangeError for what is no JSON: numbers that are not finite, half characters, cycles. What
 * the parser gives never is.
 */
export function canonicalJson(value: Json): string {
  let text: string | undefined
  try {
    text = canonicalize(value)
  } catch (error) {
    throw new RangeError(`This value has no canonical form: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
  }
  if (text === undefined) throw new RangeError('This value has no canonical form: it is no JSON.')
  return text
}
