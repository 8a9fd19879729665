import { documentSchema } from '../generated/document-schema.ts'
import { documentWords } from '../generated/document-words.ts'
import type { Json } from '../json/json.ts'
import { getAt } from '../json/pointer.ts'
import type { ShapeSchema } from './shape-schema.ts'

// The schema is JSON; its type, which names its keys, is narrower.
const schema = documentSchema as unknown as Json
const words: ReadonlyMap<unknown, string> = new Map([...documentWords].map(([place, text]) => [getAt(schema, place), text]))

/** What a part of `documentSchema` is for, in words. */
export function describeShape(part: ShapeSchema): string | undefined {
  return words.get(part)
}
