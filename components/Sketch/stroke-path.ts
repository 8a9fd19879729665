import { getStroke } from 'perfect-freehand'
import { pointsOf, type Stroke } from './strokes.ts'

const paths = new WeakMap<Stroke, string>()

/** The outline of a finished stroke as an SVG path; made once. */
export function strokePath(stroke: Stroke): string {
  const known = paths.get(stroke)
  if (known !== undefined) return known
  const path = outline(stroke, true)
  paths.set(stroke, path)
  return path
}

/** The outline of a stroke; `last` where nothing is added to it any more. */
export function outline(stroke: Stroke, last: boolean): string {
  const points = pointsOf(stroke)
  // What tells no pressure says 0.5 of every point: its width then follows the speed of the hand.
  const even = points.every(({ pressure }) => pressure === points[0]?.pressure)
  const edge = getStroke(
    points.map(({ x, y, pressure }) => [x, y, pressure]),
    { size: stroke.size, thinning: 0.45, smoothing: 0.5, streamline: 0.3, simulatePressure: even, last },
  )
  return closedPath(edge as readonly (readonly [number, number])[])
}

/** A closed curve through the middles between its points. */
function closedPath(points: readonly (readonly [number, number])[]): string {
  const first = points[0]
  if (!first || points.length < 3) return ''
  let path = ''
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? first
    const middle = `${number((x + nextX) / 2)} ${number((y + nextY) / 2)}`
    path += index === 0 ? `M${middle}` : `Q${number(x)} ${number(y)} ${middle}`
  }
  const [, second] = points
  return second ? `${path}Q${number(first[0])} ${number(first[1])} ${number((first[0] + second[0]) / 2)} ${number((first[1] + second[1]) / 2)}Z` : `${path}Z`
}

const number = (value: number): number => Math.round(value * 100) / 100
