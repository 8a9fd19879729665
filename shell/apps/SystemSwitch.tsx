import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { Switch } from '../desktop/Switch.tsx'
import type { Session } from '../session/session.ts'

/** Where an app would look at the desktop itself: the person's switch without which it cannot be granted any of that. */
export function SystemSwitch({ session }: { readonly session: Session }): ReactNode {
  const wanted = useSignalValue(session.forSystem)
  const installed = useSignalValue(session.installed)
  if (wanted.length === 0 || installed === null) return null
  const on = installed.system === true
  return (
    <section className="details-apps">
      <h3>The desktop itself</h3>
      <Switch on={on} onChange={session.setSystem}>
        <span className="capability">
          <strong>Make it a system app</strong>
          <span>
            A system app can be allowed to look at the desktop and at all of your apps: which are open, what they do and what fails in them. Only make one of an
            app that you trust like the desktop itself.
          </span>
          <span className="capability-why">
            {on ? 'Each of these has its own switch above.' : `Until then it can do none of what it asks for: ${wanted.map(titleOf).join(' · ')}.`}
          </span>
        </span>
      </Switch>
    </section>
  )
}

const titleOf = ({ capability }: { readonly capability: string }) => capabilityWords(capability).title
