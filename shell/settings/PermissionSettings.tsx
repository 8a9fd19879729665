import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { capabilityWords } from '../approval/capability-words.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { Switch } from '../desktop/Switch.tsx'

/** Everything that any app was ever asked to be allowed: the answer, when it was last used, and a switch. */
export function PermissionSettings(): ReactNode {
  const desk = useDesk()
  const apps = useSignalValue(desk.apps)
  const asked = apps.filter(app => app.grants.length > 0)
  if (asked.length === 0) return <p className="ui-note">No app has asked for anything that needs your yes.</p>
  return (
    <ul className="settings-permissions">
      {asked.map(app => (
        <li key={app.instance}>
          <AppTile icon={app.icon} size="s" />
          <div>
            <strong>{appNameForPeople(app.name)}</strong>
            {app.grants.map(({ capability, granted, at, lastUsedAt }) => (
              <Switch key={capability} on={granted} onChange={on => void desk.setGrant(app.instance, capability, on)}>
                <span className="capability">
                  <span>{capabilityWords(capability).title}</span>
                  <span className="capability-why">
                    {granted ? 'Allowed' : 'Not allowed'} {new Date(at).toLocaleDateString()} ·{' '}
                    {lastUsedAt === null
                      ? 'not used yet'
                      : `last used ${new Date(lastUsedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`}
                  </span>
                </span>
              </Switch>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
