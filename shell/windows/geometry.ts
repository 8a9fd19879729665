import type { Rect } from '../storage/installed-app.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Where a window snaps to: halves and quarters of the room for windows. */
export type SnapPlace = 'left' | 'right' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'maximised'

export const smallestWindow: Size = { width: 280, height: 200 }
/** Of a window's title bar, always kept on the screen, so that it can be taken hold of. */
const keptVisible = 96
const titleBarHeight = 40
/** How near to an edge a dragged pointer has to be to snap there. */
const snapReach = 12
const cornerReach = 72

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}

/** The nearest rectangle that can be seen and taken hold of in the given room. */
export function keepInRoom(rect: Rect, room: Size): Rect {
  const width = clamp(rect.width, Math.min(smallestWindow.width, room.width), room.width)
  const height = clamp(rect.height, Math.min(smallestWindow.height, room.height), room.height)
  return {
    width,
    height,
    x: clamp(rect.x, keptVisible - width, room.width - keptVisible),
    y: clamp(rect.y, 0, room.height - titleBarHeight),
  }
}

/** How far a new window's edge keeps from the room's, where it can. */
const margin = 16

/**
 * Where a new window of the wished size stands: the place that covers the least of the windows that are
 * there, of several such the nearest to the middle.
 */
export function placeNew(wish: Size, room: Size, others: readonly Rect[]): Rect {
  const width = Math.min(wish.width, Math.max(0, room.width - 2 * margin))
  const height = Math.min(wish.height, Math.max(0, room.height - 2 * margin))
  const middle = { x: Math.round((room.width - width) / 2), y: Math.round((room.height - height) * 0.42) }
  const last = { x: room.width - width - margin, y: room.height - height - margin }
  const columns = [middle.x, margin, last.x, ...others.flatMap(({ x, width: w }) => [x + w + 12, x - width - 12, x + 36, x - 36])]
  const rows = [middle.y, margin, last.y, ...others.flatMap(({ y }) => [y + 44, y - 44])]
  let best: Rect = { ...middle, width, height }
  let least = Number.POSITIVE_INFINITY
  for (const x of columns) {
    for (const y of rows) {
      if (x < Math.min(margin, middle.x) || x > Math.max(last.x, middle.x) || y < 0 || y > Math.max(last.y, middle.y)) continue
      const candidate = { x, y, width, height }
      const covered = others.reduce((sum, other) => sum + overlap(candidate, other), 0)
      // A window that stands exactly on another hides it; one that is a little off does not.
      const hidden = others.some(other => Math.abs(other.x - x) < 24 && Math.abs(other.y - y) < 24) ? 1e9 : 0
      const cost = covered + hidden + 40 * Math.hypot(x - middle.x, y - middle.y)
      if (cost < least) {
        least = cost
        best = candidate
      }
    }
  }
  return keepInRoom(best, room)
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

export function snapRect(place: SnapPlace, room: Size): Rect {
  const half = { width: Math.round(room.width / 2), height: Math.round(room.height / 2) }
  const rest = { width: room.width - half.width, height: room.height - half.height }
  switch (place) {
    case 'maximised':
      return { x: 0, y: 0, ...room }
    case 'left':
      return { x: 0, y: 0, width: half.width, height: room.height }
    case 'right':
      return { x: half.width, y: 0, width: rest.width, height: room.height }
    case 'top-left':
      return { x: 0, y: 0, ...half }
    case 'top-right':
      return { x: half.width, y: 0, width: rest.width, height: half.height }
    case 'bottom-left':
      return { x: 0, y: half.height, width: half.width, height: rest.height }
    case 'bottom-right':
      return { x: half.width, y: half.height, ...rest }
  }
}

/** Where a window that is dragged with the pointer at this point would snap to. */
export function snapAt(x: number, y: number, room: Size): SnapPlace | null {
  const left = x <= snapReach
  const right = x >= room.width - snapReach
  if (left || right) {
    if (y <= cornerReach) return left ? 'top-left' : 'top-right'
    if (y >= room.height - cornerReach) return left ? 'bottom-left' : 'bottom-right'
    return left ? 'left' : 'right'
  }
  return y <= snapReach / 2 ? 'maximised' : null
}
