import { type ReactNode, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { Switch } from '../desktop/Switch.tsx'
import { checksWords } from '../session/checks-words.ts'
import type { Reached } from '../session/session-state.ts'
import type { ApprovalRequest } from './approvals.ts'
import { capabilityWords } from './capability-words.ts'
import { useSeenFor } from './use-seen-for.ts'
import './ApprovalSheet.css'

/** Allow counts only after the sheet has been looked at this long, ms (S18). */
const guardMs = 700

/** The question whether an app may do what it asks for; one at a time, above everything else. */
export function ApprovalSheet(): ReactNode {
  const { approvals } = useDesk()
  const request = useSignalValue(approvals.current)
  return request ? <Sheet key={`${request.hash} ${request.name}`} request={request} /> : null
}

function Sheet({ request }: { readonly request: ApprovalRequest }): ReactNode {
  const { approvals } = useDesk()
  const name = appNameForPeople(request.name)
  const asked = request.reach.filter(({ grade }) => grade === 'ask')
  const others = request.reach.filter(({ grade }) => grade !== 'ask')
  const [on, setOn] = useState<ReadonlySet<string>>(() => request.granted ?? new Set(asked.map(({ capability }) => capability)))
  const seen = useSeenFor(guardMs)

  const flip = (capability: string) => {
    const next = new Set(on)
    if (!next.delete(capability)) next.add(capability)
    setOn(next)
  }
  const allow = (clicks: number) => {
    // A double press that began elsewhere, or a press before the sheet could be read, is no answer.
    if (seen && clicks <= 1) approvals.answer(new Set(asked.map(({ capability }) => capability).filter(capability => on.has(capability))))
  }
  return (
    <ShellDialog
      title={`Allow ${name}?`}
      asks
      onClose={() => approvals.answer(null)}
      heading={
        <div className="approval-head">
          <AppTile icon={request.icon} size="l" />
          <div>
            <p className="approval-title">Allow {name}?</p>
            <p className="approval-from">
              <HashPicture hash={request.hash} size={16} />
              <span>{request.from}</span>
            </p>
          </div>
        </div>
      }
    >
      <form
        className="ui-dialog-body approval"
        onSubmit={event => event.preventDefault()}
        onKeyDown={event => {
          if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
        }}
      >
        {request.about ? (
          <p className="approval-about">
            <span>The app says:</span> {request.about}
          </p>
        ) : null}
        {asked.length > 0 ? (
          <fieldset>
            <legend>It asks to</legend>
            {asked.map(reached => (
              <Switch key={reached.capability} on={on.has(reached.capability)} onChange={() => flip(reached.capability)}>
                <CapabilityText reached={reached} />
              </Switch>
            ))}
          </fieldset>
        ) : (
          <p className="ui-note">It asks for nothing that reaches beyond this device.</p>
        )}
        {others.length > 0 ? (
          <section>
            <h3>It may also</h3>
            <ul>
              {others.map(reached => (
                <li key={reached.capability}>
                  <CapabilityText reached={reached} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {request.checks ? <OwnChecksLine checks={request.checks} /> : null}
        <details className="approval-hash">
          <summary>What exactly is allowed</summary>
          <p className="ui-note">This version of the app and no other. It is known by its hash:</p>
          <p className="ui-mono">{request.hash}</p>
        </details>
      </form>
      <footer className="ui-dialog-foot">
        <button type="button" data-focus-first className="ui-button" onClick={() => approvals.answer(null)}>
          Don't allow
        </button>
        <button
          type="button"
          className="ui-button"
          data-kind="primary"
          aria-disabled={seen ? undefined : true}
          onKeyDown={event => {
            if (event.repeat) event.preventDefault()
          }}
          onClick={event => allow(event.detail)}
        >
          Allow
        </button>
      </footer>
    </ShellDialog>
  )
}

/** Keeps its line while the tests are still to come, so that nothing moves under the pointer. */
function OwnChecksLine({ checks }: { readonly checks: NonNullable<ApprovalRequest['checks']> }): ReactNode {
  const known = useSignalValue(checks)
  return (
    <p className="ui-note" role="status">
      {known ? checksWords(known) : ''}
    </p>
  )
}

/** What the desktop says a capability is, and under it, marked as such, what the app says. */
function CapabilityText({ reached }: { readonly reached: Reached }): ReactNode {
  const { title, detail } = capabilityWords(reached.capability)
  return (
    <span className="capability">
      <strong>{title}</strong>
      {detail ? <span>{detail}</span> : null}
      {reached.why ? <span className="capability-why">The app says: “{reached.why}”</span> : null}
    </span>
  )
}
