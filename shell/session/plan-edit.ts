import { cleanText } from '../../schema/identity/clean-text.ts'
import { loadToRun } from '../../schema/index.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import type { AppStore } from '../storage/app-store.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { conflictWords } from './conflict-words.ts'

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
  /** And those that it would not reach any more. */
  readonly losses: readonly string[]
  /** Entries of which something will be set aside. */
  readonly setAside: readonly string[]
}

/**
 * Finds the app that an edit was made for, one whose current version is its `base` or that once was at that, and what it would do to it.
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
  const written = value as JsonObject
  const app = apps.find(({ hash }) => hash === written.base) ?? apps.find(({ versions }) => versions.some(({ hash }) => hash === written.base))
  if (!app) return fault('no-base', baseMessage(written.base))
  const document = await store.document(app.hash)
  if (!document) return fault('damaged', `What is stored of ${app.name} is not what it was saved as, so it cannot be changed. Its data is kept.`)
  const { applyEdit, mergeEdit, migrateState } = await import('./edit-kit.ts')
  const baseHash = String(written.base)
  const base = baseHash === app.hash ? null : await store.document(baseHash)
  const merged = base ? mergeEdit(text, { base, baseHash, current: document, currentHash: app.hash }) : null
  if (merged?.kind === 'conflict') return fault('refused', `${app.name} stays as it is. ${conflictWords(merged)}`)
  const edit = merged?.kind === 'merged' ? { ...merged.edit } : written
  // As it was written, its own text has the lines that are named.
  const { document: next, issues, changes, edit: read } = applyEdit(document, merged?.kind === 'merged' ? edit : text, { hash: app.hash })
  if (next === null || read === null) {
    const [first, ...more] = issues.filter(({ severity }) => severity === 'error')
    const rest = more.length > 0 ? ` There ${more.length === 1 ? 'is 1 more' : `are ${more.length} more`}; “cyanotype edit” lists them.` : ''
    return fault('refused', `${app.name} stays as it is. Line ${first?.line ?? 1}: ${first?.message ?? 'This edit does not hold.'}${rest}`)
  }
  const before = new Set(loadToRun(document).reach.capabilities.map(({ capability }) => capability))
  const after = new Set(loadToRun(next).reach.capabilities.map(({ capability }) => capability))
  const gains = [...after].filter(capability => !before.has(capability))
  const losses = [...before].filter(capability => !after.has(capability))
  const persisted = stateOf(app.instance) ?? (await store.readState(app.instance)) ?? {}
  const { aside } = migrateState(document, next, persisted, { aside: await store.setAside(app.instance) })
  const setAside = aside.filter(({ missed }) => missed).map(({ name }) => name)
  const shown = (text: string) => cleanText(text).text
  return { kind: 'edit', app, edit, say: read.say === undefined ? null : shown(read.say), changes: changes.map(shown), gains, losses, setAside }
}

function baseMessage(base: unknown): string {
  const short = typeof base === 'string' ? ` (${base.slice(0, 12)}…)` : ''
  return `This edit changes an app that is not on this desktop${short}. Open the app first, then the edit.`
}
