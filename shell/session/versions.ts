import { type ReadonlySignal, signal } from '@preact/signals-core'
import { KEPT_LABELS, keptLabels } from '../../engine/app/labels.ts'
import type { App } from '../../engine/contracts.ts'
import type { Chance } from '../../engine/ports.ts'
import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { PageFailure } from '../services/page-failure.ts'
import type { AppStore } from '../storage/app-store.ts'
import type { AppVersion, InstalledApp, Lineage, StoredAside } from '../storage/installed-app.ts'
import { conflictWords } from './conflict-words.ts'
import type { LiveApp } from './live-app.ts'
import type { Answer } from './permission.ts'

/** What came of an edit. Refused, nothing has changed. */
export type EditOutcome =
  | { readonly kind: 'applied'; readonly changes: readonly string[]; readonly say: string | null; readonly setAside: readonly string[] }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  /** The person did not allow what it would gain. */
  | { readonly kind: 'declined' }

export type Made = Pick<Lineage, 'prompt' | 'provider' | 'model' | 'label' | 'usage'>

const NOBODY: Made = { prompt: null, provider: null, model: null, label: null }

/** The versions of one installed app (B92), and what its state becomes on the way from one to another (B81). */
export interface Versions {
  /** What changes of the app set aside and a person may miss, newest first; empty until `readAside`. */
  readonly aside: ReadonlySignal<readonly StoredAside[]>
  /** The last change made in this window, until it is taken back. */
  readonly change: ReadonlySignal<{ readonly from: string; readonly to: string } | null>
  /** `made` says who wrote it, and on which request; left out, it came as it is. */
  applyEdit(edit: unknown, made?: Made): Promise<EditOutcome>
  /** Goes to another of its versions; false where the person did not allow what it would gain. */
  use(hash: string): Promise<boolean>
  /** Takes the last change back, with what became of the state; false where there is none. */
  undoChange(): Promise<boolean>
  readAside(): Promise<void>
  /** Puts what was set aside into an entry that can hold it; what was entered there meanwhile goes aside: true where there was any. */
  restoreAside(id: string, entry: string): Promise<boolean>
}

export interface VersionsOptions {
  readonly store: AppStore
  readonly live: LiveApp
  readonly chance: Chance
  readonly installed: ReadonlySignal<InstalledApp | null>
  readonly app: ReadonlySignal<App | null>
  /** Shows a version that is kept already, and runs it if it may. */
  readonly open: (document: JsonObject, record: InstalledApp) => Promise<void>
  readonly now: () => number
  /** Asks for what a version would gain, before anything is changed; null is a no. */
  readonly consent: (document: JsonObject, hash: string) => Promise<Answer | null>
}

/** What nobody misses is kept for going back, but not for ever. */
const mostUnmissed = 50

export function createVersions({ store, live, chance, installed, app, open, now, consent }: VersionsOptions): Versions {
  const aside = signal<readonly StoredAside[]>([])
  const change = signal<{ readonly from: string; readonly to: string } | null>(null)
  const kit = () => import('./edit-kit.ts')
  let busy: Promise<unknown> = Promise.resolve()

  /** One after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = busy.then(work)
    busy = turn.catch(() => undefined)
    return turn
  }

  function current(): { readonly record: InstalledApp; readonly document: JsonObject } {
    const record = installed.peek()
    const document = app.peek()?.document.peek()
    if (!record || !document) throw new PageFailure('not-here', 'This app is not on this desktop yet, so that it cannot be changed.')
    return { record, document }
  }

  const show = (all: readonly StoredAside[]) => {
    aside.value = all.filter(({ missed }) => missed).toReversed()
  }
  const trim = (all: readonly StoredAside[]): readonly StoredAside[] => {
    const unmissed = all.filter(({ missed }) => !missed)
    const oldest = new Set(unmissed.slice(0, Math.max(0, unmissed.length - mostUnmissed)))
    return all.filter(item => !oldest.has(item))
  }

  /** An edit of an earlier version that is kept, as one of this; any other as it is. */
  async function forThisVersion(edit: unknown, record: InstalledApp, current: JsonObject) {
    const { mergeEdit, readEdit } = await kit()
    const baseHash = readEdit(edit)?.base
    const base =
      baseHash !== undefined && baseHash !== record.hash && record.versions.some(({ hash }) => hash === baseHash) ? await store.document(baseHash) : null
    if (!base || baseHash === undefined) return { kind: 'as-it-is' as const, edit }
    const merged = mergeEdit(edit, { base, baseHash, current, currentHash: record.hash })
    // What does not hold for its own version is said of the edit as it is.
    return merged.kind === 'refused' ? { kind: 'as-it-is' as const, edit } : merged
  }

  /** Null where the person did not allow what it gains. */
  async function move(next: JsonObject, version: AppVersion): Promise<readonly string[] | null> {
    const answer = await consent(next, version.hash)
    if (answer === null) return null
    const { record, document } = current()
    const { infoOf, migrateState } = await kit()
    const before = await store.setAside(record.instance)
    const info = infoOf(next.app)
    const moved: InstalledApp = {
      ...answer(record),
      name: info.name ?? record.name,
      icon: info.icon,
      about: info.about,
      accent: typeof info.theme.accent === 'string' ? info.theme.accent : null,
      hash: version.hash,
      versions: record.versions.some(({ hash }) => hash === version.hash) ? record.versions : [...record.versions, version],
    }
    let all: readonly StoredAside[] = []
    await live.change(
      (persisted, initial) => {
        const { state, kept, aside: fresh } = migrateState(document, next, persisted, { aside: before, initial })
        all = trim([...kept, ...fresh.map(item => ({ ...item, id: chance.id(), at: now(), hash: record.hash }))])
        return { state, alongside: store.versionWrites(moved, all) }
      },
      async () => (await store.app(record.instance))?.hash === moved.hash,
    )
    show(all)
    await open(next, moved)
    const known = new Set(before.map(({ id }) => id))
    return all.filter(({ id, missed }) => missed && !known.has(id)).map(({ name }) => name)
  }

  async function goTo(hash: string): Promise<boolean> {
    const { record } = current()
    const version = record.versions.find(other => other.hash === hash)
    const document = version && (await store.document(hash))
    if (!version || !document) throw new PageFailure('damaged', 'That version is not on this device any more, so that the app stays as it is.')
    if ((await move(document, version)) === null) return false
    change.value = null
    return true
  }

  return {
    aside,
    change,
    applyEdit: (edit, made = NOBODY) =>
      inTurn(async () => {
        const { record, document } = current()
        const { applyEdit } = await kit()
        const fitting = await forThisVersion(edit, record, document)
        if (fitting.kind === 'conflict')
          return { kind: 'refused', issues: [{ code: 'edit-base', severity: 'error', at: '', line: 1, column: 1, message: conflictWords(fitting) }] }
        const { document: next, issues, changes, edit: read } = applyEdit(document, fitting.edit, { hash: record.hash })
        if (next === null || read === null) return { kind: 'refused', issues }
        const hash = await hashBlueprint(next)
        const say = read.say ?? null
        if (hash === record.hash) return { kind: 'applied', changes: [], say, setAside: [] }
        await store.saveDocument(hash, next)
        const lineage = {
          ...made,
          parent: record.hash,
          checks: null,
          edit: read as unknown as JsonObject,
          changes,
        }
        const setAside = await move(next, { hash, at: now(), lineage })
        if (setAside === null) return { kind: 'declined' }
        change.value = { from: record.hash, to: hash }
        return { kind: 'applied', changes, say, setAside }
      }),
    use: hash => inTurn(() => goTo(hash)),
    undoChange: () =>
      inTurn(async () => {
        const made = change.peek()
        if (made === null || installed.peek()?.hash !== made.to) return false
        return goTo(made.from)
      }),
    async readAside() {
      const record = installed.peek()
      if (record) show(await store.setAside(record.instance))
    },
    restoreAside: (id, entry) =>
      inTurn(async () => {
        const { record, document } = current()
        const running = app.peek()
        const { equalJson, fittingEntries } = await kit()
        const all = await store.setAside(record.instance)
        const item = all.find(other => other.id === id)
        const place = item && fittingEntries(document, item.value, entry).find(({ name }) => name === entry)
        if (!item || !place || running?.phase.peek() !== 'running')
          throw new PageFailure('does-not-fit', `It cannot be put into “${entry}” any more. Save it as a file.`)
        const persisted = running.persistedState()
        const stood = persisted[entry]
        const labels = keptLabels(persisted, entry)
        const swapped =
          stood === undefined || equalJson(stood, place.first)
            ? []
            : [{ name: entry, type: null, value: stood, missed: true, id: chance.id(), at: now(), hash: record.hash, ...(labels.length > 0 && { labels }) }]
        // Twice for a moment rather than nowhere.
        await store.saveSetAside(record.instance, [...all, ...swapped])
        running.adopt({ [entry]: place.value, ...(item.labels && { [KEPT_LABELS]: { [entry]: item.labels } }) })
        await live.flush()
        const rest = [...all.filter(other => other !== item), ...swapped]
        await store.saveSetAside(record.instance, rest)
        show(rest)
        return swapped.length > 0
      }),
  }
}
