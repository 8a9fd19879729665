import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Rect } from '../storage/installed-app.ts'
import type { SnapPlace } from './geometry.ts'
import type { WindowPlace } from './window-model.ts'

/** Where the windows stood when the page was left, by the instance that each showed. */
export type StoredWindows = readonly { readonly instance: string; readonly place: Omit<WindowPlace, 'id'> }[]

const snaps: ReadonlySet<string> = new Set<SnapPlace>(['left', 'right', 'top-left', 'top-right', 'bottom-left', 'bottom-right', 'maximised'])

export function windowsToJson(windows: StoredWindows): Json {
  return windows.map(({ instance, place: { rect, snapped, minimised } }) => ({ instance, rect: { ...rect }, snapped, minimised }))
}

/** What of it can be read; another version of the page may have written it. */
export function windowsFromJson(stored: Json | undefined): StoredWindows {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry: Json) => {
    if (!isRecord(entry) || typeof entry.instance !== 'string') return []
    const rect = toRect(entry.rect)
    if (!rect) return []
    const snapped = typeof entry.snapped === 'string' && snaps.has(entry.snapped) ? (entry.snapped as SnapPlace) : null
    return [{ instance: entry.instance, place: { rect, snapped, minimised: entry.minimised === true } }]
  })
}

function toRect(value: Json | undefined): Rect | null {
  if (!isRecord(value)) return null
  const { x, y, width, height } = value
  return typeof x === 'number' && typeof y === 'number' && typeof width === 'number' && typeof height === 'number' ? { x, y, width, height } : null
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
