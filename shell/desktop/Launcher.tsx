import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { AppTile } from './AppTile.tsx'
import { createAppIndex, type Found, openFound } from './app-index.ts'
import { useDesk } from './desk-context.ts'
import { ShellDialog } from './ShellDialog.tsx'
import { useShipped } from './use-shipped.ts'
import './Launcher.css'

/** Every app on this desktop and every app that comes with it, found by name or by what it does. */
export function Launcher(): ReactNode {
  const desk = useDesk()
  const own = useSignalValue(desk.apps)
  const shipped = useShipped()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const headId = useId()
  const index = useMemo(() => createAppIndex(own, shipped), [own, shipped])
  const found = useMemo(() => index.find(query), [index, query])

  const open = (app: Found) => {
    desk.closePanel()
    openFound(desk, app)
  }
  const look = (app: Found) => {
    if (app.kind === 'own') desk.prepareApp(app.instance)
  }
  const first = found.best
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next) {
      event.preventDefault()
      next.focus()
    }
  }
  return (
    <ShellDialog title="Apps" size="l" onClose={() => desk.closePanel()}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the controls inside */}
      <div className="launcher" onKeyDown={onKeyDown}>
        <form
          className="launcher-search"
          onSubmit={event => {
            event.preventDefault()
            if (first) open(first)
          }}
        >
          <Search size={17} strokeWidth={1.5} aria-hidden="true" />
          <input
            type="search"
            data-focus-first
            aria-label="Find an app"
            placeholder="Find an app"
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
        </form>
        <div className="launcher-lists" ref={list}>
          <Section id={`${headId}-own`} title="On this desktop" apps={found.own} onOpen={open} onLook={look} />
          <Section id={`${headId}-shipped`} title="Comes with Cyanotype" apps={found.shipped} onOpen={open} onLook={look} />
          {first ? null : (
            <div className="launcher-none">
              <p>{query.trim() === '' ? 'There are no apps yet.' : `No app here is called or does “${query.trim()}”.`}</p>
              {query.trim() === '' ? null : (
                <button
                  type="button"
                  className="ui-button"
                  data-kind="primary"
                  onClick={() => {
                    desk.closePanel()
                    desk.ask(query.trim())
                  }}
                >
                  Make it
                </button>
              )}
            </div>
          )}
        </div>
        <footer className="launcher-foot">
          <button
            type="button"
            className="ui-button"
            data-kind="quiet"
            onClick={() => {
              desk.closePanel()
              void desk.openFile()
            }}
          >
            Open a file…
          </button>
          <span>A blueprint that you wrote, or that somebody gave you.</span>
        </footer>
      </div>
    </ShellDialog>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly apps: readonly Found[]
  readonly onOpen: (app: Found) => void
  /** It may be opened next. */
  readonly onLook: (app: Found) => void
}

function Section({ id, title, apps, onOpen, onLook }: SectionProps): ReactNode {
  if (apps.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {apps.map(app => (
          <li key={app.key}>
            <button type="button" onClick={() => onOpen(app)} onPointerEnter={() => onLook(app)} onFocus={() => onLook(app)}>
              <AppTile icon={app.icon} />
              <span>
                <strong>{app.name}</strong>
                {app.about ? <span>{app.about}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
