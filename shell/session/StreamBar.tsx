import { signal } from '@preact/signals-core'
import { Square } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Session } from './session.ts'

const none = signal({ drawn: 0, developed: 0 })

/** The title block of the drawing: what was asked, who is asked, how far it is, and Stop. */
export function StreamBar({ session }: { readonly session: Session }): ReactNode {
  const { prompt, label, note, startedAt } = useSignalValue(session.state)
  const app = useSignalValue(session.app)
  const { drawn, developed } = useSignalValue(app?.progress ?? none)
  const seconds = useSecondsSince(startedAt)
  return (
    <footer className="stream-bar">
      <div className="stream-bar-words">
        <p className="stream-bar-prompt">{prompt}</p>
        <p role="status">{note ?? (label === null ? 'Asking…' : /^from /i.test(label) ? label : `Asking ${label}`)}</p>
      </div>
      <dl>
        <div>
          <dt>Parts</dt>
          <dd>{developed === drawn ? drawn : `${developed} of ${drawn}`}</dd>
        </div>
        <div>
          <dt>Time</dt>
          <dd>{seconds} s</dd>
        </div>
      </dl>
      <button type="button" className="stream-bar-stop" onClick={() => session.stop()}>
        <Square size={11} strokeWidth={0} fill="currentColor" aria-hidden="true" />
        Stop
      </button>
    </footer>
  )
}

function useSecondsSince(start: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - start) / 1000))
}
