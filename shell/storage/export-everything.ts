import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { AppStore } from './app-store.ts'
import { bytesToBase64 } from './base64.ts'
import type { ExportFile } from './installed-app.ts'

/** All apps with what belongs to them, as one file; `live` has the states that are newer than what is kept. */
export async function exportEverything(store: AppStore, at: Date, live: ReadonlyMap<string, JsonObject>): Promise<ExportFile> {
  const apps: ExportFile['apps'][number][] = []
  for (const app of await store.apps()) {
    const documents: Record<string, Json> = {}
    for (const { hash } of app.versions) {
      const document = await store.document(hash)
      if (document) documents[hash] = document
    }
    const attachments: ExportFile['apps'][number]['attachments'][number][] = []
    for (const key of await store.records.keys(`attachment/${app.instance}/`)) {
      const bytes = await store.records.get(key)
      if (!(bytes instanceof Blob)) continue
      const ref = decodeURIComponent(key.slice(key.lastIndexOf('/') + 1))
      attachments.push({ ref, type: bytes.type, base64: bytesToBase64(new Uint8Array(await bytes.arrayBuffer())) })
    }
    const own = store.values(app.instance)
    const values: Record<string, Json> = {}
    for (const key of await own.list()) defineOwn(values, key, (await own.get(key)) ?? null)
    const state = live.get(app.instance) ?? (await store.readState(app.instance))
    apps.push({ app, documents, state, setAside: await store.setAside(app.instance), values, attachments })
  }
  return { cyanotype: 'export', version: 1, at: at.toISOString(), apps }
}

/** Keys are the app's own words, `__proto__` among them. */
function defineOwn(record: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
}
