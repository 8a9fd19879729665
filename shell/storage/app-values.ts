import type { Json } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { type RecordStore, StorageFailure } from './record-store.ts'

/** What an app keeps with `storage.set`, apart from its state: under keys of its own (S33). */
export interface AppValues {
  get(key: string): Promise<Json | undefined>
  /** Refused with `quota` beyond what one app may keep (S39). */
  set(key: string, value: Json): Promise<void>
  remove(key: string): Promise<void>
  list(): Promise<readonly string[]>
  clear(): Promise<void>
}

export function createAppValues(records: RecordStore, instance: string): AppValues {
  const prefix = `value/${instance}/`
  const keyOf = (key: string) => prefix + encodeURIComponent(key.toWellFormed())
  const parse = (stored: unknown) => (typeof stored === 'string' ? (JSON.parse(stored) as Json) : undefined)
  return {
    get: async key => parse(await records.get(keyOf(key))),
    async set(key, value) {
      const own = keyOf(key)
      const text = JSON.stringify(value)
      let used = text.length
      for (const other of await records.keys(prefix)) if (other !== own) used += ((await records.get(other)) as string).length
      if (used > LIMITS.stateBytes)
        throw new StorageFailure('quota', `An app can keep ${LIMITS.stateBytes / 1_000_000} MB this way. Remove something from it first.`)
      await records.write([{ put: own, value: text }])
    },
    remove: key => records.write([{ remove: keyOf(key) }]),
    list: async () => (await records.keys(prefix)).map(key => decodeURIComponent(key.slice(prefix.length))),
    clear: async () => records.write((await records.keys(prefix)).map(remove => ({ remove }))),
  }
}
