import type { AppInfo } from '../../engine/contracts.ts'
import type { InstalledApp, Lineage } from '../storage/installed-app.ts'
import type { SessionState } from './session-state.ts'

/** The record of an app that has just come to this desktop (B92, B93); `lineage` is that of what it was branched from. */
export function newInstalledApp(instance: string, hash: string, info: AppInfo | null, state: SessionState, at: number, lineage?: Lineage): InstalledApp {
  const { prompt, provider, model, label, origin, usage } = state
  return {
    instance,
    name: info?.name ?? 'New app',
    icon: info?.icon ?? null,
    about: info?.about ?? null,
    accent: typeof info?.theme.accent === 'string' ? info.theme.accent : null,
    hash,
    versions: [{ hash, at, lineage: lineage ?? { prompt, provider, model, label, parent: null, checks: null, ...(usage ? { usage } : {}) } }],
    grants: [],
    origin,
    installedAt: at,
    openedAt: at,
    window: null,
  }
}
