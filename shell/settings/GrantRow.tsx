import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { kindOf, pickedName, scopeOf } from '../../schema/capability-name.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { OriginPick } from '../approval/AskedCapability.tsx'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { quotedWords } from '../desktop/quoted-words.ts'
import { Switch } from '../desktop/Switch.tsx'
import { DurationChoice } from '../permissions/DurationChoice.tsx'
import { durationOf, mayBeTimed, untilOf } from '../permissions/durations.ts'
import { grantHistory } from '../permissions/grant-history.ts'
import { ruleFor } from '../permissions/levels.ts'
import { type Grant, holds, type InstalledApp, isForeign } from '../storage/installed-app.ts'
import { FolderChoice, folderWords } from '../workspace/FolderChoice.tsx'

export interface GrantRowProps {
  readonly app: InstalledApp
  readonly grant: Grant
  /** With the app's name, where it is not said above. */
  readonly named?: boolean
}

/** One answer: what, why it was asked, when it was given and used, how long it holds, and a switch. */
export function GrantRow({ app, grant, named = false }: GrantRowProps): ReactNode {
  const desk = useDesk()
  const sessions = useSignalValue(desk.sessions)
  const desktop = useSignalValue(desk.level)
  const { capability, why, choice, until } = grant
  const on = holds(grant, Date.now())
  const { title } = capabilityWords(capability)
  const name = pickedName(capability)
  const refused = ruleFor(app.level ?? desktop, capability, grant.grade, isForeign(app.origin)) === 'refuse'
  const set = (granted: boolean, terms = {}) => void desk.setGrant(app.instance, capability, granted, terms)
  return (
    <div className="grant-row">
      <Switch on={on} onChange={next => set(next)}>
        <span className="capability">
          <span>
            {named ? <strong>{appNameForPeople(app.name)}: </strong> : null}
            {title}
            {choice === undefined ? null : kindOf(capability) === 'fs' ? folderWords(choice) : <span className="ui-mono"> {choice}</span>}
          </span>
          {why ? <span className="capability-why">The app said: {quotedWords(why)}</span> : null}
          <span className="capability-why">
            {grantHistory(grant, Date.now())}
            {refused ? ' · refused at its level of trust' : ''}
          </span>
        </span>
      </Switch>
      {on && name !== null ? (
        <OriginPick atOnce name={name} choice={choice ?? null} onPick={picked => picked !== null && set(true, { choice: picked })} />
      ) : null}
      {on && kindOf(capability) === 'fs' ? (
        <FolderChoice folder={scopeOf(capability)} choice={choice ?? null} onPick={picked => set(true, { choice: picked })} />
      ) : null}
      {on && mayBeTimed(capability) ? (
        <DurationChoice
          label={title}
          closed={!sessions.has(app.instance)}
          value={durationOf(until)}
          onChange={duration => set(true, { until: untilOf(duration, Date.now()) })}
        />
      ) : null}
    </div>
  )
}
