import type { Json } from '../../schema/json/json.ts'
import { type RecordStore, StorageFailure } from './record-store.ts'

/** A notification that an app wants shown at a time. */
export interface Reminder {
  readonly instance: string
  /** The app's own name for it, or one that it was given; unique in the app. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** When it is due, and when it was asked for; milliseconds since 1970. */
  readonly at: number
  readonly madeAt: number
}

/** What is to be shown later, kept until it was. Every method rejects with a `StorageFailure` where the device fails. */
export interface ReminderRecords {
  all(): Promise<readonly Reminder[]>
  /** One with the same instance and id is replaced. */
  save(reminder: Reminder): Promise<void>
  /** Takes it away; false where it is not there any more as it was: another tab was first, or it was replaced. */
  take(reminder: Reminder): Promise<boolean>
  remove(instance: string, id: string): Promise<void>
}

/** What is removed with the app begins so. */
const keyOf = (instance: string, id: string) => `reminder/${instance}/${encodeURIComponent(id.toWellFormed())}`

export function createReminderRecords(records: RecordStore): ReminderRecords {
  const same = (current: unknown, reminder: Reminder) => {
    const other = current as Reminder | undefined
    return other !== undefined && other.at === reminder.at && other.madeAt === reminder.madeAt
  }
  return {
    async all() {
      const found = await Promise.all((await records.keys('reminder/')).map(key => records.get(key)))
      return found.filter(record => record !== undefined) as unknown as Reminder[]
    },
    save: reminder => records.write([{ put: keyOf(reminder.instance, reminder.id), value: reminder as unknown as Json }], { strict: true }),
    async take(reminder) {
      const key = keyOf(reminder.instance, reminder.id)
      try {
        await records.write([{ remove: key }], { guard: { key, accepts: current => same(current, reminder) }, strict: true })
        return true
      } catch (cause) {
        if (cause instanceof StorageFailure && cause.code === 'conflict') return false
        throw cause
      }
    },
    remove: (instance, id) => records.write([{ remove: keyOf(instance, id) }], { strict: true }),
  }
}
