import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { Icon } from '../../components/Icon/Icon.tsx'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Session } from './session.ts'
import { useAppInfo } from './use-session.ts'

const none = signal({ drawn: 0, developed: 0 })

/** The Prussian blue below the app, with what is known of it lettered on while nothing is drawn yet. */
export function BlueSheet({ session }: { readonly session: Session }): ReactNode {
  const { phase, prompt } = useSignalValue(session.state)
  const app = useSignalValue(session.app)
  const { drawn } = useSignalValue(app?.progress ?? none)
  const info = useAppInfo(session)
  return (
    <div className="blue-sheet">
      {(phase === 'streaming' || phase === 'stopped') && drawn < 2 && prompt !== null ? (
        <div className="blue-sheet-lettering">
          {info?.icon ? <Icon name={info.icon} size="xl" /> : null}
          <p className="blue-sheet-name">{info?.name ?? prompt.slice(0, 240)}</p>
          {info?.name ? <p className="blue-sheet-about">{info.about ?? prompt.slice(0, 240)}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
