import { type ReactNode, useEffect } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { appParts, changeParts } from '../desktop/load-later.ts'
import { BlueSheet } from './BlueSheet.tsx'
import { ChecksBar } from './ChecksBar.tsx'
import { EndingNote } from './EndingNote.tsx'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'
import { ReviewBar } from './ReviewBar.tsx'
import { StreamBar } from './StreamBar.tsx'
import type { Session } from './session.ts'
import { useSurroundings } from './use-surroundings.ts'
import './SessionView.css'

/** In the app's place where the desktop's own files cannot be had: its server is away, or serves another version by now. */
function AppViewMissing(): ReactNode {
  return (
    <p className="session-missing" role="alert">
      The part of the desktop that draws apps could not be loaded. Your data is kept: start the desktop’s server if it was stopped, then reload this page.
    </p>
  )
}

/** What stands below a title bar: the sheet, the app on it, and what there is to say about it. */
export function SessionView({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const state = useSignalValue(session.state)
  const app = useSignalValue(session.app)
  const AppView = useSignalValue(appParts.part)?.AppView
  const missing = useSignalValue(appParts.missing)
  useEffect(() => {
    appParts.load().catch(() => undefined)
  }, [])
  const surroundings = useSurroundings(session)
  const changing = useSignalValue(useDesk().changing).get(session.id)
  const ChangeBar = useSignalValue(changeParts.part)?.ChangeBar
  const inert = state.phase === 'review' || state.readOnly || (state.phase === 'stopped' && state.ending?.kind === 'complete')
  return (
    <>
      {state.readOnly && state.phase === 'running' ? <ReadOnlyBar session={session} /> : null}
      <div className="session-stage">
        <BlueSheet session={session} />
        <div className="session-app" inert={inert}>
          {app && AppView ? <AppView app={app} surroundings={surroundings} /> : null}
          {missing ? <AppViewMissing /> : null}
        </div>
        <EndingNote session={session} name={name} />
      </div>
      {state.phase === 'streaming' && state.prompt !== null ? <StreamBar session={session} /> : null}
      {state.phase === 'review' ? <ReviewBar session={session} /> : null}
      {state.phase === 'running' ? <ChecksBar session={session} /> : null}
      {changing && ChangeBar && state.phase === 'running' && !state.readOnly ? <ChangeBar session={session} name={name} how={changing} /> : null}
    </>
  )
}
