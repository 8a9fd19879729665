import { signal } from '@preact/signals-core'
import { useEffect, useState } from 'react'
import type { App } from '../../engine/contracts.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { useDesk } from './desk-context.ts'
import { appParts } from './load-later.ts'

const none = signal<App | null>(null)

/** One after the other: each is read and checked, and the page stays quick. */
let turn: Promise<unknown> = Promise.resolve()

/** What draws the glance of an app (B51): the app itself where it is open, else what it has saved. Null while there is none. */
export function useGlance(app: InstalledApp): App | null {
  const desk = useDesk()
  const session = useSignalValue(desk.sessions).get(app.instance)
  const open = useSignalValue(session?.app ?? none)
  const [saved, setSaved] = useState<App | null>(null)
  const isOpen = session !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again where another version of it, or another state, is there
  useEffect(() => {
    if (isOpen) return
    let shown: App | null = null
    let left = false
    const read = async () => {
      if (left) return
      await desk.closed(app.instance)
      const kit = await desk.services.sessionKit()
      const platform = await desk.openPlatform()
      const glance = await kit.openGlance(app, { store: desk.services.store, portsFor: request => kit.createPorts({ ...desk.services, platform }, request) })
      if (!glance) return
      await appParts.load()
      shown = glance
      if (left) glance.dispose()
      else setSaved(glance)
    }
    // Without it there is the app's icon, as before; opening the app says what is wrong.
    turn = turn.then(read).catch(() => undefined)
    return () => {
      left = true
      shown?.dispose()
      setSaved(null)
    }
  }, [desk, isOpen, app.instance, app.hash, app.openedAt])
  useEffect(() => {
    if (open && Object.hasOwn(open.document.peek() ?? {}, 'glance')) appParts.load().catch(() => undefined)
  }, [open])
  const drawn = open ?? saved
  return drawn && Object.hasOwn(drawn.document.peek() ?? {}, 'glance') ? drawn : null
}
