import { computed, type ReadonlySignal } from '@preact/signals-core'
import { Component, createElement, type ReactNode } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import type { NodeCell } from '../stream/cells.ts'
import { createNode, type Drawn } from '../tree/node.ts'
import type { Drawing } from './drawing.tsx'
import type { DrawnPlace } from './drawn-places.ts'
import { drawNodes, NodeList } from './NodeList.tsx'
import { OutletView } from './OutletView.tsx'
import { RepeatView } from './RepeatView.tsx'
import { onChange } from './use-signal-value.ts'

const NOTHING: Drawn = { kind: 'nothing' }

interface NodeViewProps {
  /** Handed from node to node: React would look at each of thousands of readers of a context, with every change of one. */
  readonly drawing: Drawing
  readonly definition: Json
  readonly scope: Scope
}

interface NodeViewState {
  /** What the component that it drew has thrown; another one each time. */
  readonly fault: { readonly error: unknown } | null
}

const SOUND: NodeViewState = { fault: null }

/** What a node shows, in a place of its own among those that are drawn at once. */
interface Placed {
  readonly drawing: Drawing
  readonly definition: Json
  readonly scope: Scope
  readonly place: DrawnPlace
  readonly shown: ReadonlySignal<Drawn>
}

/**
 * One node in one scope. It is drawn again when its definition grows or a value that it reads changes, and for no other
 * reason. A component that throws shows as a tile in its place, which goes away when what it was drawn from changes.
 *
 * There is one for each component on the screen: as a class it is all of that in one, without hooks.
 */
export class NodeView extends Component<NodeViewProps, NodeViewState> {
  override state = SOUND
  #placed: Placed | null = null
  #drawn: Drawn = NOTHING
  #listening: Placed | null = null
  #stop: (() => void) | null = null
  /** The fault that its tile is shown for, and what the component had been drawn from. */
  #told: NodeViewState['fault'] = null
  #cause: Drawn = NOTHING

  static getDerivedStateFromError(error: unknown): NodeViewState {
    return { fault: { error } }
  }

  override shouldComponentUpdate(next: NodeViewProps, state: NodeViewState): boolean {
    const { definition, scope, drawing } = this.props
    return next.definition !== definition || next.scope !== scope || next.drawing !== drawing || state !== this.state
  }

  override componentDidMount(): void {
    this.#tell()
    this.#listen()
  }

  override componentDidUpdate(): void {
    this.#tell()
    if (this.#listening === this.#placed) return
    this.#leave()
    this.#listen()
  }

  /** Also where its window is hidden, which rests then. */
  override componentWillUnmount(): void {
    this.#leave()
  }

  /** What is drawn now is what the fault came of. */
  #tell(): void {
    const { fault } = this.state
    if (fault === this.#told) return
    this.#told = fault
    this.#cause = this.#drawn
  }

  #listen(): void {
    const placed = this.#placed
    if (!placed) return
    this.#listening = placed
    placed.place.enter()
    this.#stop = onChange(placed.shown, () => this.forceUpdate())
    // It may have changed since it was drawn.
    if (placed.shown.peek() !== this.#drawn) this.forceUpdate()
  }

  #leave(): void {
    this.#listening?.place.leave()
    this.#listening = null
    this.#stop?.()
  }

  override render(): ReactNode {
    const { drawing, definition, scope } = this.props
    let placed = this.#placed
    if (placed === null || placed.definition !== definition || placed.scope !== scope || placed.drawing !== drawing) {
      placed = take(drawing, definition, scope)
      this.#placed = placed
    }
    const drawn = placed.shown.peek()
    this.#drawn = drawn
    const { fault } = this.state
    if (fault && (fault !== this.#told || drawn === this.#cause)) return this.#tile(drawn, fault.error, drawing)
    switch (drawn.kind) {
      case 'nothing':
        return null
      case 'pending':
        return createElement(drawing.catalog.Pending)
      case 'fault':
        return createElement(drawing.catalog.FaultTile, { title: drawn.title, message: drawn.message })
      case 'outlet':
        return createElement(OutletView)
      case 'instead':
        return createElement(NodeView, { drawing, definition: drawn.definition, scope: drawn.scope })
      case 'several':
        return createElement(NodeList, { drawing, definitions: drawn.definitions, scope: drawn.scope })
      case 'component':
        drawing.runtime.ports.observe?.drawn?.(definition)
        return drawComponent(drawn, placed)
    }
  }

  #tile(drawn: Drawn, error: unknown, { catalog }: Drawing): ReactNode {
    return createElement(catalog.FaultTile, {
      title: drawn.kind === 'component' ? drawn.spec.name : 'This part',
      message: `This part could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
      onRetry: () => this.setState(SOUND),
    })
  }
}

function take(drawing: Drawing, definition: Json, scope: Scope): Placed {
  const place = drawing.places.take()
  const node = createNode(drawing.runtime, definition, scope, drawing.host)
  const { given } = place
  const shown = given.peek() ? node : computed(() => (given.value ? node.value : NOTHING))
  return { drawing, definition, scope, place, shown }
}

function drawComponent({ spec, props, repeat, children }: Extract<Drawn, { kind: 'component' }>, { drawing, definition, scope }: Placed): ReactNode {
  const { catalog } = drawing
  const component = catalog.get(spec.name)
  if (!component) return createElement(catalog.FaultTile, { title: spec.name, message: `The component “${spec.name}” is not in this catalog.` })
  if (repeat) return createElement(component, props, createElement(RepeatView, { repeat, scope }))
  return children.length > 0
    ? createElement(component, props, drawNodes(drawing, children, scope, cellOf(definition, drawing)))
    : createElement(component, props)
}

function cellOf(definition: Json, { runtime }: Drawing): NodeCell | undefined {
  return definition !== null && typeof definition === 'object' ? runtime.cell(definition) : undefined
}
