import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { AppUsage } from './app-usage.ts'
import { type AppValues, createAppValues } from './app-values.ts'
import type { Draft, ExportFile, InstalledApp, StoredAside } from './installed-app.ts'
import type { Digest } from './log-record.ts'
import { type RecordStore, StorageFailure, type Write } from './record-store.ts'
import type { StateLog } from './state-log.ts'

/** What the desktop keeps. Every method rejects with a `StorageFailure` where the device fails. */
export interface AppStore {
  /** `memory`: nothing outlives the page, and the desktop says so. */
  readonly kind: RecordStore['kind']
  apps(): Promise<readonly InstalledApp[]>
  app(instance: string): Promise<InstalledApp | null>
  saveApp(app: InstalledApp): Promise<void>
  /**
   * Changes the record as it stands by now, whichever tab wrote it last: what another one took back stays taken back. `change`
   * may be called more than once. Gives what is kept then; null where there is no such app.
   */
  changeApp(instance: string, change: (app: InstalledApp) => InstalledApp): Promise<InstalledApp | null>
  /** Takes the app, its state and its attachments away for good; documents stay, other instances may use them. */
  removeApp(instance: string): Promise<void>
  /** What changes of the app set aside, oldest first. */
  setAside(instance: string): Promise<readonly StoredAside[]>
  saveSetAside(instance: string, aside: readonly StoredAside[]): Promise<void>
  /** The writes that keep both, for `StateLog.replace`: a version comes with its state or not at all. */
  versionWrites(app: InstalledApp, aside: readonly StoredAside[]): readonly Write[]
  /** The document with that hash, or null if it is not here or no longer what the hash says (S2, S49). */
  document(hash: string): Promise<JsonObject | null>
  saveDocument(hash: string, document: JsonObject): Promise<void>
  /** Becomes the writer of the app's state; the caller holds its lock. */
  openState(instance: string): Promise<StateLog>
  /** The state as it was last saved, for a tab that only looks on. */
  readState(instance: string): Promise<JsonObject | null>
  drafts(): Promise<readonly Draft[]>
  saveDraft(draft: Draft): Promise<void>
  removeDraft(id: string): Promise<void>
  setting(name: string): Promise<Json | undefined>
  saveSetting(name: string, value: Json): Promise<void>
  attachment(instance: string, ref: string): Promise<Blob | null>
  saveAttachment(instance: string, ref: string, bytes: Blob): Promise<void>
  /** How many bytes each attachment of the app has, by its `ref`. */
  attachmentSizes(instance: string): Promise<Map<string, number>>
  values(instance: string): AppValues
  usage(instance: string): Promise<AppUsage>
  /** Takes away what neither this state nor anything else that is kept refers to; gives how many bytes that freed. Before the app runs. */
  freeAttachments(instance: string, state: JsonObject): Promise<number>
  /** Where it keeps all that; for what is written beside the apps by what is loaded later. */
  readonly records: RecordStore
  /** `live` gives the unsaved state of apps that are open: an export never loses what the disk refused. */
  exportEverything(at: Date, live: ReadonlyMap<string, JsonObject>): Promise<ExportFile>
  close(): void
}

export interface AppStoreOptions {
  readonly digest: Digest
  /** B90; a document is hashed again when it is read. */
  readonly hashDocument: (document: JsonObject) => Promise<string>
}

/** Several tabs do not write the same record again and again. */
const CHANGE_TRIES = 5
const asideKey = (instance: string) => `set-aside/${instance}`
const attachmentKey = (instance: string, ref: string) => `attachment/${instance}/${encodeURIComponent(ref)}`

/** Loaded where it is first needed: no app runs yet when the desktop is shown. */
const counting = () => import('./app-usage.ts')
const states = () => import('./app-states.ts')

export function createAppStore(records: RecordStore, { digest, hashDocument }: AppStoreOptions): AppStore {
  const all = async <T>(prefix: string): Promise<T[]> => {
    const found = await Promise.all((await records.keys(prefix)).map(key => records.get(key)))
    return found.filter(record => record !== undefined) as T[]
  }
  // What is kept here is made of plain fields alone, which an interface cannot say of itself.
  const plain = (value: InstalledApp | Draft | readonly StoredAside[]) => value as unknown as Json
  const putApp = (app: InstalledApp): Write => ({ put: `app/${app.instance}`, value: plain(app) })
  const putAside = (instance: string, aside: readonly StoredAside[]): Write => {
    const key = asideKey(instance)
    return aside.length === 0 ? { remove: key } : { put: key, value: JSON.stringify(aside) }
  }

  const store: AppStore = {
    kind: records.kind,
    apps: () => all<InstalledApp>('app/'),
    app: async instance => ((await records.get(`app/${instance}`)) as InstalledApp | undefined) ?? null,
    saveApp: app => records.write([putApp(app)], { strict: true }),
    async changeApp(instance, change) {
      const key = `app/${instance}`
      for (let attempt = 1; ; attempt++) {
        const current = await records.get(key)
        if (current === undefined) return null
        const read = JSON.stringify(current)
        const next = change(current as unknown as InstalledApp)
        try {
          await records.write([putApp(next)], { strict: true, guard: { key, accepts: now => JSON.stringify(now) === read } })
          return next
        } catch (cause) {
          // Another tab was faster: what it wrote is what is changed.
          if (attempt === CHANGE_TRIES || !(cause instanceof StorageFailure) || cause.code !== 'conflict') throw cause
        }
      }
    },
    async removeApp(instance) {
      const keys = (await states()).keysOf(instance)
      const owned = [
        `app/${instance}`,
        asideKey(instance),
        keys.head,
        ...(await records.keys(keys.logs)),
        ...(await records.keys(keys.snapshots)),
        ...(await records.keys(keys.asides)),
        ...(await records.keys(`attachment/${instance}/`)),
        ...(await records.keys(`value/${instance}/`)),
        ...(await records.keys(`reminder/${instance}/`)),
      ]
      await records.write(owned.map(remove => ({ remove })))
    },
    async setAside(instance) {
      const text = await records.get(asideKey(instance))
      return typeof text === 'string' ? (JSON.parse(text) as StoredAside[]) : []
    },
    saveSetAside: (instance, aside) => records.write([putAside(instance, aside)], { strict: true }),
    versionWrites: (app, aside) => [putApp(app), putAside(app.instance, aside)],
    async document(hash) {
      const text = await records.get(`document/${hash}`)
      if (typeof text !== 'string') return null
      const document = JSON.parse(text) as JsonObject
      return (await hashDocument(document)) === hash ? document : null
    },
    saveDocument: (hash, document) => records.write([{ put: `document/${hash}`, value: JSON.stringify(document) }]),
    openState: async instance => (await states()).openStateLog(records, instance, { digest }),
    readState: async instance => (await (await states()).readState(records, instance, digest)).state,
    drafts: () => all<Draft>('draft/'),
    saveDraft: draft => records.write([{ put: `draft/${draft.id}`, value: plain(draft) }]),
    removeDraft: id => records.write([{ remove: `draft/${id}` }]),
    setting: async name => (await records.get(`setting/${name}`)) as Json | undefined,
    saveSetting: (name, value) => records.write([{ put: `setting/${name}`, value }]),
    attachment: async (instance, ref) => {
      const found = await records.get(attachmentKey(instance, ref))
      return found instanceof Blob ? found : null
    },
    saveAttachment: (instance, ref, bytes) => records.write([{ put: attachmentKey(instance, ref), value: bytes }], { strict: true }),
    async attachmentSizes(instance) {
      const prefix = attachmentKey(instance, '')
      const sizes = new Map<string, number>()
      for (const key of await records.keys(prefix)) {
        const bytes = await records.get(key)
        if (bytes instanceof Blob) sizes.set(decodeURIComponent(key.slice(prefix.length)), bytes.size)
      }
      return sizes
    },
    values: instance => createAppValues(records, instance),
    usage: async instance => (await counting()).measureApp(records, instance),
    // Most apps have none, and are not kept waiting for what counts them.
    freeAttachments: async (instance, state) =>
      (await records.keys(attachmentKey(instance, ''))).length === 0 ? 0 : (await counting()).freeAttachments(records, instance, state),
    records,
    exportEverything: async (at, live) => (await states()).exportEverything(store, at, live),
    close: () => records.close(),
  }
  return store
}
