/**
 * A document while it arrives: pieces of text in, a growing tree out.
 *
 * Laws: each character is read once; what has closed keeps its identity; however the text is cut, the
 * same is said in the same order; what has been said is never taken back, except by `restart`.
 */
import { batch } from '@preact/signals-core'
import type { SlotTable } from '../../schema/catalog.ts'
import { loadParsed, loadToRun } from '../../schema/check/load.ts'
import { checkNode, normaliseNode } from '../../schema/check/streamed-node.ts'
import { components } from '../../schema/generated/run-catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Frame } from '../../schema/json/json-events.ts'
import { createJsonParser } from '../../schema/json/push-parser.ts'
import { type FollowedBy, followStream } from '../app/follow-stream.ts'
import { type Cells, createCells, type NodeCell, touch } from './cells.ts'
import type { StreamListener } from './stream-listener.ts'

export type { StreamListener }

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
  /** All but the tests is there, passed the check and was taken (B68). */
  readonly ready: boolean
  attach(listener: StreamListener): void
  /** Takes the document into its app while it arrives. */
  follow(app: FollowedBy): void
}

export interface StreamOptions {
  /** False for what arrives from elsewhere: it is checked as it is (B5). */
  readonly trusted?: boolean
  /** What stands before the tests is checked as soon as they begin, so that the app may go live (B68); not for what arrives from elsewhere, which is read whole first. */
  readonly liveBeforeTests?: boolean
  /**
   * Calls `run` with the next frame of whoever draws. What is complete is shown at once; of what is still being
   * written the first change is too, and those after it together with the next frame. Without it each is shown at once.
   */
  readonly nextFrame?: (run: () => void) => void
}

export function createBlueprintStream(options: StreamOptions = {}): BlueprintStream {
  const pieces: string[] = []
  let cells = createCells()
  let listener: StreamListener | null = null
  /** What each closed node is with its slips put right. */
  const normal = new WeakMap<object, JsonObject>()
  /** Have grown since the last frame. */
  const grown = new Set<NodeCell>()
  let framed = false
  const trusted = options.trusted ?? true
  let ready = false
  let parser = createJsonParser(events())

  function events() {
    return {
      open(frame: Frame) {
        if (frame.parent === null) return
        const section = frame.parent.parent === null
        const node = isNode(frame)
        if (node) {
          cells.open(frame.value)
          listener?.nodeOpen()
        }
        const holder = cells.of(frame.parent.value)
        if (holder) holder.opening = String(frame.key)
        if (section && frame.key === 'tests') checkBeforeTests()
        if (section) listener?.sectionOpen(String(frame.key))
        else if (frame.key === 'view' && sectionOf(frame) === 'pages') listener?.pageOpen(String(frame.parent.key))
        // Without its type a component shows nothing yet.
        if (!node) growOwner(frame.parent)
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
        // With its type a component begins to show.
        if (cell && key === 'type' && frame.parent) growOwner(frame.parent)
        if (cell) grow(cell)
        // A child that closes draws itself; only what is no node changes the node around it.
        else if (value === null || typeof value !== 'object' || !cells.of(value)) growOwner(frame)
      },
      text(frame: Frame, key: string | number, textSoFar: string) {
        const cell = cells.of(frame.value)
        if (!cell) return
        cell.growing = { key: String(key), text: textSoFar }
        grow(cell)
      },
      close(frame: Frame) {
        const cell = cells.of(frame.value)
        if (!cell) return
        cell.closed = true
        cell.growing = null
        // A frame of a node holds a record, which has closed.
        cell.closedAs = normaliseNode(frame.value as JsonObject, '', normal)
        const parent = parentType(frame)
        cell.issues = checkNode(cell.closedAs, { inPart: sectionOf(frame) === 'parts', ...(parent === undefined ? {} : { parent }) })
        touch(cell)
        const around = owner(frame.parent)
        if (around && grown.delete(around)) touch(around)
        listener?.nodeClose()
      },
    }
  }

  /** The tests come last: what stands before them is complete. */
  function checkBeforeTests(): void {
    const { root } = parser
    if (!options.liveBeforeTests || !trusted || !listener || root === undefined || root === null || typeof root !== 'object' || Array.isArray(root)) return
    const { tests: _, ...before } = root as JsonObject
    ready = listener.ready(loadToRun(before, { trusted }))
  }

  function grow(cell: NodeCell): void {
    if (framed) {
      grown.add(cell)
      return
    }
    touch(cell)
    if (!options.nextFrame) return
    framed = true
    options.nextFrame(showGrown)
  }

  function showGrown(): void {
    framed = false
    batch(() => {
      for (const cell of grown) if (!cell.closed) touch(cell)
    })
    grown.clear()
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
  function owner(frame: Frame | null): NodeCell | undefined {
    for (let at = frame; at; at = at.parent) {
      const cell = cells.of(at.value)
      if (cell) return cell
    }
    return undefined
  }

  function growOwner(frame: Frame): void {
    const cell = owner(frame)
    if (cell) grow(cell)
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
    get ready() {
      return ready
    },
    attach(next) {
      listener = next
    },
    follow(app) {
      followStream(this, app)
    },
    push(text) {
      pieces.push(text)
      batch(() => parser.push(text))
    },
    end() {
      batch(() => {
        parser.end()
        const text = pieces.join('')
        listener?.end(parser.fault === null && parser.complete ? loadParsed(parser.root as Json, text, { trusted }) : loadToRun(text, { trusted }))
      })
    },
    restart() {
      batch(() => {
        pieces.length = 0
        ready = false
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
