import { appNameForPeople } from '../desktop/app-name.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { InstalledApp } from '../storage/installed-app.ts'

/** Two spellings of one name: names are compared as the desktop shows them; case and width do not count. */
const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()
const sameName = (wanted: string, name: string) => plain(appNameForPeople(name)) === plain(wanted)

/** The installed apps that an app may mean by a name (B69), the one that was opened last first. */
export function installedNamed(wanted: string, apps: readonly InstalledApp[]): readonly InstalledApp[] {
  return apps.filter(app => sameName(wanted, app.name)).sort((a, b) => b.openedAt - a.openedAt)
}

/** The one that comes with the desktop, by its id or its name. */
export function shippedNamed(wanted: string, shipped: readonly ShippedApp[]): ShippedApp | null {
  return shipped.find(app => app.id === wanted.trim()) ?? shipped.find(app => sameName(wanted, app.name)) ?? null
}
