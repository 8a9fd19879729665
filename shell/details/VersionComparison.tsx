import { type ReactNode, useEffect, useState } from 'react'
import type { App } from '../../engine/contracts.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { appParts } from '../desktop/load-later.ts'
import type { InstalledApp } from '../storage/installed-app.ts'

/** Another version beside the one that runs: how they look with what is saved, and what differs, in words. */
export function VersionComparison({ app, hash }: { readonly app: InstalledApp; readonly hash: string }): ReactNode {
  const other = useVersion(app, hash)
  const own = useVersion(app, app.hash)
  const lines = useDifferences(other?.document ?? null, own?.document ?? null)
  if (other === null || own === null || lines === null) return <p role="status">Looking…</p>
  return (
    <div className="details-comparison">
      <div className="details-drawings">
        <Drawing title="That version" app={other.drawn} />
        <Drawing title="This version" app={own.drawn} />
      </div>
      {lines.length === 0 ? (
        <p>They are the same.</p>
      ) : (
        <ol aria-label="From that version to this one">
          {lines.map((line, index) => (
            <li key={String(index)}>{line}</li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Drawing({ title, app }: { readonly title: string; readonly app: App | null }): ReactNode {
  const AppView = useSignalValue(appParts.part)?.AppView
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div className="details-drawing">
        {app && AppView ? <AppView app={app} /> : <p className="ui-note">It cannot be drawn by this version of the desktop.</p>}
      </div>
    </figure>
  )
}

interface Version {
  readonly document: JsonObject
  readonly drawn: App | null
}

function useVersion(app: InstalledApp, hash: string): Version | null {
  const desk = useDesk()
  const [version, setVersion] = useState<Version | null>(null)
  useEffect(() => {
    let drawn: App | null = null
    let left = false
    const read = async () => {
      const { store } = desk.services
      const document = await store.document(hash)
      if (!document) return
      const [kit, platform] = await Promise.all([desk.services.sessionKit(), desk.openPlatform(), appParts.load()])
      drawn = await kit.openStill(app, document, { store, portsFor: request => kit.createPorts({ ...desk.services, platform }, request) })
      if (left) drawn?.dispose()
      else setVersion({ document, drawn })
    }
    // What cannot be read is said where it is used; here there is nothing to compare then.
    read().catch(() => undefined)
    return () => {
      left = true
      drawn?.dispose()
      setVersion(null)
    }
  }, [desk, app, hash])
  return version
}

function useDifferences(from: JsonObject | null, to: JsonObject | null): readonly string[] | null {
  const [lines, setLines] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (!from || !to) return setLines(null)
    let left = false
    import('../session/edit-kit.ts').then(
      ({ describeDifferences }) => {
        if (!left) setLines(describeDifferences(from, to).map(line => cleanText(line).text))
      },
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [from, to])
  return lines
}
