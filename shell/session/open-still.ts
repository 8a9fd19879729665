import type { App } from '../../engine/contracts.ts'
import { createApp } from '../../engine/index.ts'
import type { AppPorts } from '../../engine/ports.ts'
import { loadToRun } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { AppStore } from '../storage/app-store.ts'
import { type InstalledApp, isForeign } from '../storage/installed-app.ts'
import type { PortsRequest } from './session.ts'

export interface StillServices {
  readonly store: AppStore
  readonly portsFor: (request: PortsRequest) => AppPorts
}

/** An installed app as the home shows it (B51). Null where it has no glance, or where it cannot be read, which is said when it is opened. */
export async function openGlance(app: InstalledApp, services: StillServices): Promise<App | null> {
  const stored = await services.store.document(app.hash).catch(() => null)
  return stored !== null && Object.hasOwn(stored, 'glance') ? openStill(app, stored, services) : null
}

/**
 * A version of an installed app with what the app has saved, inert and with nothing granted; dispose it once it is not
 * shown any more. Null where it does not pass the check.
 */
export async function openStill(app: InstalledApp, stored: JsonObject, { store, portsFor }: StillServices): Promise<App | null> {
  const { document, issues } = loadToRun(stored, { trusted: !isForeign(app.origin) })
  if (document === null || issues.some(({ severity }) => severity === 'error')) return null
  const state = await store.readState(app.instance).catch(() => null)
  const ports = portsFor({
    instance: app.instance,
    hash: () => app.hash,
    appName: () => app.name,
    isGranted: () => false,
    approve: async () => false,
    onFailure: () => undefined,
    onCopied: () => undefined,
    document: () => null,
    onShare: () => undefined,
  })
  const drawn = createApp({ document, ports })
  if (state) drawn.adopt(state)
  return drawn
}
