import { Activity, type ReactNode, useEffect, useRef } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Runtime } from '../app/runtime.ts'
import type { App } from '../contracts.ts'
import type { ComponentCatalog } from './catalog-contract.ts'
import { DrawnApp } from './DrawnApp.tsx'
import { useDrawing } from './drawing.tsx'
import { OutletView } from './OutletView.tsx'
import { useSignalValue } from './use-signal-value.ts'

interface BlueprintViewProps {
  readonly app: App
  readonly catalog: ComponentCatalog
}

/**
 * Draws an app, also while it still streams, with the components of a catalog. Until the app runs it
 * is inert: nothing in it can be pressed, typed into or focused (B68). While its window is hidden the
 * view rests: it keeps what it shows and is not brought up to date (B30).
 */
export function BlueprintView({ app, catalog }: BlueprintViewProps): ReactNode {
  // Every app is made by `createApp`, whose apps are runtimes; the engine shows the smaller face to the outside.
  const runtime = app as Runtime
  const phase = useSignalValue(runtime.phase)
  const visible = useSignalValue(runtime.visible)
  const resting = useSignalValue(runtime.resting)
  useSignalValue(runtime.declared)
  useSignalValue(runtime.document)
  const view = runtime.view()
  const root = useRef<HTMLDivElement>(null)
  useReveal(runtime, root)
  return (
    <DrawnApp runtime={runtime} catalog={catalog} cause={view} inert={phase !== 'running'} root={root}>
      <Activity mode={visible && !resting ? 'visible' : 'hidden'}>{view === undefined ? <OutletView /> : <RootNode definition={view} />}</Activity>
    </DrawnApp>
  )
}

/**
 * Draws the small view that an app has for the desktop's home (B51), from the app's state as it is; nothing where it has
 * none. It is inert, whether the app runs or not: whoever shows it opens the app where it is pressed.
 */
export function GlanceView({ app, catalog }: BlueprintViewProps): ReactNode {
  const runtime = app as Runtime
  const glance = useSignalValue(runtime.document)?.glance
  if (glance === undefined) return null
  return (
    <DrawnApp runtime={runtime} catalog={catalog} cause={glance} inert>
      <RootNode definition={glance} />
    </DrawnApp>
  )
}

/** The topmost node, in the app's own scope. */
function RootNode({ definition }: { readonly definition: Json }): ReactNode {
  const { runtime, host } = useDrawing()
  return host.node(definition, runtime.names)
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
