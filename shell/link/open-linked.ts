import { hashBlueprint, loadToRun } from '../../schema/index.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import { explainRefusal } from '../session/explain-refusal.ts'
import type { AppStore } from '../storage/app-store.ts'

export type OpenedLink =
  | { readonly kind: 'document'; readonly hash: string; readonly document: JsonObject; readonly origin: 'link' | 'shipped' | 'file' }
  | { readonly kind: 'fault'; readonly failure: Failure }

/** What a share link `#/b/…` stands for (B91). The hash has been compared before anything is given. */
export async function openLinked(fragment: string, store: AppStore, shipped: () => Promise<readonly ShippedApp[]>): Promise<OpenedLink> {
  // It unpacks, for which most people have no use.
  const { decodeLink } = await import('../../schema/identity/link.ts')
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
  const checked = await checkForeign(link.text)
  if (checked.kind === 'document') return { kind: 'document', hash: link.hash, document: checked.document, origin: 'link' }
  return {
    kind: 'fault',
    failure: { code: 'not-an-app', message: `The link is whole, but the app in it does not pass the check: ${checked.message} It was not run.` },
  }
}

/** What a file holds: somebody's own writing, or an app that was handed on. */
export async function openFromFile(name: string, text: string): Promise<OpenedLink> {
  const checked = await checkForeign(text)
  if (checked.kind === 'document') return { kind: 'document', hash: await hashBlueprint(checked.document), document: checked.document, origin: 'file' }
  return { kind: 'fault', failure: { code: 'not-an-app', message: `“${name}” does not pass the check. ${checked.message} It was not opened.` } }
}

async function checkForeign(
  text: string,
): Promise<{ readonly kind: 'document'; readonly document: JsonObject } | { readonly kind: 'fault'; readonly message: string }> {
  const { document, issues } = loadToRun(text, { trusted: false })
  const found = issues.filter(({ severity }) => severity === 'error')
  if (document && found.length === 0) return { kind: 'document', document }
  const errors = await explainRefusal(text, false, found)
  const [first] = errors
  const more = errors.length > 1 ? ` There ${errors.length === 2 ? 'is 1 more' : `are ${errors.length - 1} more`}; “cyanotype check” lists them.` : ''
  return { kind: 'fault', message: first ? `Line ${first.line}: ${first.message}${more}` : 'It is not an app.' }
}
