import { computed } from '@preact/signals-core'
import { createElement, memo, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import { createNode, type Drawn } from '../tree/node.ts'
import { type Drawing, useDrawing } from './drawing.tsx'
import { FaultBoundary } from './FaultBoundary.tsx'
import { drawNodes, NodeList } from './NodeList.tsx'
import { OutletView } from './OutletView.tsx'
import { RepeatView } from './RepeatView.tsx'
import { onChange } from './use-signal-value.ts'

const NOTHING: Drawn = { kind: 'nothing' }

/** One node in one scope. It is drawn again when its definition grows or a value that it reads changes, and for no other reason. */
export const NodeView = memo(function NodeView({ definition, scope }: { readonly definition: Json; readonly scope: Scope }): ReactNode {
  const drawing = useDrawing()
  const { catalog } = drawing
  const node = useMemo(() => placedNode(drawing, definition, scope), [drawing, definition, scope])
  const drawn = useSyncExternalStore(node.subscribe, node.read, node.read)
  switch (drawn.kind) {
    case 'nothing':
      return null
    case 'pending':
      return <catalog.Pending />
    case 'fault':
      return <catalog.FaultTile title={drawn.title} message={drawn.message} />
    case 'outlet':
      return <OutletView />
    case 'instead':
      return <NodeView definition={drawn.definition} scope={drawn.scope} />
    case 'several':
      return <NodeList definitions={drawn.definitions} scope={drawn.scope} />
    case 'component':
      drawing.runtime.ports.observe?.drawn?.(definition)
      return drawComponent(drawn, scope, drawing)
  }
})

/** What a node shows, in a place of its own among those that are drawn at once. */
function placedNode({ runtime, host, places }: Drawing, definition: Json, scope: Scope) {
  const place = places.take()
  const node = createNode(runtime, definition, scope, host)
  const shown = place.given.peek() ? node : computed(() => (place.given.value ? node.value : NOTHING))
  return {
    subscribe(changed: () => void) {
      place.enter()
      const stop = onChange(shown, changed)
      return () => {
        place.leave()
        stop()
      }
    },
    read: () => shown.peek(),
  }
}

/** Layout and text are a tag and its text: what can go wrong in the others is caught around each of them. */
const PLAIN_GROUPS = new Set(['layout', 'text'])

function drawComponent(drawn: Extract<Drawn, { kind: 'component' }>, scope: Scope, { catalog }: Drawing): ReactNode {
  const { spec, props, repeat, children } = drawn
  const Component = catalog.get(spec.name)
  if (!Component) return <catalog.FaultTile title={spec.name} message={`The component “${spec.name}” is not in this catalog.`} />
  const inside = repeat ? <RepeatView repeat={repeat} scope={scope} /> : children.length > 0 ? drawNodes(children, scope) : undefined
  const element = inside === undefined ? createElement(Component, props) : createElement(Component, props, inside)
  if (PLAIN_GROUPS.has(spec.group)) return element
  return (
    <FaultBoundary title={spec.name} cause={drawn} Tile={catalog.FaultTile}>
      {element}
    </FaultBoundary>
  )
}
