import type { Observer } from '../../engine/observe/observer.ts'
import type { AppObserver } from '../../engine/ports.ts'
import type { Json } from '../../schema/json/json.ts'

/** How often each node of the document was drawn since somebody began to look. */
export interface DrawWatch {
  /** Grows whenever something is drawn. */
  readonly version: number
  /** Over all places where the node stands, as in the rows of a list. */
  count(definition: Json): number
  /** The nodes that were drawn in the drawing with this record; empty for one that is too long ago. */
  drawnIn(seq: number): readonly Json[]
  clear(): void
  dispose(): void
}

/** Drawings whose nodes are remembered, and how many of one. */
const MOST_DRAWINGS = 500
const MOST_NODES = 20

/** Counts what an app draws, and notes each drawing as one record. There is one at a time for one app. */
export function createDrawWatch(observe: AppObserver, observer: Pick<Observer, 'seq'>): DrawWatch {
  const counts = new Map<Json, number>()
  let version = 0
  const drawings = new Map<number, readonly Json[]>()
  let began: number | null = null
  let places = 0
  const nodes = new Set<Json>()

  const drawn = (definition: Json) => {
    version++
    places++
    if (nodes.size < MOST_NODES) nodes.add(definition)
    if (definition !== null && typeof definition === 'object') counts.set(definition, (counts.get(definition) ?? 0) + 1)
    if (began !== null) return
    began = observe.now()
    // React draws everything that one change asks for in one go; a microtask comes after it.
    queueMicrotask(() => {
      if (began === null) return
      observe.draw(places, observe.now() - began)
      drawings.set(observer.seq, [...nodes])
      const oldest = drawings.keys().next()
      if (drawings.size > MOST_DRAWINGS && !oldest.done) drawings.delete(oldest.value)
      began = null
      places = 0
      nodes.clear()
    })
  }
  observe.drawn = drawn
  return {
    get version() {
      return version
    },
    count: definition => counts.get(definition) ?? 0,
    drawnIn: seq => drawings.get(seq) ?? [],
    clear() {
      counts.clear()
      version++
    },
    dispose() {
      if (observe.drawn === drawn) observe.drawn = null
    },
  }
}
