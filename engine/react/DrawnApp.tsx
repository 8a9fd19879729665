import { createElement, type ReactNode, type RefObject, useMemo, useState } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import type { ComponentCatalog } from './catalog-contract.ts'
import { type Drawing, DrawingProvider } from './drawing.tsx'
import { createDrawnPlaces, type DrawnPlaces } from './drawn-places.ts'
import { FaultBoundary } from './FaultBoundary.tsx'
import { NodeList } from './NodeList.tsx'
import { NodeView } from './NodeView.tsx'
import { useSignalValue } from './use-signal-value.ts'

function createDrawing(runtime: Runtime, catalog: ComponentCatalog, places: DrawnPlaces): Drawing {
  const drawing: Drawing = {
    runtime,
    catalog,
    places,
    host: {
      node: (definition: Json, scope: Scope, key?: string) =>
        createElement(NodeView, key === undefined ? { drawing, definition, scope } : { key, drawing, definition, scope }),
      nodes: (definitions: readonly Json[], scope: Scope) => createElement(NodeList, { drawing, definitions, scope }),
    },
  }
  return drawing
}

interface DrawnAppProps {
  readonly runtime: Runtime
  readonly catalog: ComponentCatalog
  /** The definition of what is drawn: where it changes, a fault in it is given another chance. */
  readonly cause: Json | undefined
  /** Nothing in it can be pressed, typed into or focused. */
  readonly inert: boolean
  readonly root?: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** Some of an app, in the app's look and the user's locale. */
export function DrawnApp({ runtime, catalog, cause, inert, root, children }: DrawnAppProps): ReactNode {
  const [full, setFull] = useState(false)
  const drawing = useMemo(() => createDrawing(runtime, catalog, createDrawnPlaces(setFull)), [runtime, catalog])
  const phase = useSignalValue(runtime.phase)
  const { theme, currency } = useSignalValue(runtime.info)
  const { locale, attachments } = runtime.ports
  const shownLocale = useMemo(() => (currency === null ? locale : { ...locale, currency }), [locale, currency])
  return (
    <DrawingProvider value={drawing}>
      <div ref={root} inert={inert} data-blueprint={phase} style={{ display: 'contents' }}>
        <catalog.Root theme={theme} developing={phase === 'drawing'} locale={shownLocale} attachments={attachments}>
          <FaultBoundary title="This app" cause={cause} Tile={catalog.FaultTile}>
            {children}
          </FaultBoundary>
          {full && (
            <catalog.FaultTile
              title="There is more"
              message={`An app shows at most ${LIMITS.drawnNodes.toLocaleString('en')} components at once; the rest is left out.`}
            />
          )}
        </catalog.Root>
      </div>
    </DrawingProvider>
  )
}
