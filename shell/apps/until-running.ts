import { effect } from '@preact/signals-core'
import { ToolFailure } from '../../engine/ports.ts'
import type { Desk } from '../desktop/desk.ts'
import type { Session } from '../session/session.ts'

/** How long another app may take to open, ms. */
const longest = 15_000

/** Resolves once the app with that window runs in this tab; rejects with a `ToolFailure` where it waits for an answer, runs elsewhere or cannot run. */
export function untilRunning(desk: Desk, id: string, name: string, signal: AbortSignal): Promise<Session> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      settle()
      cancel()
      signal.removeEventListener('abort', stopped)
      queueMicrotask(() => stop())
    }
    const refuse = (why: string) => end(() => reject(new ToolFailure('not-running', `“${name}” ${why}`)))
    const stopped = () => end(() => reject(new ToolFailure('stopped', 'The app was stopped.')))
    const cancel = desk.services.clock.after(longest, () => refuse('did not open in time. Open it, and try again.'))
    let seen = false
    const stop = effect(() => {
      const session = desk.sessions.value.get(id)
      if (!session) {
        if (seen) refuse('was closed.')
        return
      }
      seen = true
      const { phase, readOnly, ending } = session.state.value
      if (phase === 'running' && readOnly) refuse('runs in another tab. Take it over here, or go on there.')
      else if (phase === 'running' && session.app.value?.phase.value === 'running') end(() => resolve(session))
      else if (phase === 'review') refuse('waits for your answer. Allow it, or run it without, and try again.')
      else if (phase === 'stopped' && ending !== null) refuse('does not run at the moment. Restart it, and try again.')
    })
    if (signal.aborted) stopped()
    else signal.addEventListener('abort', stopped)
  })
}
