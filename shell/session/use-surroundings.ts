import { useMemo } from 'react'
import type { AppOpener } from '../../components/app-opener.ts'
import type { FrameHost } from '../../components/frame-host.ts'
import type { LinkOpener } from '../../components/link-opener.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { installedNamed } from '../apps/find-apps.ts'
import { openOneOf } from '../apps/open-one-of.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import type { Session } from './session.ts'
import { isLive } from './session-state.ts'
import { writtenAddresses } from './written-addresses.ts'

/** What an app in a window has around it that it has nowhere else; null each where the app is not live. */
export interface Surroundings {
  readonly frames: FrameHost | null
  readonly opener: AppOpener | null
  /** Stands between a link and the browser, also where the app is not live. */
  readonly links: LinkOpener | null
  /** A button of a component copied this. */
  readonly onCopied: ((text: string) => void) | null
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
  const opener = useMemo(() => (live ? createOpener(apps, found => void openOneOf(desk, session, found)) : null), [live, desk, apps, session])
  const links = useMemo(
    () => createLinkOpener(session, (href, labels) => desk.showPanel({ kind: 'link', name: desk.nameOf(session), href, labels })),
    [session, desk],
  )
  const onCopied = useMemo(() => (text: string) => desk.copied(session, text), [session, desk])
  return { frames, opener, links, onCopied }
}

/** Leaves what stands in the document as it is to the browser; shows everything else first (S56). */
export function createLinkOpener(session: Pick<Session, 'app'>, show: (href: string, labels: readonly string[]) => void): LinkOpener {
  let of: JsonObject | null = null
  let written: ReadonlySet<string> = new Set()
  return href => {
    const document = session.app.peek()?.document.peek() ?? null
    if (document !== of) {
      of = document
      written = document ? writtenAddresses(document) : new Set()
    }
    if (written.has(href)) return false
    show(href, session.app.peek()?.sources() ?? [])
    return true
  }
}

function grantedFrames({ grants }: InstalledApp): string {
  return grants.flatMap(grant => (grant.granted && grant.capability.startsWith('frame:') ? [grant.capability] : [])).join(' ')
}

/** By the name that the desktop shows (B69). `open` is given all that have it, the one that was opened last first. */
export function createOpener(apps: readonly InstalledApp[], open: (found: readonly InstalledApp[]) => void): AppOpener {
  return wanted => {
    const found = installedNamed(wanted, apps)
    return found[0] ? { icon: found[0].icon, open: () => open(found) } : null
  }
}
