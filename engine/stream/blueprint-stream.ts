/**
 * A document while it arrives: pieces of text in, a growing tree out.
 *
 * Laws: each character is read once; what has closed keeps its identity; however the text is cut, the
 * same is said in the same order; what has been said is never taken back, except by `restart`.
 */
import { batch } from '@preact/signals-core'
import type { SlotTable } from '../../schema/catalog.ts'
import { type LoadedBlueprint, loadBlueprint } from '../../schema/check/load.ts'
import { checkNode, normaliseNode } from '../../schema/check/streamed-node.ts'
import { components } from '../../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Frame } from '../../schema/json/json-events.ts'
import { createJsonParser } from '../../schema/json/push-parser.ts'
import { type Cells, createCells, touch } from './cells.ts'

/** Who draws what streams. */
export interface StreamListener {
  /** A section of the document has closed. */
  section(name: string, value: Json): void
  /** A section has opened: what of it has closed so far grows in place. */
  sectionOpen(name: string): void
  /** Something of the `app` section has arrived: its name, its icon. */
  appGrew(app: Json): void
  /** A page's view has opened: the first is the start page. */
  pageOpen(name: string): void
  /** A node has opened, has closed. */
  nodeOpen(): void
  nodeClose(): void
  /** What came before is void. */
  restart(): void
  end(loaded: LoadedBlueprint): void
}

export interface BlueprintStream {
  push(text: string): void
  /** No more will come: the verdict falls (B6). */
  end(): void
  /** What came before is void: a repaired or second reply follows. */
  restart(): void
  /** All that has arrived. */
  readonly text: string
  readonly cells: Cells
  /** The document as far as it has arrived; grows in place. */
  readonly root: JsonObject | null
  attach(listener: StreamListener): void
}

export interface StreamOptions {
  /** False for what arrives from elsewhere: it is checked as it is (B5). */
  readonly trusted?: boolean
}

export function createBlueprintStream(options: StreamOptions = {}): BlueprintStream {
  const pieces: string[] = []
  let cells = createCells()
  let listener: StreamListener | null = null
  let growing: object | null = null
  let parser = createJsonParser(events())

  function events() {
    return {
      open(frame: Frame) {
        if (frame.parent === null) return
        const section = frame.parent.parent === null
        if (isNode(frame)) {
          cells.open(frame.value)
          listener?.nodeOpen()
        }
        const holder = cells.of(frame.parent.value)
        if (holder) holder.opening = String(frame.key)
        if (section) listener?.sectionOpen(String(frame.key))
        else if (frame.key === 'view' && sectionOf(frame) === 'pages') listener?.pageOpen(String(frame.parent.key))
        touchOwner(frame.parent)
      },
      value(frame: Frame, key: string | number, value: Json) {
        if (frame.parent === null) {
          listener?.section(String(key), value)
          return
        }
        if (frame.key === 'app' && frame.parent.parent === null) listener?.appGrew(frame.value as Json)
        const cell = cells.of(frame.value)
        if (cell?.growing?.key === key) cell.growing = null
        if (cell?.opening === key) cell.opening = null
        if (cell) touch(cell)
        // A child that closes draws itself; only what is no node changes the node around it.
        else if (value === null || typeof value !== 'object' || !cells.of(value)) touchOwner(frame)
      },
      text(frame: Frame, key: string | number, textSoFar: string) {
        const cell = cells.of(frame.value)
        if (!cell) return
        cell.growing = { key: String(key), text: textSoFar }
        growing = frame.value
        touch(cell)
      },
      close(frame: Frame) {
        const cell = cells.of(frame.value)
        if (!cell) return
        cell.closed = true
        cell.growing = null
        if (growing === frame.value) growing = null
        // A frame of a node holds a record, which has closed.
        cell.closedAs = normaliseNode(frame.value as JsonObject)
        const parent = parentType(frame)
        cell.issues = checkNode(cell.closedAs, { inPart: sectionOf(frame) === 'parts', ...(parent === undefined ? {} : { parent }) })
        touch(cell)
        listener?.nodeClose()
      },
    }
  }

  /** The component that a node is a child of. */
  function parentType(frame: Frame): string | undefined {
    for (let at = frame.parent; at; at = at.parent) {
      if (!cells.of(at.value)) continue
      const { type } = at.value as JsonObject
      return typeof type === 'string' ? type : undefined
    }
    return undefined
  }

  /** The node that this container is part of is the one that draws it. */
  function touchOwner(frame: Frame): void {
    for (let at: Frame | null = frame; at; at = at.parent) {
      const cell = cells.of(at.value)
      if (!cell) continue
      touch(cell)
      return
    }
  }

  return {
    get text() {
      return pieces.join('')
    },
    get cells() {
      return cells
    },
    get root() {
      const { root } = parser
      return root !== null && typeof root === 'object' && !Array.isArray(root) ? (root as JsonObject) : null
    },
    attach(next) {
      listener = next
    },
    push(text) {
      pieces.push(text)
      batch(() => parser.push(text))
    },
    end() {
      batch(() => {
        parser.end()
        listener?.end(loadBlueprint(pieces.join(''), { trusted: options.trusted ?? true }))
      })
    },
    restart() {
      batch(() => {
        pieces.length = 0
        cells = createCells()
        parser = createJsonParser(events())
        listener?.restart()
      })
    },
  }
}

/** The properties, anywhere in the catalog, that hold nodes. */
const NODE_KEYS = collectNodeKeys()

function collectNodeKeys(): ReadonlySet<string> {
  const keys = new Set(['children', 'fallback', 'empty'])
  const visit = (table: SlotTable) => {
    for (const [name, slot] of Object.entries(table)) {
      if (slot.kind === 'node' || slot.kind === 'nodes') keys.add(name)
      if (slot.fields) visit(slot.fields)
      if (slot.element?.fields) visit(slot.element.fields)
    }
  }
  for (const spec of components.values()) visit(spec.slots)
  return keys
}

/** A node is what stands in a node's place below `view`, a page, a part or `glance`. */
function isNode(frame: Frame): boolean {
  if (Array.isArray(frame.value)) return false
  const holder = frame.parent && Array.isArray(frame.parent.value) ? frame.parent : frame
  const key = holder.key
  if (holder.parent === null || typeof key !== 'string') return false
  const section = sectionOf(frame)
  if (section === 'view' || section === 'glance') return holder.parent.parent === null || NODE_KEYS.has(key)
  if (section === 'pages' || section === 'parts') return key === 'view' || NODE_KEYS.has(key)
  return false
}

function sectionOf(frame: Frame): string {
  let at: Frame = frame
  while (at.parent?.parent) at = at.parent
  return String(at.key)
}
