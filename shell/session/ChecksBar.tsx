import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { checksWords } from './checks-words.ts'
import type { Session } from './session.ts'

/** What became of the app's own tests, on one quiet line below an app that was just made here. */
export function ChecksBar({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const checks = useSignalValue(session.checks)
  if (!checks) return null
  const failed = checks.kind === 'ended' && checks.failed.length > 0
  return (
    <footer className="checks-bar" data-tone={failed ? 'warn' : undefined}>
      <p role="status">{checksWords(checks)}</p>
      {failed ? (
        <button type="button" onClick={() => desk.showPanel({ kind: 'details', id: session.id })}>
          Which?
        </button>
      ) : null}
      {failed ? (
        <button type="button" onClick={() => desk.mendApp(session.id)}>
          Mend it
        </button>
      ) : null}
    </footer>
  )
}
