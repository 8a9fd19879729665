import type { JsonObject, Path } from '../../schema/json/json.ts'
import { createLocator } from '../../schema/json/locate.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import { formatDocument } from '../../schema/layout/format.ts'

/** Where a node stands in the formatted text of its document. */
export interface NodeSource {
  /** From 1. */
  readonly line: number
  /** Its text, with the indentation that all its lines have taken away. */
  readonly lines: readonly string[]
}

/** Finds nodes in the formatted text of one document, as its Details show it. */
export function createNodeSources(document: JsonObject): (path: Path) => NodeSource {
  const text = formatDocument(document)
  const locate = createLocator(text)
  return path => {
    const { line, column, offset, end } = locate(formatPointer(path))
    const [first = '', ...rest] = text.slice(offset, end).split('\n')
    const indent = Math.min(column - 1, ...rest.map(each => each.length - each.trimStart().length))
    return { line, lines: [first, ...rest.map(each => each.slice(indent))] }
  }
}
