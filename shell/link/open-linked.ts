import { decodeLink, hashBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { AppStore } from '../storage/app-store.ts'

export type OpenedLink =
  | { readonly kind: 'document'; readonly hash: string; readonly document: JsonObject; readonly origin: 'link' | 'shipped' | 'file' }
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
  const checked = checkForeign(link.text)
  if (checked.kind === 'document') return { kind: 'document', hash: link.hash, document: checked.document, origin: 'link' }
  return {
    kind: 'fault',
    failure: { code: 'not-an-app', message: `The link is whole, but the app in it does not pass the check: ${checked.message} It was not run.` },
  }
}

/** What a file holds: somebody's own writing, or an app that was handed on. */
export async function openFromFile(name: string, text: string): Promise<OpenedLink> {
  const checked = checkForeign(text)
  if (checked.kind === 'document') return { kind: 'document', hash: await hashBlueprint(checked.document), document: checked.document, origin: 'file' }
  return { kind: 'fault', failure: { code: 'not-an-app', message: `“${name}” does not pass the check. ${checked.message} It was not opened.` } }
}

function checkForeign(text: string): { readonly kind: 'document'; readonly document: JsonObject } | { readonly kind: 'fault'; readonly message: string } {
  const { document, issues } = loadBlueprint(text, { trusted: false })
  const errors = issues.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (document && !first) return { kind: 'document', document }
  const more = errors.length > 1 ? ` There ${errors.length === 2 ? 'is 1 more' : `are ${errors.length - 1} more`}; “cyanotype check” lists them.` : ''
  return { kind: 'fault', message: first ? `Line ${first.line}: ${first.message}${more}` : 'It is not an app.' }
}
