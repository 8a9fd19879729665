import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { type SnapPlace, snapRect } from '../windows/geometry.ts'
import { focusedWindow } from '../windows/window-model.ts'
import { Dock } from './Dock.tsx'
import type { Desk } from './desk.ts'
import { DeskContext } from './desk-context.ts'
import { Home } from './Home.tsx'
import { panelParts, windowParts } from './load-later.ts'
import { ToastList } from './ToastList.tsx'
import { useDesktopKeys } from './use-desktop-keys.ts'
import './Desktop.css'

/** Windows fill the screen below this width. */
const narrow = 640

/** The whole page. `notices` are what there is to know about this visit (nothing is kept, a newer tab). */
export function Desktop({ desk, notices }: { readonly desk: Desk; readonly notices: readonly string[] }): ReactNode {
  const model = useSignalValue(desk.windows)
  const sessions = useSignalValue(desk.sessions)
  const appearance = useSignalValue(desk.appearance)
  const toasts = useSignalValue(desk.toasts)
  const WindowFrame = useSignalValue(windowParts.part)?.WindowFrame
  const Panels = useSignalValue(panelParts.part)?.Panels
  const room = useRef<HTMLDivElement>(null)
  const [snap, setSnap] = useState<SnapPlace | null>(null)
  const full = model.room.width <= narrow
  const shown = model.windows.some(window => !window.minimised)
  const focused = focusedWindow(model)
  useDesktopKeys(desk)

  useEffect(() => {
    const element = room.current
    if (!element) return
    const measure = () => desk.arrange({ do: 'room', room: { width: element.clientWidth, height: element.clientHeight } })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])

  useEffect(() => {
    document.documentElement.style.colorScheme = appearance === 'auto' ? 'light dark' : appearance
  }, [appearance])

  const hint = snap ? snapRect(snap, model.room) : null
  return (
    <DeskContext value={desk}>
      <div className="desk">
        {notices.map(notice => (
          <p key={notice} className="desk-notice" role="status">
            {notice}
          </p>
        ))}
        <div className="desk-room" ref={room}>
          {shown ? null : <Home />}
          {hint ? <div className="snap-hint" style={{ left: hint.x, top: hint.y, width: hint.width, height: hint.height }} /> : null}
          {model.windows.map(place => {
            const session = sessions.get(place.id)
            return session && WindowFrame ? (
              <WindowFrame
                key={place.id}
                session={session}
                place={place}
                layer={model.order.indexOf(place.id) + 1}
                focused={focused === place.id}
                full={full}
                onSnapHint={setSnap}
              />
            ) : null
          })}
        </div>
        <Dock showsPrompt={shown && !full} />
        <ToastList toasts={toasts} onGone={id => desk.dismissToast(id)} />
      </div>
      {Panels ? <Panels /> : null}
    </DeskContext>
  )
}
