import { type ReadonlySignal, signal } from '@preact/signals-core'
import { createElement, memo, type ReactNode, useMemo } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import { createNode, type Drawn } from '../tree/node.ts'
import { useDrawing } from './drawing.tsx'
import { useDrawnPlace } from './drawn-places.ts'
import { FaultBoundary } from './FaultBoundary.tsx'
import { NodeList } from './NodeList.tsx'
import { OutletView } from './OutletView.tsx'
import { RepeatView } from './RepeatView.tsx'
import { useSignalValue } from './use-signal-value.ts'

const NOTHING: ReadonlySignal<Drawn> = signal({ kind: 'nothing' })

/** One node in one scope. It is drawn again when its definition grows or a value that it reads changes, and for no other reason. */
export const NodeView = memo(function NodeView({ definition, scope }: { readonly definition: Json; readonly scope: Scope }): ReactNode {
  const { runtime, catalog, host, places } = useDrawing()
  const hasPlace = useDrawnPlace(places)
  const node = useMemo(() => (hasPlace ? createNode(runtime, definition, scope, host) : NOTHING), [hasPlace, runtime, definition, scope, host])
  const drawn = useSignalValue(node)
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
      return <ComponentView drawn={drawn} scope={scope} />
  }
})

/** Layout and text are a tag and its text: what can go wrong in the others is caught around each of them. */
const PLAIN_GROUPS = new Set(['layout', 'text'])

function ComponentView({ drawn, scope }: { readonly drawn: Extract<Drawn, { kind: 'component' }>; readonly scope: Scope }): ReactNode {
  const { catalog } = useDrawing()
  const { spec, props, repeat, children } = drawn
  const Component = catalog.get(spec.name)
  if (!Component) return <catalog.FaultTile title={spec.name} message={`The component “${spec.name}” is not in this catalog.`} />
  const inside = repeat ? <RepeatView repeat={repeat} scope={scope} /> : children.length > 0 ? <NodeList definitions={children} scope={scope} /> : undefined
  const element = inside === undefined ? createElement(Component, props) : createElement(Component, props, inside)
  if (PLAIN_GROUPS.has(spec.group)) return element
  return (
    <FaultBoundary title={spec.name} cause={drawn} Tile={catalog.FaultTile}>
      {element}
    </FaultBoundary>
  )
}
