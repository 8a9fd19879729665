import { signal } from '@preact/signals-core'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { App } from '../../engine/contracts.ts'
import type { Observer } from '../../engine/observe/observer.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { TabStrip } from '../look/TabStrip.tsx'
import type { Session } from '../session/session-contract.ts'
import { DerivedPanel } from './DerivedPanel.tsx'
import { EventsPanel } from './EventsPanel.tsx'
import { createInspection, type Inspection } from './inspection.ts'
import { NodesPanel } from './NodesPanel.tsx'
import { StatePanel } from './StatePanel.tsx'
import { TimingsPanel } from './TimingsPanel.tsx'
import './Inspector.css'

const tabs = ['State', 'Derived', 'Events', 'Components', 'Timings'] as const
type Tab = (typeof tabs)[number]
const none = signal<App | null>(null)

export interface InspectorProps {
  readonly session: Pick<Session, 'id' | 'app'>
  /** The app's name, as its window shows it. */
  readonly name: string
  readonly observer: Observer
  /** The app's window. */
  readonly stage: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** What goes on inside a running app, beside its window. It begins to look when it is opened, and costs nothing once it is shut. */
export function Inspector({ session, name, observer, stage, onClose }: InspectorProps): ReactNode {
  const app = useSignalValue(session.app ?? none)
  const inspection = useInspection(app, observer)
  const [tab, setTab] = useState<Tab>('State')
  const id = useId()
  const titleId = `${id}-title`
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside
      ref={root}
      className="inspector"
      aria-labelledby={titleId}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="inspector-head">
        <h2 id={titleId}>Inspector of {name}</h2>
        <button type="button" className="ui-icon-button" aria-label="Close the inspector" onClick={onClose}>
          <X size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </header>
      <TabStrip id={id} label="What to look at" className="inspector-tabs" tabs={tabs} selected={tab} onSelect={setTab} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so that it must be reachable by key */}
      <div className="inspector-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} tabIndex={0}>
        {inspection ? (
          <Panel key={tab} tab={tab} inspection={inspection} id={session.id} stage={stage} />
        ) : (
          <p className="inspector-empty">There is no app yet.</p>
        )}
      </div>
    </aside>
  )
}

/** Another one for each app that the window comes to show. */
function useInspection(app: App | null, observer: Observer): Inspection | null {
  const [inspection, setInspection] = useState<Inspection | null>(null)
  useEffect(() => {
    if (!app) return
    const opened = createInspection(app, observer)
    setInspection(opened)
    return () => {
      opened.dispose()
      setInspection(null)
    }
  }, [app, observer])
  return inspection
}

interface PanelProps {
  readonly tab: Tab
  readonly inspection: Inspection
  readonly id: string
  readonly stage: RefObject<HTMLElement | null>
}

function Panel({ tab, inspection, id, stage }: PanelProps): ReactNode {
  const document = useSignalValue<JsonObject | null>(inspection.app.document)
  switch (tab) {
    case 'State':
      return <StatePanel inspection={inspection} document={document} />
    case 'Derived':
      return <DerivedPanel inspection={inspection} document={document} />
    case 'Events':
      return <EventsPanel inspection={inspection} id={id} />
    case 'Components':
      return <NodesPanel inspection={inspection} document={document} stage={stage} />
    case 'Timings':
      return <TimingsPanel observer={inspection.observer} />
  }
}
