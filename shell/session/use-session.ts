import { signal } from '@preact/signals-core'
import type { AppInfo } from '../../engine/contracts.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { type Checks, isForeign } from '../storage/installed-app.ts'
import type { Session } from './session.ts'
import type { SessionState } from './session-state.ts'

const nothing = signal(null)

/** What of the app's own words has arrived; null while nothing is drawn. */
export function useAppInfo(session: Session): AppInfo | null {
  const app = useSignalValue(session.app)
  return useSignalValue<AppInfo | null>(app?.info ?? nothing)
}

/** The verdict of the tests of the version that is open, where they were run to their end. */
export function useVersionChecks(session: Session): Checks | null {
  const installed = useSignalValue(session.installed)
  return installed?.versions.find(({ hash }) => hash === installed.hash)?.lineage.checks ?? null
}

/** The app's name as the desktop shows it. */
export function useAppName(session: Session): string {
  const info = useAppInfo(session)
  const installed = useSignalValue(session.installed)
  return appNameForPeople(info?.name ?? installed?.name ?? null)
}

/**
 * What the app is drawn on: `blue` while it is being made or was left unfinished, `print` all of it as
 * lines while nobody has said yes to what came by a link, `paper` once it is an app.
 */
export function sheetOf({ phase, ending, origin, prompt }: SessionState): 'blue' | 'print' | 'paper' {
  const printed = isForeign(origin) ? 'print' : 'paper'
  if (phase === 'streaming') return prompt !== null ? 'blue' : printed
  if (phase === 'review') return printed
  return ending !== null && ending.kind !== 'complete' ? 'blue' : 'paper'
}
