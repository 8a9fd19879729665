import { Activity, createElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import type { App } from '../contracts.ts'
import type { ComponentCatalog } from './catalog-contract.ts'
import { type Drawing, DrawingProvider, type ReactHost } from './drawing.tsx'
import { createDrawnPlaces } from './drawn-places.ts'
import { FaultBoundary } from './FaultBoundary.tsx'
import { NodeList } from './NodeList.tsx'
import { NodeView } from './NodeView.tsx'
import { OutletView } from './OutletView.tsx'
import { useSignalValue } from './use-signal-value.ts'

const host: ReactHost = {
  node: (definition: Json, scope: Scope, key?: string) => createElement(NodeView, key === undefined ? { definition, scope } : { key, definition, scope }),
  nodes: (definitions: readonly Json[], scope: Scope) => createElement(NodeList, { definitions, scope }),
}

/**
 * Draws an app, also while it still streams, with the components of a catalog. Until the app runs it
 * is inert: nothing in it can be pressed, typed into or focused (B68). While its window is hidden the
 * view rests: it keeps what it shows and is not brought up to date (B30).
 */
export function BlueprintView({ app, catalog }: { readonly app: App; readonly catalog: ComponentCatalog }): ReactNode {
  // Every app is made by `createApp`, whose apps are runtimes; the engine shows the smaller face to the outside.
  const runtime = app as Runtime
  const [full, setFull] = useState(false)
  const drawing = useMemo((): Drawing => ({ runtime, catalog, host, places: createDrawnPlaces(setFull) }), [runtime, catalog])
  const phase = useSignalValue(runtime.phase)
  const { theme, currency } = useSignalValue(runtime.info)
  const { locale, attachments } = runtime.ports
  const shownLocale = useMemo(() => (currency === null ? locale : { ...locale, currency }), [locale, currency])
  const visible = useSignalValue(runtime.visible)
  const resting = useSignalValue(runtime.resting)
  useSignalValue(runtime.declared)
  useSignalValue(runtime.document)
  const view = runtime.view()
  const element = useRef<HTMLDivElement>(null)
  useReveal(runtime, element)
  return (
    <DrawingProvider value={drawing}>
      <div ref={element} inert={phase !== 'running'} data-blueprint={phase} style={{ display: 'contents' }}>
        <catalog.Root theme={theme} developing={phase === 'drawing'} locale={shownLocale} attachments={attachments}>
          <Activity mode={visible && !resting ? 'visible' : 'hidden'}>
            <FaultBoundary title="This app" cause={view} Tile={catalog.FaultTile}>
              {view === undefined ? <OutletView /> : <NodeView definition={view} scope={runtime.names} />}
            </FaultBoundary>
            {full && (
              <catalog.FaultTile
                title="There is more"
                message={`An app shows at most ${LIMITS.drawnNodes.toLocaleString('en')} components at once; the rest is left out.`}
              />
            )}
          </Activity>
        </catalog.Root>
      </div>
    </DrawingProvider>
  )
}

/** What the tools `focus` and `scrollTo` ask for. */
function useReveal(runtime: Runtime, element: { readonly current: HTMLDivElement | null }): void {
  const wanted = useSignalValue(runtime.reveal)
  useEffect(() => {
    if (!wanted) return
    const place = element.current?.querySelector(`[data-node="${CSS.escape(wanted.id)}"]`)
    if (!(place instanceof HTMLElement)) return
    place.scrollIntoView({ block: 'nearest' })
    if (!wanted.focus) return
    const target = place.matches('input, textarea, button, [tabindex]') ? place : place.querySelector<HTMLElement>('input, textarea, button, [tabindex]')
    target?.focus()
  }, [wanted, element])
}
