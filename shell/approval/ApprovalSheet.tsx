import { type ReactNode, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { pickedName } from '../../schema/capability-name.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { quotedWords } from '../desktop/quoted-words.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { couldSendOn } from '../flow/possible-flows.ts'
import { LevelChoice } from '../permissions/LevelChoice.tsx'
import type { Level } from '../permissions/level-names.ts'
import { ruleFor } from '../permissions/levels.ts'
import { checksWords } from '../session/checks-words.ts'
import type { Reached } from '../session/session-state.ts'
import { isForeign } from '../storage/installed-app.ts'
import { AskedCapability, CapabilityText } from './AskedCapability.tsx'
import { AskFoot } from './AskFoot.tsx'
import type { ApprovalRequest, Terms } from './approvals.ts'
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
  const [own, setOwn] = useState(request.level.own)
  const level = own ?? request.level.desktop
  const { asked, others, refused } = sortByRuling(request, level)
  const [terms, setTerms] = useState(request.terms)
  const [on, setOn] = useState<ReadonlySet<string>>(
    () =>
      request.granted ??
      // What has to be picked is on once it is.
      new Set(request.reach.flatMap(({ capability }) => (pickedName(capability) === null || request.terms.get(capability)?.choice ? [capability] : []))),
  )
  const seen = useSeenFor(guardMs)

  const change = (capability: string, yes: boolean, said: Terms) => {
    const next = new Set(on)
    if (yes) next.add(capability)
    else next.delete(capability)
    setOn(next)
    setTerms(new Map(terms).set(capability, said))
  }
  const allow = () => {
    const usable = ({ capability }: Reached) => on.has(capability) && (pickedName(capability) === null || terms.get(capability)?.choice !== undefined)
    approvals.answer(new Set(asked.filter(usable).map(({ capability }) => capability)), { terms, level: own })
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
            <span>The app says:</span> {quotedWords(request.about)}
          </p>
        ) : null}
        {asked.length > 0 ? (
          <fieldset>
            <legend>It asks to</legend>
            {asked.map(reached => (
              <AskedCapability
                key={reached.capability}
                reached={reached}
                on={on.has(reached.capability)}
                terms={terms.get(reached.capability) ?? {}}
                onChange={(yes, said) => change(reached.capability, yes, said)}
              />
            ))}
          </fieldset>
        ) : refused.length > 0 ? (
          <p className="ui-note">There is nothing to ask you: what it wants beyond its own window is refused at this level.</p>
        ) : (
          <p className="ui-note">It asks for nothing that reaches beyond this device.</p>
        )}
        <CapabilityList title="It may also" list={others} />
        <CapabilityList title="Refused at this level, whatever it asks" list={refused} />
        <CapabilityList title="It no longer needs to" list={request.lost} />
        <LevelChoice own={own} desktop={request.level.desktop} onChange={setOwn} />
        {request.checks ? <OwnChecksLine checks={request.checks} /> : null}
        {couldSendOn(request.reach.map(({ capability }) => capability)) ? (
          <p className="ui-note">Before it sends what it has from one place to another, you are asked.</p>
        ) : null}
        <details className="approval-hash">
          <summary>What exactly is allowed</summary>
          <p className="ui-note">This version of the app and no other. It is known by its hash:</p>
          <p className="ui-mono">{request.hash}</p>
        </details>
      </form>
      <AskFoot ready={seen} onNo={() => approvals.answer(null)} onYes={allow} />
    </ShellDialog>
  )
}

/** The app's wishes as the level takes them. */
function sortByRuling({ reach, origin, askedAt }: ApprovalRequest, level: Level) {
  const asked = askedAt(level)
  const refused = reach.filter(({ capability, grade }) => ruleFor(level, capability, grade, isForeign(origin)) === 'refuse')
  return { asked, refused, others: reach.filter(reached => !asked.includes(reached) && !refused.includes(reached)) }
}

function CapabilityList({ title, list }: { readonly title: string; readonly list: readonly Reached[] }): ReactNode {
  return list.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {list.map(reached => (
          <li key={reached.capability}>
            <CapabilityText reached={reached} />
          </li>
        ))}
      </ul>
    </section>
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
