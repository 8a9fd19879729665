/** The page that is open, and the ones before it (B46). */
import { type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Labels } from './labels.ts'

export interface PageState {
  readonly name: string
  readonly params: JsonObject
  /** Where the parameters came from (S28). */
  readonly labels?: Labels
}

export interface Pages {
  readonly current: Signal<PageState | null>
  /** Opens the start page, where there is one, and forgets the way. */
  begin(pages: Json | undefined): void
  go(pages: Json | undefined, name: string, params: JsonObject, labels?: Labels): boolean
  back(): boolean
}

export function createPages(): Pages {
  const current = signal<PageState | null>(null)
  const before: PageState[] = []
  return {
    current,
    begin(pages) {
      before.length = 0
      const first = isRecord(pages) ? Object.keys(pages)[0] : undefined
      current.value = first === undefined ? null : { name: first, params: {} }
    },
    go(pages, name, params, labels = []) {
      if (!isRecord(pages) || !Object.hasOwn(pages, name)) return false
      const from = current.peek()
      if (from) before.push(from)
      current.value = { name, params, ...(labels.length > 0 && { labels }) }
      return true
    },
    back() {
      const last = before.pop()
      if (last) current.value = last
      return last !== undefined
    },
  }
}

function isRecord(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
