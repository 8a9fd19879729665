import { type ReactNode, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { LIMITS } from '../../schema/limits.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { AppStore } from '../storage/app-store.ts'
import { type AppUsage, totalOf } from '../storage/app-usage.ts'
import { sizeWords } from '../workspace/file-words.ts'
import './UsageList.css'

const parts = [
  ['state', 'Entered in it'],
  ['values', 'Kept by it'],
  ['attachments', 'Files'],
  ['log', 'Changes and what was set aside'],
] as const

/** Null while it is measured, or where the device does not answer. */
export function useUsage(store: AppStore, instance: string | null): AppUsage | null {
  const [usage, setUsage] = useState<AppUsage | null>(null)
  useEffect(() => {
    let shown = true
    setUsage(null)
    if (instance === null) return
    store.usage(instance).then(
      found => {
        if (shown) setUsage(found)
      },
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [store, instance])
  return usage
}

/** How much of its share one app uses, part by part. */
export function UsageBar({ usage, name }: { readonly usage: AppUsage; readonly name: string }): ReactNode {
  const most = 2 * LIMITS.stateBytes + LIMITS.attachmentBytes
  const total = totalOf(usage)
  return (
    <div className="usage">
      <div className="usage-bar" role="img" aria-label={`${name} keeps ${sizeWords(total)}`}>
        {parts.map(([part]) => (
          <span
            key={part}
            data-part={part}
            style={{ inlineSize: `${Math.max(usage[part] > 0 ? 0.6 : 0, (usage[part] / Math.max(total, most / 50)) * 100)}%` }}
          />
        ))}
      </div>
      <dl>
        {parts
          .filter(([part]) => usage[part] > 0)
          .map(([part, words]) => (
            <div key={part}>
              <dt data-part={part}>{words}</dt>
              <dd>
                {sizeWords(usage[part])}
                {part === 'log' ? '' : ` of ${sizeWords(part === 'attachments' ? LIMITS.attachmentBytes : LIMITS.stateBytes)}`}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

/** What each app keeps on this device, the largest first. */
export function UsageList(): ReactNode {
  const desk = useDesk()
  const { store } = desk.services
  const apps = useSignalValue(desk.apps)
  const [usages, setUsages] = useState<ReadonlyMap<string, AppUsage> | null>(null)
  useEffect(() => {
    let shown = true
    Promise.all(apps.map(async app => [app.instance, await store.usage(app.instance)] as const)).then(
      found => {
        if (shown) setUsages(new Map(found))
      },
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [apps, store])
  if (usages === null) return null
  const listed = apps
    .map(app => ({ app, usage: usages.get(app.instance) }))
    .filter((each): each is { app: (typeof apps)[number]; usage: AppUsage } => each.usage !== undefined && totalOf(each.usage) > 0)
    .sort((a, b) => totalOf(b.usage) - totalOf(a.usage))
  if (listed.length === 0) return <p className="ui-note">No app keeps anything yet.</p>
  return (
    <ul className="usage-list">
      {listed.map(({ app, usage }) => (
        <li key={app.instance}>
          <p>
            <strong>{appNameForPeople(app.name)}</strong>
            <span>{sizeWords(totalOf(usage))}</span>
          </p>
          <UsageBar usage={usage} name={appNameForPeople(app.name)} />
        </li>
      ))}
    </ul>
  )
}
