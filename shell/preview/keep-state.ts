import type { Runtime } from '../../engine/app/runtime.ts'
import { readStateEntry } from '../../engine/app/state-types.ts'
import type { App } from '../../engine/contracts.ts'
import { migrateState, type SetAside } from '../../engine/migrate/migrate-state.ts'
import type { Draft } from '../../engine/store/draft.ts'
import { canonicalJson } from '../../schema/index.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** What of a running app is carried over to its next version. */
export interface KeptState {
  readonly document: JsonObject
  /** The entries that are not as they were when the app was new. */
  readonly changed: JsonObject
  readonly page: { readonly name: string; readonly params: JsonObject } | null
  readonly opened: ReadonlyMap<string, boolean>
}

// Every app is made by `createApp`, whose apps are runtimes.
const runtimeOf = (app: App) => app as Runtime

/** What an entry was when the app was new is not kept: an author who changes its `init` sees the new one. */
export function keepState(app: App, document: JsonObject): KeptState {
  const runtime = runtimeOf(app)
  const changed = Object.entries(runtime.state()).filter(([name, value]) => canonicalJson(value) !== canonicalJson(runtime.firstValue([name])))
  return { document, changed: Object.fromEntries(changed), page: runtime.page.peek(), opened: runtime.opened.peek() }
}

/**
 * Starts the next version where the last one was left: with its state, as far as it fits or can be made to fit, the page that
 * was open, if it is there still, and the dialogs that were open. Gives what does not fit now, for when it fits again.
 */
export function startWith(app: App, document: JsonObject, kept: KeptState, aside: readonly SetAside[]): readonly SetAside[] {
  const runtime = runtimeOf(app)
  const migration = migrateState(withAllKept(kept.document), withAllKept(document), kept.changed, { aside })
  const give = (draft: Draft) => {
    for (const [name, value] of Object.entries(migration.state)) draft.set([name], value)
  }
  // What the app does when it is launched finds the state, and does not begin it anew.
  runtime.store.transact(give)
  app.start()
  runtime.change(give)
  runtime.history.clear()
  if (kept.page !== null && kept.page.name !== runtime.page.peek()?.name) runtime.goTo(kept.page.name, kept.page.params)
  runtime.opened.value = kept.opened
  return [...migration.kept, ...migration.aside]
}

/** Every entry of the state counts, also what an app would not keep when it is closed. */
function withAllKept(document: JsonObject): JsonObject {
  const entries = Object.entries((document.state ?? {}) as JsonObject).map(([name, written]) => {
    const { type, init } = readStateEntry(written)
    const known = type ?? typeOf(init)
    return [name, { ...(known === null ? {} : { type: known }), ...(init === undefined ? {} : { init }), persist: true }] as const
  })
  return { ...document, state: Object.fromEntries(entries) }
}

/** The type of an entry that is written as its value alone; null where a formula makes it. */
function typeOf(init: Json | undefined): string | null {
  if (typeof init === 'number') return 'number'
  if (typeof init === 'boolean') return 'bool'
  return typeof init === 'string' && !init.includes('${') ? 'text' : null
}
