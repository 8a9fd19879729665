import { cleanText } from '../../schema/identity/clean-text.ts'
import { loadToRun } from '../../schema/index.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import type { AppStore } from '../storage/app-store.ts'
import type { InstalledApp } from '../storage/installed-app.ts'

/** What an edit would do, before anybody has said yes to it. Nothing has changed yet. */
export interface EditPlan {
  readonly kind: 'edit'
  readonly app: InstalledApp
  readonly edit: JsonObject
  /** Its own words to the person. */
  readonly say: string | null
  /** Each operation in words. */
  readonly changes: readonly string[]
  /** Capabilities that the app does not reach yet. */
  readonly gains: readonly string[]
  /** Entries of which something will be set aside. */
  readonly setAside: readonly string[]
}

/**
 * Finds the app that an edit was made for, the one whose current version is its `base`, and what it would do to it.
 * `stateOf` gives the state of an app that is open.
 */
export async function planEdit(
  text: string,
  apps: readonly InstalledApp[],
  store: AppStore,
  stateOf: (instance: string) => JsonObject | null,
): Promise<EditPlan | { readonly kind: 'fault'; readonly failure: Failure }> {
  const fault = (code: string, message: string) => ({ kind: 'fault' as const, failure: { code, message } })
  const { value, fault: broken } = parseJson(text)
  if (broken) return fault('not-an-edit', `This is no whole edit. Line ${broken.line}: ${broken.message}`)
  const edit = value as JsonObject
  const app = apps.find(({ hash }) => hash === edit.base)
  if (!app) return fault('no-base', baseMessage(edit.base, apps))
  const document = await store.document(app.hash)
  if (!document) return fault('damaged', `What is stored of ${app.name} is not what it was saved as, so it cannot be changed. Its data is kept.`)
  const { applyEdit, migrateState } = await import('./edit-kit.ts')
  const { document: next, issues, changes, edit: read } = applyEdit(document, text, { hash: app.hash })
  if (next === null || read === null) {
    const [first, ...more] = issues.filter(({ severity }) => severity === 'error')
    const rest = more.length > 0 ? ` There ${more.length === 1 ? 'is 1 more' : `are ${more.length} more`}; “cyanotype edit” lists them.` : ''
    return fault('refused', `${app.name} stays as it is. Line ${first?.line ?? 1}: ${first?.message ?? 'This edit does not hold.'}${rest}`)
  }
  const before = new Set(loadToRun(document).reach.capabilities.map(({ capability }) => capability))
  const gains = loadToRun(next).reach.capabilities.flatMap(({ capability }) => (before.has(capability) ? [] : [capability]))
  const persisted = stateOf(app.instance) ?? (await store.readState(app.instance)) ?? {}
  const { aside } = migrateState(document, next, persisted, { aside: await store.setAside(app.instance) })
  const setAside = aside.filter(({ missed }) => missed).map(({ name }) => name)
  const shown = (text: string) => cleanText(text).text
  return { kind: 'edit', app, edit, say: read.say === undefined ? null : shown(read.say), changes: changes.map(shown), gains, setAside }
}

function baseMessage(base: unknown, apps: readonly InstalledApp[]): string {
  const older = apps.find(({ versions }) => versions.some(({ hash }) => hash === base))
  if (older)
    return `This edit was made for another version of ${older.name} than the one that is here now. Go back to that version under Details, Versions, or ask for the edit anew.`
  const short = typeof base === 'string' ? ` (${base.slice(0, 12)}…)` : ''
  return `This edit changes an app that is not on this desktop${short}. Open the app first, then the edit.`
}
