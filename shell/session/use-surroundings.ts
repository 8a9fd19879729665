import { useMemo } from 'react'
import type { AppOpener } from '../../components/app-opener.ts'
import type { FrameHost } from '../../components/frame-host.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import type { Session } from './session.ts'
import { isLive } from './session-state.ts'

/** What an app in a window has around it that it has nowhere else; null each where the app is not live. */
export interface Surroundings {
  readonly frames: FrameHost | null
  readonly opener: AppOpener | null
}

export function useSurroundings(session: Session): Surroundings {
  const desk = useDesk()
  const state = useSignalValue(session.state)
  const installed = useSignalValue(session.installed)
  const apps = useSignalValue(desk.apps)
  const live = isLive(state)
  const granted = installed === null ? '' : grantedFrames(installed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one for another version or list of grants, so that what is shown asks again.
  const frames = useMemo((): FrameHost | null => (live ? { open: session.frames.open, show: session.frames.show } : null), [live, session, granted, state.hash])
  const opener = useMemo(() => (live ? createOpener(apps, instance => desk.openApp(instance)) : null), [live, desk, apps])
  return { frames, opener }
}

function grantedFrames({ grants }: InstalledApp): string {
  return grants.flatMap(grant => (grant.granted && grant.capability.startsWith('frame:') ? [grant.capability] : [])).join(' ')
}

/** Among several of one name the one that was opened last. Names are compared as the desktop shows them. */
export function createOpener(apps: readonly InstalledApp[], open: (instance: string) => void): AppOpener {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  return wanted => {
    const [found] = apps.filter(app => plain(appNameForPeople(app.name)) === plain(wanted)).sort((a, b) => b.openedAt - a.openedAt)
    return found ? { icon: found.icon, open: () => open(found.instance) } : null
  }
}
