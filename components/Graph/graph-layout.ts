import { Graph, layout } from '@dagrejs/dagre'
import type { GraphEdge, GraphModel, GraphNode } from './graph-model.ts'
import { textWidth, wrapLabel } from './wrap-label.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Pixels; `x` and `y` are its middle. */
export interface PlacedNode extends Point {
  readonly node: GraphNode
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

export interface PlacedEdge {
  readonly edge: GraphEdge
  /** From the edge of the one box to that of the other. */
  readonly points: readonly Point[]
  /** Where the middle of its label stands; null where it has none. */
  readonly label: Point | null
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export const lineHeight = 18
const margin = 8

/** Finds a place for every node, so that arrows lead downward and cross as little as can be. The same graph gives the same places. */
export function layoutGraph({ nodes, edges }: GraphModel): GraphLayout {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, edgesep: 14, marginx: margin, marginy: margin })
  graph.setDefaultEdgeLabel(() => ({}))
  const sizes = nodes.map(node => {
    const lines = wrapLabel(node.label)
    const width = Math.min(220, Math.max(56, Math.max(...lines.map(textWidth)) + 28))
    return { node, lines, width: Math.round(width), height: lines.length * lineHeight + 18 }
  })
  // Names of our own: an id may be any text, also one that means something to the library.
  const names = new Map(nodes.map((node, index) => [node.id, `n${index}`]))
  for (const [index, { width, height }] of sizes.entries()) graph.setNode(`n${index}`, { width, height })
  for (const [index, edge] of edges.entries()) {
    const size = edge.label === '' ? { width: 0, height: 0 } : { width: Math.min(160, textWidth(edge.label)) + 8, height: lineHeight }
    graph.setEdge(names.get(edge.from) ?? '', names.get(edge.to) ?? '', { ...size, labelpos: 'c' }, `e${index}`)
  }
  layout(graph)
  const placed = graph.graph() as { readonly width?: number; readonly height?: number }
  return {
    width: Math.max(1, Math.ceil(placed.width ?? 1)),
    height: Math.max(1, Math.ceil(placed.height ?? 1)),
    nodes: sizes.map((size, index) => {
      const { x = 0, y = 0 } = graph.node(`n${index}`) as Partial<Point>
      return { ...size, x, y }
    }),
    edges: edges.map((edge, index) => {
      const found = graph.edge({ v: names.get(edge.from) ?? '', w: names.get(edge.to) ?? '', name: `e${index}` }) as
        | { readonly points?: readonly Point[]; readonly x?: number; readonly y?: number }
        | undefined
      return {
        edge,
        points: found?.points ?? [],
        label: edge.label !== '' && found?.x !== undefined && found.y !== undefined ? { x: found.x, y: found.y } : null,
      }
    }),
  }
}

/** A line that bends gently through all its points, as an SVG path. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first || rest.length === 0) return ''
  let path = `M${at(first)}`
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1]
    path += next
      ? `Q${at(point)} ${at(index + 1 === rest.length - 1 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
      : rest.length === 1
        ? `L${at(point)}`
        : ''
  }
  return path
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

/** The head of an arrow that ends where the points do. */
export function arrowHead(points: readonly Point[]): string {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return ''
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length]
  const base = { x: end.x - dx * 8, y: end.y - dy * 8 }
  return `M${at(end)}L${at({ x: base.x - dy * 4, y: base.y + dx * 4 })}L${at({ x: base.x + dy * 4, y: base.y - dx * 4 })}Z`
}

/** Of several nodes the nearest one in a direction; null where there is none. */
export function nodeBeside(nodes: readonly PlacedNode[], from: PlacedNode, dx: number, dy: number): PlacedNode | null {
  let best: PlacedNode | null = null
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy
    if (node === from || along <= 1) continue
    const across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)
    const far = along + 2 * across
    if (far < least) {
      least = far
      best = node
    }
  }
  return best
}
