import { type ReactNode, useMemo, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { kindOf } from '../../schema/capability-name.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { levelNames } from '../permissions/level-names.ts'
import { levels } from '../permissions/levels.ts'
import { type Grant, holds, type InstalledApp } from '../storage/installed-app.ts'
import { AppGrants } from './AppGrants.tsx'
import { GrantRow } from './GrantRow.tsx'
import './PermissionSettings.css'

/** A search is offered above this many answers. */
const worthSearching = 8

/** One answer, and whose it is. */
export interface AppGrant {
  readonly app: InstalledApp
  readonly grant: Grant
}

/** How much apps are trusted, and every answer that was ever given: with a switch, when and why, and how long. */
export function PermissionSettings(): ReactNode {
  const desk = useDesk()
  const apps = useSignalValue(desk.apps)
  const [by, setBy] = useState<'app' | 'capability'>('app')
  const [text, setText] = useState('')
  const all = useMemo(() => apps.flatMap(app => app.grants.filter(counts).map(grant => ({ app, grant }))), [apps])
  const found = all.filter(each => fits(each, text))
  return (
    <div className="permissions">
      <DesktopLevel />
      {all.length === 0 ? (
        <p className="ui-note">No app has asked for anything that needs your yes.</p>
      ) : (
        <>
          <div className="permissions-bar">
            <div className="choice" role="radiogroup" aria-label="Order">
              {(['app', 'capability'] as const).map(value => (
                <label key={value}>
                  <input type="radio" name="permissions-by" checked={by === value} onChange={() => setBy(value)} />
                  <span>{value === 'app' ? 'By app' : 'By what is allowed'}</span>
                </label>
              ))}
            </div>
            {all.length > worthSearching ? (
              <input
                className="ui-input"
                type="search"
                aria-label="Search what apps are allowed"
                placeholder="Search"
                value={text}
                onChange={event => setText(event.target.value)}
              />
            ) : null}
          </div>
          {found.length === 0 ? <p className="ui-note">Nothing fits “{text}”.</p> : null}
          <ul className="settings-permissions">
            {by === 'app'
              ? [...Map.groupBy(found, ({ app }) => app.instance)].map(([instance, grants]) => (
                  <AppGrants key={instance} app={grants[0]!.app} grants={grants} />
                ))
              : [...Map.groupBy(found, ({ grant }) => kindOf(grant.capability))].map(([kind, grants]) => (
                  <li key={kind}>
                    <div>
                      {grants.map(({ app, grant }) => (
                        <GrantRow key={app.instance + grant.capability} app={app} grant={grant} named />
                      ))}
                    </div>
                  </li>
                ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** A sensitive one is asked about at each use, but while a yes for a while holds. */
const counts = (grant: Grant): boolean => grant.grade !== 'sensitive' || holds(grant, Date.now())

function fits({ app, grant }: AppGrant, text: string): boolean {
  const { title } = capabilityWords(grant.capability)
  const words = `${appNameForPeople(app.name)} ${title} ${grant.capability} ${grant.why ?? ''} ${grant.choice ?? ''}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => words.includes(word))
}

function DesktopLevel(): ReactNode {
  const desk = useDesk()
  const current = useSignalValue(desk.level)
  return (
    <fieldset className="levels">
      <legend>How much apps are trusted</legend>
      {levelNames.map(level => (
        <label key={level}>
          <input type="radio" name="desktop-level" checked={current === level} onChange={() => desk.setLevel(level)} />
          <span>
            <strong>{levels[level].title}</strong>
            <span>{levels[level].detail}</span>
          </span>
        </label>
      ))}
      <p className="ui-note">An app never gets what it does not ask for. What came by a link or a file always asks.</p>
    </fieldset>
  )
}
