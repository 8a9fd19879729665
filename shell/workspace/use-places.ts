import { useCallback, useEffect, useState } from 'react'
import type { ConnectedFolder } from '../../schema/protocol/files.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { workspaceOf } from './page-workspace.ts'
import type { Workspace } from './workspace.ts'

/** Which folders there are, in the browser and on the machine. */
export interface Places {
  readonly workspace: Workspace
  readonly own: readonly string[]
  readonly connected: readonly ConnectedFolder[]
  /** Why the browser keeps no files, or the machine's folders are not known; else null. */
  readonly problem: string | null
}

/** Null while they are looked for; looked for again whenever one comes or goes, in another tab too. */
export function usePlaces(): Places | null {
  const { services } = useDesk()
  const [places, setPlaces] = useState<Places | null>(null)
  const look = useCallback(async () => {
    const workspace = await workspaceOf(services.gateway, services.clock)
    const problems: string[] = []
    const otherwise =
      <T>(none: T) =>
      (cause: unknown): T => {
        problems.push(toFailure(cause).message)
        return none
      }
    const own = await workspace.folders().catch(otherwise([]))
    const connected = await workspace.connected().catch(otherwise([]))
    return { workspace, own, connected, problem: problems[0] ?? null }
  }, [services])
  useEffect(() => {
    const ends = new AbortController()
    const follow = async () => {
      for (;;) {
        const found = await look()
        if (ends.signal.aborted) return
        setPlaces(found)
        await found.workspace.changes.nextPlace(ends.signal)
      }
    }
    follow().catch(() => {
      // It ended with the panel, or its part of the page could not be loaded: what is shown stays.
    })
    return () => ends.abort()
  }, [look])
  return places
}
