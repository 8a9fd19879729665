/** From records, or from any JSON value, to the branches of a tree. Pure. */
import type { Json } from '../../schema/json/json.ts'
import { asList, isRecord, readField } from '../read-field.ts'
import { textOf } from '../text-of.ts'
import { formatValue } from '../value-format.ts'

export interface TreeNode {
  /** Unique in the tree. */
  readonly id: string
  readonly label: string
  /** Shown after the label, quieter; empty for none. */
  readonly detail: string
  /** What `onSelect` hands over. */
  readonly item: Json
  readonly children: readonly TreeNode[]
}

const mostNodes = 10_000
const deepest = 40

interface Fields {
  readonly nested: string
  readonly label: string
  readonly key: string | undefined
}

/** At most 10,000 nodes, 40 deep; what lies beyond is left out. */
export function recordNodes(items: unknown, fields: Fields): TreeNode[] {
  const budget = { left: mostNodes }
  const seen = new Set<string>()
  const walk = (list: unknown, path: string, depth: number): TreeNode[] => {
    const nodes: TreeNode[] = []
    asList(list).forEach((item, index) => {
      if (budget.left <= 0 || depth > deepest) return
      budget.left--
      const place = `${path}/${index}`
      const key = readField(item, fields.key ?? 'id')
      let id = typeof key === 'string' || typeof key === 'number' ? `${typeof key}:${key}` : place
      if (seen.has(id)) id = place
      seen.add(id)
      const label = isRecord(item) ? textOf(readField(item, fields.label)) || textOf(key) : textOf(item)
      nodes.push({
        id,
        label: label || '–',
        detail: '',
        item: item as Json,
        children: isRecord(item) ? walk(readField(item, fields.nested), place, depth + 1) : [],
      })
    })
    return nodes
  }
  return walk(items, '', 1)
}

const plain = { language: 'en-US', currency: 'USD', timeZone: 'UTC' }

/** The fields and elements of any value; `path` in an item is a JSON Pointer. */
export function jsonNodes(value: Json): TreeNode[] {
  const budget = { left: mostNodes }
  const node = (key: string, inner: Json, path: string, depth: number): TreeNode => {
    budget.left--
    const entries: [string, Json][] = Array.isArray(inner)
      ? inner.map((element, index) => [String(index), element as Json])
      : isRecord(inner)
        ? (Object.entries(inner) as [string, Json][])
        : []
    const children: TreeNode[] = []
    if (depth < deepest)
      for (const [name, element] of entries) {
        if (budget.left <= 0) break
        children.push(node(name, element, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1))
      }
    return { id: `/${path}`, label: key, detail: describe(inner), item: { path, key, value: inner }, children }
  }
  const root = node('', value, '', 0)
  return root.children.length > 0 ? [...root.children] : [{ ...root, label: 'value' }]
}

function describe(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.length}]`
  if (isRecord(value)) return `{${Object.keys(value).length}}`
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
  return typeof value === 'boolean' ? String(value) : formatValue(value, 'text', plain)
}
