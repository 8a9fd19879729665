/**
 * The shapes of a scene: read from whatever records an app computed, by kinds and fields that are allowed. What is
 * drawn has finite numbers, colours from `theme/color.ts`, path data as far as it is such; an image's source is
 * judged where it is drawn (`use-source.ts`). Nothing else of a record reaches the document.
 */
import { asList, asNumber, isRecord } from '../read-field.ts'
import { cssColor } from '../theme/color.ts'
import { readPathData } from './path-data.ts'

interface Look {
  /** The app's name for it, else null. */
  readonly id: string | null
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: number
  readonly opacity: number
  /** Degrees, clockwise about its middle. */
  readonly rotate: number
  readonly label: string | null
  readonly drag: boolean
}

export type Geometry =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly r: number }
  | { readonly kind: 'circle'; readonly cx: number; readonly cy: number; readonly r: number }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
    }
  | { readonly kind: 'path'; readonly d: string }
  | { readonly kind: 'image'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly src: unknown }

export type Shape = Look & { readonly geometry: Geometry }

export interface Point {
  readonly x: number
  readonly y: number
}

/** More would be slower than it looks. */
export const mostShapes = 5_000
const longestPath = 20_000
const farthest = 1_000_000

const noFill: ReadonlySet<unknown> = new Set(['none', 'transparent', ''])

/** The shapes that can be drawn, in order. A record of no known kind, or without what its kind needs, is left out. */
export function readShapes(given: unknown): Shape[] {
  const shapes: Shape[] = []
  for (const record of asList(given).slice(0, mostShapes)) {
    if (!isRecord(record)) continue
    const field = (name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined)
    const geometry = readGeometry(field)
    if (!geometry) continue
    const id = field('id')
    const stroke = cssColor(field('stroke'))
    const label = field('label')
    const outlined = geometry.kind === 'line' || (stroke !== null && field('fill') === undefined && geometry.kind !== 'text')
    shapes.push({
      geometry,
      id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
      fill: noFill.has(field('fill')) || outlined ? 'none' : (cssColor(field('fill')) ?? 'currentColor'),
      stroke: stroke ?? (geometry.kind === 'line' ? (cssColor(field('fill')) ?? 'currentColor') : 'none'),
      strokeWidth: number(field('strokeWidth'), 1, 0),
      opacity: Math.min(1, number(field('opacity'), 1, 0)),
      rotate: number(field('rotate'), 0),
      label: typeof label === 'string' && label !== '' ? label : null,
      drag: field('drag') === true,
    })
  }
  return shapes
}

function readGeometry(field: (name: string) => unknown): Geometry | null {
  switch (field('kind')) {
    case 'rect':
      return {
        kind: 'rect',
        x: number(field('x'), 0),
        y: number(field('y'), 0),
        w: number(field('w'), 0, 0),
        h: number(field('h'), 0, 0),
        r: number(field('r'), 0, 0),
      }
    case 'circle':
      return { kind: 'circle', cx: number(field('cx'), 0), cy: number(field('cy'), 0), r: number(field('r'), 0, 0) }
    case 'line':
      return {
        kind: 'line',
        x1: number(field('x1'), 0),
        y1: number(field('y1'), 0),
        x2: number(field('x2'), 0),
        y2: number(field('y2'), 0),
      }
    case 'text': {
      const text = field('text')
      const anchor = field('anchor')
      return {
        kind: 'text',
        x: number(field('x'), 0),
        y: number(field('y'), 0),
        text: typeof text === 'string' || typeof text === 'number' ? String(text).slice(0, 1_000) : '',
        size: number(field('size'), 16, 0),
        anchor: anchor === 'end' ? 'end' : anchor === 'center' || anchor === 'middle' ? 'middle' : 'start',
      }
    }
    case 'path': {
      const d = field('d')
      const drawn = typeof d === 'string' && d.length <= longestPath ? readPathData(d) : ''
      return drawn === '' ? null : { kind: 'path', d: drawn }
    }
    case 'image':
      return {
        kind: 'image',
        x: number(field('x'), 0),
        y: number(field('y'), 0),
        w: number(field('w'), 0, 0),
        h: number(field('h'), 0, 0),
        src: field('src'),
      }
    default:
      return null
  }
}

function number(value: unknown, missing: number, least = -farthest): number {
  return Math.min(farthest, Math.max(least, asNumber(value) ?? missing))
}

/** Where a shape is, as its own fields say it: its corner, middle, first end or baseline; a path is where it was written. */
export function placeOf({ geometry }: Shape): Point {
  if (geometry.kind === 'circle') return { x: geometry.cx, y: geometry.cy }
  if (geometry.kind === 'line') return { x: geometry.x1, y: geometry.y1 }
  return geometry.kind === 'path' ? { x: 0, y: 0 } : { x: geometry.x, y: geometry.y }
}

/** Its middle, for finding neighbours and what lies beneath; a path's is not known. */
export function middleOf({ geometry }: Shape): Point {
  if (geometry.kind === 'line') return { x: (geometry.x1 + geometry.x2) / 2, y: (geometry.y1 + geometry.y2) / 2 }
  if (geometry.kind === 'rect' || geometry.kind === 'image') return { x: geometry.x + geometry.w / 2, y: geometry.y + geometry.h / 2 }
  if (geometry.kind === 'circle') return { x: geometry.cx, y: geometry.cy }
  return geometry.kind === 'text' ? { x: geometry.x, y: geometry.y - geometry.size / 3 } : { x: 0, y: 0 }
}

/** Whether a point lies in a shape. Paths and texts have no inside here. */
export function contains(shape: Shape, point: Point): boolean {
  const { geometry } = shape
  const middle = middleOf(shape)
  const turn = (-shape.rotate * Math.PI) / 180
  const dx = (point.x - middle.x) * Math.cos(turn) - (point.y - middle.y) * Math.sin(turn)
  const dy = (point.x - middle.x) * Math.sin(turn) + (point.y - middle.y) * Math.cos(turn)
  if (geometry.kind === 'circle') return Math.hypot(dx, dy) <= geometry.r
  if (geometry.kind === 'rect' || geometry.kind === 'image') return Math.abs(dx) <= geometry.w / 2 && Math.abs(dy) <= geometry.h / 2
  return false
}

/** The topmost shape with an id at a point, except one. */
export function shapeAt(shapes: readonly Shape[], point: Point, except: Shape | null): Shape | null {
  return shapes.findLast(shape => shape !== except && shape.id !== null && contains(shape, point)) ?? null
}

/** The nearest of some shapes from one in a direction: within 45° of it, else null. */
export function neighbour(shapes: readonly Shape[], from: Shape, dx: number, dy: number): Shape | null {
  const start = middleOf(from)
  let best: Shape | null = null
  let least = Number.POSITIVE_INFINITY
  for (const shape of shapes) {
    const { x, y } = middleOf(shape)
    const ahead = (x - start.x) * dx + (y - start.y) * dy
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx)
    if (shape === from || ahead <= 0 || aside > ahead) continue
    if (ahead + 2 * aside < least) {
      least = ahead + 2 * aside
      best = shape
    }
  }
  return best
}
