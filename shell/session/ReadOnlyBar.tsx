import type { ReactNode } from 'react'
import type { Session } from './session.ts'

/** Above an app that another tab runs: what is done there shows here as it happens. */
export function ReadOnlyBar({ session }: { readonly session: Session }): ReactNode {
  return (
    <div className="session-bar" data-place="top">
      <p>This app is open in another tab. You see it live; changes are made there.</p>
      <div>
        <button type="button" className="ui-button" onClick={() => session.takeOver()}>
          Use here
        </button>
      </div>
    </div>
  )
}
