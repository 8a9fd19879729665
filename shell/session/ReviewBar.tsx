import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { isForeign } from '../storage/installed-app.ts'
import type { Session } from './session.ts'

/** Below an app that waits for a yes: it is drawn and does nothing. */
export function ReviewBar({ session }: { readonly session: Session }): ReactNode {
  const { declined, origin } = useSignalValue(session.state)
  return (
    <footer className="session-bar">
      <p>
        {declined
          ? 'It is not running. You can run it with none of what it asked for; what needs that stays quiet.'
          : isForeign(origin)
            ? `This came ${origin === 'file' ? 'from a file' : origin === 'app' ? 'from another app' : 'by a link'}. It is only drawn, and does nothing until you allow it.`
            : 'It is drawn and waits for your answer.'}
      </p>
      <div>
        <button type="button" className="ui-button" onClick={() => session.runWithout()}>
          Run without
        </button>
        <button type="button" className="ui-button" onClick={() => session.review()}>
          Review again
        </button>
      </div>
    </footer>
  )
}
