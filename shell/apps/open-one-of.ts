import { appNameForPeople } from '../desktop/app-name.ts'
import type { Desk } from '../desktop/desk.ts'
import type { Session } from '../session/session.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { askHandover } from './ask-handover.ts'

/** Opens the app; of several with one name the person says which (B69). */
export async function openOneOf(desk: Desk, session: Session, found: readonly InstalledApp[]): Promise<void> {
  if (found.length < 2) return found[0] && desk.openApp(found[0].instance)
  const info = session.app.peek()?.info.peek()
  const from = { name: appNameForPeople(info?.name ?? null), icon: info?.icon ?? null }
  const receivers = found.map(app => ({ id: app.instance, name: appNameForPeople(app.name), icon: app.icon, reach: [] }))
  const picked = await askHandover(desk, { from, what: null, receivers }, new AbortController().signal)
  if (picked !== null) desk.openApp(picked)
}
