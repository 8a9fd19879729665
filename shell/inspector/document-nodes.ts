import { isRecord } from '../../schema/check/kinds.ts'
import { blocks, components } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'

/** One component or use of a part, where it stands in the document. */
export interface DocumentNode {
  readonly definition: JsonObject
  readonly path: Path
  /** How many nodes it stands in. */
  readonly depth: number
  /** `Button “Save”`, `Text #total`. */
  readonly name: string
}

const SECTIONS = ['view', 'pages', 'parts', 'glance'] as const
const MOST_NODES = 5000

/** The nodes of a document in the order in which they are written, at most 5,000. */
export function documentNodes(document: JsonObject): readonly DocumentNode[] {
  const parts = isRecord(document.parts) ? document.parts : {}
  const isType = (type: Json | undefined): type is string =>
    typeof type === 'string' && (components.has(type) || blocks.has(type) || Object.hasOwn(parts, type))
  const found: DocumentNode[] = []
  const visit = (value: Json, path: Path, depth: number): void => {
    if (found.length >= MOST_NODES || value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const [index, element] of (value as readonly Json[]).entries()) visit(element, [...path, index], depth)
      return
    }
    const node = value as JsonObject
    const isNode = isType(node.type)
    if (isNode) found.push({ definition: node, path, depth, name: nodeName(node) })
    for (const [key, inner] of Object.entries(node)) visit(inner, [...path, key], isNode ? depth + 1 : depth)
  }
  for (const section of SECTIONS) if (Object.hasOwn(document, section)) visit(document[section] ?? null, [section], 0)
  return found
}

export function nodeName(node: JsonObject): string {
  const type = typeof node.type === 'string' ? node.type : 'Text'
  if (typeof node.id === 'string') return `${type} #${node.id}`
  const said = [node.label, node.title, node.text].find(text => typeof text === 'string' && text !== '')
  return typeof said === 'string' ? `${type} “${said.length > 32 ? `${said.slice(0, 32)}…` : said}”` : type
}
