/**
 * The open windows, as plain data and a pure reducer. What a window shows is elsewhere (a session);
 * here is only where it stands, in which order, and how it got there.
 */
import type { Rect } from '../storage/installed-app.ts'
import { clamp, keepInRoom, placeNew, type Size, type SnapPlace, smallestWindow, snapRect } from './geometry.ts'

export interface WindowPlace {
  readonly id: string
  /** Where it stands, or stood before it was snapped or maximised. */
  readonly rect: Rect
  readonly snapped: SnapPlace | null
  readonly minimised: boolean
}

export interface WindowsModel {
  readonly room: Size
  /** In the order in which they were opened: the order in the dock, and in the page. */
  readonly windows: readonly WindowPlace[]
  /** Back to front; the last one that is not minimised has the focus. */
  readonly order: readonly string[]
}

export type WindowAction =
  | { readonly do: 'room'; readonly room: Size }
  | { readonly do: 'open'; readonly id: string; readonly wish: Size; readonly rect?: Rect | null }
  /** The size that the app asks for has arrived: followed only while nobody has moved or sized the window. */
  | { readonly do: 'wish'; readonly id: string; readonly wish: Size }
  | { readonly do: 'close' | 'focus' | 'minimise' | 'maximise' | 'restore' | 'toggle-maximise'; readonly id: string }
  | { readonly do: 'place'; readonly id: string; readonly rect: Rect }
  | { readonly do: 'snap'; readonly id: string; readonly place: SnapPlace }
  /** By keyboard: shifts the window or its bottom right corner. */
  | { readonly do: 'move-by' | 'resize-by'; readonly id: string; readonly dx: number; readonly dy: number }
  /** The next window forward (1) or back (-1) gets the focus. */
  | { readonly do: 'cycle'; readonly by: 1 | -1 }

export const emptyWindows: WindowsModel = { room: { width: 1280, height: 720 }, windows: [], order: [] }

/** Where the window is drawn now. */
export function shownRect(window: WindowPlace, room: Size): Rect {
  return window.snapped ? snapRect(window.snapped, room) : window.rect
}

export function focusedWindow(model: WindowsModel): string | null {
  return model.order.findLast(id => !model.windows.find(window => window.id === id)?.minimised) ?? null
}

export function reduceWindows(model: WindowsModel, action: WindowAction): WindowsModel {
  if (action.do === 'room') {
    const { room } = action
    return { ...model, room, windows: model.windows.map(window => ({ ...window, rect: keepInRoom(window.rect, room) })) }
  }
  if (action.do === 'cycle') return cycle(model, action.by)
  if (action.do === 'open') {
    if (model.windows.some(window => window.id === action.id)) return reduceWindows(model, { do: 'focus', id: action.id })
    const others = model.windows.filter(window => !window.minimised).map(window => window.rect)
    const rect = action.rect ? keepInRoom(action.rect, model.room) : placeNew(action.wish, model.room, others)
    const window: WindowPlace = { id: action.id, rect, snapped: null, minimised: false }
    return { ...model, windows: [...model.windows, window], order: [...model.order, action.id] }
  }

  const window = model.windows.find(({ id }) => id === action.id)
  if (!window) return model
  const change = (next: Partial<WindowPlace>): WindowsModel => ({
    ...model,
    windows: model.windows.map(other => (other.id === window.id ? { ...other, ...next } : other)),
  })
  const toFront = (next: WindowsModel): WindowsModel => ({ ...next, order: [...next.order.filter(id => id !== window.id), window.id] })

  switch (action.do) {
    case 'close':
      return { ...model, windows: model.windows.filter(({ id }) => id !== window.id), order: model.order.filter(id => id !== window.id) }
    case 'focus':
      return toFront(change({ minimised: false }))
    case 'minimise':
      return change({ minimised: true })
    case 'maximise':
      return toFront(change({ snapped: 'maximised', minimised: false }))
    case 'restore':
      return toFront(change({ snapped: null, minimised: false }))
    case 'toggle-maximise':
      return toFront(change({ snapped: window.snapped === 'maximised' ? null : 'maximised', minimised: false }))
    case 'snap':
      return toFront(change({ snapped: action.place, minimised: false }))
    case 'place':
      return toFront(change({ rect: keepInRoom(action.rect, model.room), snapped: null }))
    case 'wish': {
      const others = model.windows.filter(other => other.id !== window.id && !other.minimised).map(other => other.rect)
      return change({ rect: placeNew(action.wish, model.room, others) })
    }
    case 'move-by': {
      const from = shownRect(window, model.room)
      return change({ snapped: null, rect: keepInRoom({ ...from, x: from.x + action.dx, y: from.y + action.dy }, model.room) })
    }
    case 'resize-by': {
      const from = shownRect(window, model.room)
      const width = clamp(from.width + action.dx, smallestWindow.width, model.room.width - Math.max(0, from.x))
      const height = clamp(from.height + action.dy, smallestWindow.height, model.room.height - from.y)
      return change({ snapped: null, rect: keepInRoom({ ...from, width, height }, model.room) })
    }
  }
}

function cycle(model: WindowsModel, by: 1 | -1): WindowsModel {
  const shown = model.windows.filter(window => !window.minimised)
  if (shown.length === 0) return model
  const now = shown.findIndex(window => window.id === focusedWindow(model))
  const next = shown[(now + by + shown.length) % shown.length]!
  return { ...model, order: [...model.order.filter(id => id !== next.id), next.id] }
}
