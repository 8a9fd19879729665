/** What is drawn, as data, and how a line of the hand becomes little of it. All lengths in the sketch's own units. */
import type { Json } from '../../schema/json/json.ts'
import { asList, isRecord } from '../read-field.ts'

/** One line as the state keeps it. */
export interface Stroke {
  /** A tone, a palette name or #rrggbb. `black` is ink: it is drawn in the colour of text, so that it is seen on a dark ground too. */
  readonly color: string
  /** The width of the line where the pen is pressed fully. */
  readonly size: number
  /** x, y and pressure (0 to 1) of one point after the other. */
  readonly points: readonly number[]
}

export interface PenPoint {
  readonly x: number
  readonly y: number
  /** 0 to 1; 0.5 of what tells no pressure. */
  readonly pressure: number
}

/** Numbers of one point in `Stroke.points`. */
const perPoint = 3
/** A stroke has at most so many points, a drawing so many in all: about 300 kB of the state. */
export const mostPointsOfStroke = 400
export const mostPoints = 20_000

/** The strokes of a value, whatever it is; points that are no whole points are left out. */
export function readStrokes(value: unknown): readonly Stroke[] {
  const strokes: Stroke[] = []
  for (const each of asList(value)) {
    const known = isRecord(each) ? (read.get(each) ?? readStroke(each)) : null
    if (!known) continue
    read.set(each as object, known)
    strokes.push(known)
  }
  return strokes
}

/** Strokes are read once: a drawing of a thousand is looked at with each point of the next. */
const read = new WeakMap<object, Stroke>()

function readStroke(record: Readonly<Record<string, unknown>>): Stroke | null {
  const own = (name: string): unknown => (Object.hasOwn(record, name) ? record[name] : null)
  const size = own('size')
  const color = own('color')
  const points = asList(own('points')).filter((number): number is number => typeof number === 'number' && Number.isFinite(number))
  const whole = points.length - (points.length % perPoint)
  if (whole === 0) return null
  return {
    color: typeof color === 'string' ? color : 'black',
    size: typeof size === 'number' && size > 0 ? Math.min(200, size) : 4,
    points: points.slice(0, Math.min(whole, mostPoints * perPoint)),
  }
}

export function pointsOf({ points }: Stroke): readonly PenPoint[] {
  const found: PenPoint[] = []
  for (let at = 0; at + 2 < points.length; at += perPoint) found.push({ x: points[at]!, y: points[at + 1]!, pressure: points[at + 2]! })
  return found
}

export function countPoints(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, { points }) => sum + points.length / perPoint, 0)
}

/** A stroke of a drawn line: thinned, and rounded to a tenth of a unit. */
export function makeStroke(line: readonly PenPoint[], color: string, size: number): Stroke {
  const points = thin(line, size).flatMap(({ x, y, pressure }) => [round(x, 10), round(y, 10), round(pressure, 100)])
  return { color, size, points }
}

/** The stroke as JSON. */
export function strokeToJson({ color, size, points }: Stroke): Json {
  return { color, size, points: [...points] }
}

const round = (value: number, by: number): number => Math.round(value * by) / by

/**
 * The line with fewer points, none of those left out further from it than a small part of its width. Its ends stay, and
 * points where the pressure changes. Where there are still too many, more is left out.
 */
export function thin(line: readonly PenPoint[], size: number): readonly PenPoint[] {
  let tolerance = Math.max(0.25, size * 0.06)
  let left = reduce(line, tolerance, size)
  while (left.length > mostPointsOfStroke) {
    tolerance *= 1.6
    left = reduce(line, tolerance, size)
  }
  return left
}

/** Ramer, Douglas and Peucker's way, without recursion. A change of pressure counts as the width that it changes. */
function reduce(line: readonly PenPoint[], tolerance: number, size: number): readonly PenPoint[] {
  if (line.length <= 2) return line
  const keep = new Uint8Array(line.length)
  keep[0] = 1
  keep[line.length - 1] = 1
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let farthest = -1
    let most = tolerance
    for (let at = from + 1; at < to; at++) {
      const far = deviation(line[at]!, line[from]!, line[to]!, size)
      if (far > most) {
        most = far
        farthest = at
      }
    }
    if (farthest < 0) continue
    keep[farthest] = 1
    spans.push([from, farthest], [farthest, to])
  }
  return line.filter((_, at) => keep[at] === 1)
}

function deviation(point: PenPoint, from: PenPoint, to: PenPoint, size: number): number {
  const share = shareAlong(point, from, to)
  const x = from.x + (to.x - from.x) * share
  const y = from.y + (to.y - from.y) * share
  const pressure = from.pressure + (to.pressure - from.pressure) * share
  return Math.max(Math.hypot(point.x - x, point.y - y), Math.abs(point.pressure - pressure) * size * 0.5)
}

/** How far along from the one to the other the nearest place lies, 0 to 1. */
function shareAlong(point: PenPoint, from: PenPoint, to: PenPoint): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = dx * dx + dy * dy
  return length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length))
}

/** Whether a stroke comes nearer than `reach` to a place. */
export function touches(stroke: Stroke, at: { readonly x: number; readonly y: number }, reach: number): boolean {
  const points = pointsOf(stroke)
  const near = reach + stroke.size / 2
  return points.some((point, index) => {
    const from = points[Math.max(0, index - 1)] ?? point
    const place = { ...at, pressure: 0 }
    const share = shareAlong(place, from, point)
    return Math.hypot(at.x - from.x - (point.x - from.x) * share, at.y - from.y - (point.y - from.y) * share) <= near
  })
}
