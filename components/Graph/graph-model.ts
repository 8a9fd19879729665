import { type Tone, tones } from '../Gantt/gantt-bars.ts'
import { asList, isRecord } from '../read-field.ts'
import { textOf } from '../text-of.ts'

/** So many nodes are drawn: of more nobody sees what leads where, and finding their places takes too long. */
export const mostNodes = 200
const mostEdges = 600

export interface GraphNode {
  /** Unique. */
  readonly id: string
  readonly label: string
  readonly tone: Tone
  /** Its place among those that were given. */
  readonly index: number
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** How many nodes there are, drawn or not. */
  readonly total: number
}

/** The nodes that can be drawn, the first of each id, and the edges between them. */
export function readGraph(nodes: unknown, edges: unknown): GraphModel {
  const known = new Map<string, GraphNode>()
  let total = 0
  for (const [index, node] of asList(nodes).entries()) {
    // A text alone is a node that is called so.
    const record = isRecord(node) ? node : { id: node }
    const id = idOf(ownOf(record, 'id'))
    if (id === null || known.has(id)) continue
    total++
    if (known.size >= mostNodes) continue
    const label = textOf(ownOf(record, 'label'))
    known.set(id, { id, label: label === '' ? id : label, tone: tones.find(tone => tone === ownOf(record, 'tone')) ?? 'neutral', index })
  }
  const between: GraphEdge[] = []
  for (const edge of asList(edges)) {
    if (!isRecord(edge) || between.length >= mostEdges) continue
    const from = idOf(ownOf(edge, 'from'))
    const to = idOf(ownOf(edge, 'to'))
    if (from !== null && to !== null && known.has(from) && known.has(to)) between.push({ from, to, label: textOf(ownOf(edge, 'label')) })
  }
  return { nodes: [...known.values()], edges: between, total }
}

function ownOf(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : null
}

function idOf(value: unknown): string | null {
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value)) ? String(value) : null
}
