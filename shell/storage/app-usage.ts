import type { JsonObject } from '../../schema/json/json.ts'
import { keysOf } from './log-record.ts'
import type { RecordStore, Stored } from './record-store.ts'

/** What one app keeps on this device, in bytes, to a few percent. */
export interface AppUsage {
  /** Its state as it was last written whole. */
  readonly state: number
  /** What it kept with `storage.set`. */
  readonly values: number
  /** Files that its state refers to. */
  readonly attachments: number
  /** The changes since, and what was set aside. */
  readonly log: number
}

export const totalOf = ({ state, values, attachments, log }: AppUsage): number => state + values + attachments + log

export const attachmentsOf = (instance: string): string => `attachment/${instance}/`
const valuesOf = (instance: string): string => `value/${instance}/`
const asideOf = (instance: string): string => `set-aside/${instance}`

export async function measureApp(records: RecordStore, instance: string): Promise<AppUsage> {
  const sizeUnder = async (...prefixes: string[]): Promise<number> => {
    const found = await Promise.all(prefixes.map(prefix => recordsUnder(records, prefix)))
    return found.flat().reduce((sum, [, value]) => sum + sizeOf(value), 0)
  }
  const keys = keysOf(instance)
  const [state, values, attachments, log] = await Promise.all([
    sizeUnder(keys.snapshots),
    sizeUnder(valuesOf(instance)),
    sizeUnder(attachmentsOf(instance)),
    sizeUnder(keys.logs, keys.asides, asideOf(instance)),
  ])
  return { state, values, attachments, log }
}

/**
 * Takes away attachments that nothing refers to any more: not `state`, no value, nothing that was set aside or is damaged.
 * For an app that is about to run, whose history, which is never kept, is still empty. Gives how many bytes that freed.
 */
export async function freeAttachments(records: RecordStore, instance: string, state: JsonObject): Promise<number> {
  const attached = await records.keys(attachmentsOf(instance))
  if (attached.length === 0) return 0
  const { asides } = keysOf(instance)
  const others = await Promise.all([valuesOf(instance), asideOf(instance), asides].map(prefix => recordsUnder(records, prefix)))
  const texts = [JSON.stringify(state), ...others.flat().map(([, value]) => (value instanceof Blob ? '' : JSON.stringify(value)))]
  const unused = attached.filter(key => {
    const ref = decodeURIComponent(key.slice(attachmentsOf(instance).length))
    return !texts.some(text => text.includes(ref))
  })
  const sizes = await Promise.all(unused.map(key => records.get(key)))
  if (unused.length > 0) await records.write(unused.map(remove => ({ remove })))
  return sizes.reduce((sum: number, value) => sum + (value === undefined ? 0 : sizeOf(value)), 0)
}

async function recordsUnder(records: RecordStore, prefix: string): Promise<readonly (readonly [string, Stored])[]> {
  const keys = await records.keys(prefix)
  const values = await Promise.all(keys.map(key => records.get(key)))
  return keys.flatMap((key, at) => {
    const value = values[at]
    return value === undefined ? [] : [[key, value] as const]
  })
}

function sizeOf(value: Stored): number {
  return value instanceof Blob ? value.size : JSON.stringify(value).length
}
