import { Folder, House, LayoutGrid, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { PromptBar } from '../prompt/PromptBar.tsx'
import type { Session } from '../session/session.ts'
import { focusedWindow } from '../windows/window-model.ts'
import { AppTile } from './AppTile.tsx'
import { appNameForPeople } from './app-name.ts'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.ts'
import './Dock.css'

/** The bar at the bottom: apps, the prompt, what is open, settings, the time. */
export function Dock({ showsPrompt }: { readonly showsPrompt: boolean }): ReactNode {
  const desk = useDesk()
  const model = useSignalValue(desk.windows)
  const sessions = useSignalValue(desk.sessions)
  const focused = focusedWindow(model)
  return (
    <nav className="dock" aria-label="Dock" data-prompt={showsPrompt ? '' : undefined}>
      <div className="dock-start">
        <button type="button" className="dock-button" onClick={() => desk.showPanel({ kind: 'apps' })}>
          <LayoutGrid size={19} strokeWidth={1.5} aria-hidden="true" />
          <span>Apps</span>
        </button>
        <button
          type="button"
          className="dock-button dock-home"
          aria-label="Show the desktop"
          onClick={() => {
            for (const { id } of model.windows) desk.arrange({ do: 'minimise', id })
          }}
        >
          <House size={19} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <ul className="dock-windows">
          {model.windows.map(({ id, minimised }) => {
            const session = sessions.get(id)
            return session ? <DockWindow key={id} session={session} focused={id === focused} minimised={minimised} /> : null
          })}
        </ul>
      </div>
      {showsPrompt && (
        <div className="dock-prompt">
          <PromptBar place="dock" />
        </div>
      )}
      <div className="dock-end">
        <button type="button" className="dock-button" aria-label="Files" onClick={() => desk.showPanel({ kind: 'files' })}>
          <Folder size={19} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <button type="button" className="dock-button" aria-label="Settings" onClick={() => desk.showPanel({ kind: 'settings' })}>
          <Settings2 size={19} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <Clock />
      </div>
    </nav>
  )
}

function DockWindow({ session, focused, minimised }: { readonly session: Session; readonly focused: boolean; readonly minimised: boolean }): ReactNode {
  const desk = useDesk()
  const app = useSignalValue(session.app)
  const { phase } = useSignalValue(session.state)
  const info = app ? <DockLabel session={session} /> : <span className="ui-hidden">New app</span>
  return (
    <li>
      <button
        type="button"
        className="dock-window"
        aria-current={focused ? 'true' : undefined}
        data-minimised={minimised ? '' : undefined}
        data-state={phase}
        onClick={() => desk.arrange({ do: focused ? 'minimise' : 'focus', id: session.id })}
      >
        {info}
      </button>
    </li>
  )
}

function DockLabel({ session }: { readonly session: Session }): ReactNode {
  const app = useSignalValue(session.app)
  if (!app) return null
  return <DockApp app={app} />
}

function DockApp({ app }: { readonly app: NonNullable<Session['app']['value']> }): ReactNode {
  const { name, icon } = useSignalValue(app.info)
  const badge = useSignalValue(app.badge)
  return (
    <>
      <AppTile icon={icon} />
      {badge ? <span className="dock-badge">{badge.slice(0, 4)}</span> : null}
      <span className="ui-hidden">{appNameForPeople(name)}</span>
    </>
  )
}
