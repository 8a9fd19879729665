import { decodeLink, loadBlueprint } from '../../schema/index.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { AppStore } from '../storage/app-store.ts'

export type OpenedLink =
  | { readonly kind: 'document'; readonly hash: string; readonly document: JsonObject; readonly origin: 'link' | 'shipped' }
  | { readonly kind: 'fault'; readonly failure: Failure }

/** What a share link `#/b/…` stands for (B91). The hash has been compared before anything is given. */
export async function openLinked(fragment: string, store: AppStore, shipped: () => Promise<readonly ShippedApp[]>): Promise<OpenedLink> {
  const link = await decodeLink(fragment)
  if (link.kind === 'fault') return link
  if (link.kind === 'hash') {
    const stored = await store.document(link.hash)
    if (stored) return { kind: 'document', hash: link.hash, document: stored, origin: 'link' }
    const own = (await shipped()).find(app => app.hash === link.hash)
    if (own) return { kind: 'document', hash: link.hash, document: own.document, origin: 'shipped' }
    const message = `This short link names an app that is not on this device (${link.hash.slice(0, 12)}…). Ask whoever sent it for the whole link or the file.`
    return { kind: 'fault', failure: { code: 'not-here', message } }
  }
  const { document, issues } = loadBlueprint(link.text, { trusted: false })
  const first = issues.find(({ severity }) => severity === 'error')
  if (document && !first) return { kind: 'document', hash: link.hash, document, origin: 'link' }
  const message = `The link is whole, but the app in it does not pass the check: ${first?.message ?? 'it is not an app.'} It was not run.`
  return { kind: 'fault', failure: { code: 'not-an-app', message } }
}
