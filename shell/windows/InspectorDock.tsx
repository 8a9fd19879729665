import type { ReactNode, RefObject } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { inspectorParts } from '../desktop/load-later.ts'
import { pageObserver } from '../services/page-observer.ts'
import type { Session } from '../session/session.ts'
import type { Rect } from '../storage/installed-app.ts'

export interface InspectorDockProps {
  readonly session: Session
  readonly name: string
  /** The app's window. */
  readonly stage: RefObject<HTMLElement | null>
  readonly rect: Rect
  readonly room: { readonly width: number; readonly height: number }
  readonly full: boolean
  /** It was pressed or came to have the focus. */
  readonly onUse: () => void
}

/** What the inspector and the gap between it and the window take, px. */
const WIDTH = 408
/** An app is left no less than this. */
const LEAST = 320

/** The inspector to the right of its window; where there is no room to its left, or in the window's own right, or over it. */
export function InspectorDock({ session, name, stage, rect, room, full, onUse }: InspectorDockProps): ReactNode {
  const desk = useDesk()
  const shown = useSignalValue(desk.inspected) === session.id
  const Inspector = useSignalValue(inspectorParts.part)?.Inspector
  if (!shown || !Inspector) return null
  return (
    <div className="inspector-dock" data-side={full ? 'below' : sideOf(rect, room.width)} onPointerDownCapture={onUse} onFocusCapture={onUse}>
      <Inspector session={session} name={name} observer={pageObserver} stage={stage} onClose={() => desk.toggleInspector(session.id)} />
    </div>
  )
}

function sideOf({ x, width }: Rect, room: number): 'right' | 'left' | 'within' | 'over' {
  if (x + width + WIDTH <= room) return 'right'
  if (x >= WIDTH) return 'left'
  return width >= WIDTH + LEAST ? 'within' : 'over'
}
