/**
 * A document while it arrives: pieces of text in, a growing tree out.
 *
 * Laws: each character is read once; what has closed keeps its identity; however the text is cut, the
 * same is said in the same order; what has been said is never taken back, except by `restart`.
 */
import { batch } from '@preact/signals-core'
import type { SlotTable } from '../../schema/catalog.ts'
import { type LoadedBlueprint, loadParsed, loadToRun } from '../../schema/check/load.ts'
import { createNodeNormaliser } from '../../schema/check/normalise.ts'
import { createNodeCheck } from '../../schema/check/streamed-node.ts'
import { components } from '../../schema/generated/run-catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Frame } from '../../schema/json/json-events.ts'
import { createJsonParser } from '../../schema/json/push-parser.ts'
import { type FollowedBy, followStream } from '../app/follow-stream.ts'
import { type Cells, createCells, GROUP_SIZE, type NodeCell, touch, touchInside } from './cells.ts'
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
  /** What the check said last: of all but the tests, or of the whole. */
  readonly verdict: LoadedBlueprint | null
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
  /** Tells what each closed node is with its slips put right. */
  const normaliser = createNodeNormaliser()
  const checkNode = createNodeCheck()
  /** Have grown since the last frame. */
  const grown = new Set<NodeCell>()
  /** Only their children have grown in number. */
  const grownInside = new Set<NodeCell>()
  let framed = false
  const trusted = options.trusted ?? true
  let ready = false
  let verdict: LoadedBlueprint | null = null
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
        if (cell && key === 'type' && frame.parent) growAround(frame.parent)
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
        cell.closedAs = normaliser.node(frame.value as JsonObject)
        cell.issues = checkNode(cell.closedAs, { inPart: sectionOf(frame) === 'parts', parent: parentType(frame) })
        touch(cell)
        const around = owner(frame.parent)
        if (around && grown.delete(around)) touch(around)
        if (around && grownInside.delete(around)) touchInside(around)
        listener?.nodeClose()
      },
    }
  }

  /** The tests come last: what stands before them is complete. */
  function checkBeforeTests(): void {
    const { root } = parser
    if (!options.liveBeforeTests || !trusted || !listener || root === undefined || root === null || typeof root !== 'object' || Array.isArray(root)) return
    const { tests: _, ...before } = root as JsonObject
    verdict = loadToRun(before, { trusted })
    ready = listener.ready(verdict)
  }

  function grow(cell: NodeCell): void {
    if (isFirst()) touch(cell)
    else grown.add(cell)
  }

  function growInside(cell: NodeCell): void {
    if (isFirst()) touchInside(cell)
    else grownInside.add(cell)
  }

  /** Nothing has grown yet since the last frame. */
  function isFirst(): boolean {
    if (framed) return false
    if (options.nextFrame) {
      framed = true
      options.nextFrame(showGrown)
    }
    return true
  }

  function showGrown(): void {
    framed = false
    batch(() => {
      for (const cell of grown) if (!cell.closed) touch(cell)
      for (const cell of grownInside) touchInside(cell)
    })
    grown.clear()
    grownInside.clear()
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

  /** A component has its type. Where its siblings are drawn one by one, only they are more; the node that they stand in has grown where it has to draw another group of them. */
  function growAround(frame: Frame): void {
    const cell = owner(frame)
    if (!cell) return
    const siblings = frame.key === 'children' && Array.isArray(frame.value) ? frame.value.length : 0
    if ((siblings - 1) % GROUP_SIZE > 0 && frame.parent && cells.of(frame.parent.value) === cell && drawsEach(frame.parent.value as JsonObject))
      growInside(cell)
    else grow(cell)
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
    get verdict() {
      return verdict
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
        const isRead = parser.fault === null && parser.complete
        verdict = isRead ? loadParsed(parser.root as Json, text, { trusted }, normaliser.known) : loadToRun(text, { trusted })
        listener?.end(verdict)
      })
    },
    restart() {
      batch(() => {
        pieces.length = 0
        ready = false
        verdict = null
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

/** It makes nothing of its children but to hold them. */
function drawsEach({ type, each }: JsonObject): boolean {
  return each === undefined && typeof type === 'string' && components.get(type)?.children === 'any'
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
