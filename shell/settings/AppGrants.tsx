import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { levels } from '../permissions/levels.ts'
import { takeBackAll } from '../permissions/take-back-all.ts'
import { holds, type InstalledApp } from '../storage/installed-app.ts'
import { GrantRow } from './GrantRow.tsx'
import type { AppGrant } from './PermissionSettings.tsx'

/** What one app was allowed and refused, and a button that takes all of it back. */
export function AppGrants({ app, grants }: { readonly app: InstalledApp; readonly grants: readonly AppGrant[] }): ReactNode {
  const desk = useDesk()
  const desktop = useSignalValue(desk.level)
  const name = appNameForPeople(app.name)
  return (
    <li>
      <AppTile icon={app.icon} size="s" />
      <div>
        <p className="permissions-app">
          <strong>{name}</strong>
          {app.level !== undefined && app.level !== desktop ? <span className="ui-note">{levels[app.level].title}</span> : null}
          {app.grants.some(grant => holds(grant, Date.now())) ? (
            <button type="button" className="ui-button" data-kind="quiet" onClick={() => void takeBackAll(desk, app)}>
              Take back everything<span className="ui-hidden"> from {name}</span>
            </button>
          ) : null}
        </p>
        {grants.map(({ grant }) => (
          <GrantRow key={grant.capability} app={app} grant={grant} />
        ))}
      </div>
    </li>
  )
}
