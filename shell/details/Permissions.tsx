import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { kindOf, pickedName } from '../../schema/capability-name.ts'
import { CapabilityText, OriginPick } from '../approval/AskedCapability.tsx'
import { useDesk } from '../desktop/desk-context.ts'
import { Switch } from '../desktop/Switch.tsx'
import { DurationChoice } from '../permissions/DurationChoice.tsx'
import { durationOf, mayBeTimed, untilOf } from '../permissions/durations.ts'
import { grantHistory } from '../permissions/grant-history.ts'
import { LevelChoice } from '../permissions/LevelChoice.tsx'
import { type Ruling, ruleFor } from '../permissions/levels.ts'
import type { Session } from '../session/session.ts'
import type { Reached } from '../session/session-state.ts'
import { type Grant, grantFor, holds, isForeign } from '../storage/installed-app.ts'

/** What one app may do: everything that it reaches, and what the person said about it. */
export function Permissions({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const { reach, origin } = useSignalValue(session.state)
  const installed = useSignalValue(session.installed)
  const desktop = useSignalValue(desk.level)
  const forSystem = useSignalValue(session.forSystem)
  if (reach.length === 0) return forSystem.length > 0 ? null : <p className="ui-note">It uses nothing outside its own window.</p>
  const level = installed?.level ?? desktop
  // Which flows (S28) it makes shows only while it runs.
  const flows = (installed?.grants ?? [])
    .filter(grant => kindOf(grant.capability) === 'flow')
    .map(({ capability, grade }) => ({ capability, grade, tools: [], why: null }))
  return (
    <>
      {installed ? <LevelChoice own={installed.level ?? null} desktop={desktop} onChange={session.setLevel} /> : null}
      <ul className="details-permissions">
        {[...reach, ...flows].map(reached => (
          <li key={reached.capability}>
            <OnePermission
              session={session}
              reached={reached}
              grant={installed ? (grantFor(installed, reached.capability) ?? null) : null}
              ruling={ruleFor(level, reached.capability, reached.grade, isForeign(origin))}
              here={installed !== null}
            />
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="ui-button" onClick={() => desk.showPanel({ kind: 'audit', app: session.id })}>
          Show what it did
        </button>
      </p>
    </>
  )
}

interface OnePermissionProps {
  readonly session: Session
  readonly reached: Reached
  readonly grant: Grant | null
  readonly ruling: Ruling
  /** It is on this desktop: answers can be changed. */
  readonly here: boolean
}

function OnePermission({ session, reached, grant, ruling, here }: OnePermissionProps): ReactNode {
  const { capability, grade, tools } = reached
  const name = pickedName(capability)
  const on = grant === null ? ruling === 'allow' : holds(grant, Date.now())
  const text = (
    <span className="capability">
      <CapabilityText reached={reached} />
      <span className="capability-why">
        {status(reached, grant, ruling)}
        {tools.length > 0 ? ` · ${tools.join(', ')}` : ''}
      </span>
    </span>
  )
  const remembered = grade === 'sensitive' && grant !== null && holds(grant, Date.now())
  if ((grade !== 'ask' && !remembered) || !here || ruling === 'refuse') return text
  return (
    <div className="grant-row">
      <Switch on={on} onChange={next => session.setGrant(capability, next)}>
        {text}
      </Switch>
      {name === null ? null : (
        <OriginPick atOnce name={name} choice={grant?.choice ?? null} onPick={choice => choice !== null && session.setGrant(capability, true, { choice })} />
      )}
      {on && grant && mayBeTimed(capability) ? (
        <DurationChoice
          label={capability}
          value={durationOf(grant.until)}
          onChange={duration => session.setGrant(capability, true, { until: untilOf(duration, Date.now()) })}
        />
      ) : null}
    </div>
  )
}

function status({ grade }: Reached, grant: Grant | null, ruling: Ruling): string {
  if (ruling === 'refuse') return 'Refused at this level'
  if (grade === 'sensitive') return grant && holds(grant, Date.now()) ? grantHistory(grant, Date.now()) : 'Asked each time'
  if (grade === 'quiet') return 'Comes with the app'
  if (grant) return grantHistory(grant, Date.now())
  return ruling === 'allow' ? 'Allowed at this level' : 'Not asked yet'
}
