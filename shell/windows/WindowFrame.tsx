import { type ReactNode, useEffect, useRef } from 'react'
import { Rnd } from 'react-rnd'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { SessionView } from '../session/SessionView.tsx'
import type { Session } from '../session/session.ts'
import { sheetOf, useAppName } from '../session/use-session.ts'
import { type SnapPlace, smallestWindow, snapAt } from './geometry.ts'
import { InspectorDock } from './InspectorDock.tsx'
import { TitleBar } from './TitleBar.tsx'
import { shownRect, type WindowPlace } from './window-model.ts'
import './WindowFrame.css'

export interface WindowFrameProps {
  readonly session: Session
  readonly place: WindowPlace
  /** 1 is the hindmost. */
  readonly layer: number
  readonly focused: boolean
  /** On a narrow screen every window fills it. */
  readonly full: boolean
  /** Where it would snap if it were let go now. */
  readonly onSnapHint: (place: SnapPlace | null) => void
}

/** One window: its frame by pointer, its title bar, and its app. */
export function WindowFrame({ session, place, layer, focused, full, onSnapHint }: WindowFrameProps): ReactNode {
  const desk = useDesk()
  const { room } = useSignalValue(desk.windows)
  const state = useSignalValue(session.state)
  const name = useAppName(session)
  const label = useDistinctLabel(session, name)
  const section = useRef<HTMLElement>(null)
  const { id } = session
  const rect = full ? { x: 0, y: 0, ...room } : shownRect(place, room)
  const fixed = full || place.snapped === 'maximised'

  // Whoever brings a window to the front by the dock or a key goes on inside it.
  useEffect(() => {
    if (!focused || place.minimised || document.querySelector('dialog[open]')) return
    const element = section.current
    // Also the inspector beside it is inside.
    if (element && !element.parentElement?.contains(document.activeElement)) element.focus({ preventScroll: true })
  }, [focused, place.minimised])

  const toFront = () => {
    if (!focused) desk.arrange({ do: 'focus', id })
  }
  const pointIn = (event: { readonly clientX: number; readonly clientY: number }) => snapAt(event.clientX, event.clientY, room)

  return (
    <Rnd
      className="window-place"
      style={{ zIndex: layer, display: place.minimised ? 'none' : 'block' }}
      size={{ width: rect.width, height: rect.height }}
      position={{ x: rect.x, y: rect.y }}
      minWidth={Math.min(smallestWindow.width, room.width)}
      minHeight={smallestWindow.height}
      disableDragging={fixed}
      enableResizing={!fixed}
      enableUserSelectHack={false}
      dragHandleClassName="title-bar"
      cancel=".title-bar button"
      onDrag={event => {
        if ('clientX' in event) onSnapHint(pointIn(event))
      }}
      onDragStop={(event, { x, y }) => {
        onSnapHint(null)
        const snap = 'clientX' in event ? pointIn(event) : null
        if (snap) desk.arrange({ do: 'snap', id, place: snap })
        else if (x !== rect.x || y !== rect.y) desk.arrange({ do: 'place', id, rect: { ...rect, x, y } })
      }}
      onResizeStop={(_event, _direction, element, _delta, { x, y }) =>
        desk.arrange({ do: 'place', id, rect: { x, y, width: element.offsetWidth, height: element.offsetHeight } })
      }
    >
      <section
        ref={section}
        className="window"
        tabIndex={-1}
        data-instance={id}
        aria-label={label}
        data-state={state.phase}
        data-app={state.hash ?? undefined}
        data-focused={focused ? '' : undefined}
        data-fixed={fixed ? '' : undefined}
        data-sheet={sheetOf(state)}
        onPointerDownCapture={toFront}
        onFocusCapture={toFront}
      >
        <TitleBar session={session} name={name} maximised={place.snapped === 'maximised'} full={full} />
        <SessionView session={session} name={name} />
      </section>
      <InspectorDock session={session} name={name} stage={section} rect={rect} room={room} full={full} onUse={toFront} />
    </Rnd>
  )
}

/** The app's name; a second window of the same name is told from the first by a number. */
function useDistinctLabel(session: Session, name: string): string {
  const sessions = useSignalValue(useDesk().sessions)
  let earlier = 0
  for (const [id, other] of sessions) {
    if (id === session.id) break
    if (appNameForPeople(other.app.peek()?.info.peek().name ?? null) === name) earlier++
  }
  return earlier === 0 ? name : `${name} (${earlier + 1})`
}
