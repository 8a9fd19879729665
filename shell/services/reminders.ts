import { type ReadonlySignal, signal } from '@preact/signals-core'
import { type Clock, ToolFailure } from '../../engine/ports.ts'
import type { Reminder, ReminderRecords } from '../storage/reminder-records.ts'

/** What one app may have waiting. */
export const mostReminders = 50
/** What comes later than this says when it was due, ms. */
const lateAfter = 60_000
/** The time is looked at again after this long, ms: clocks are set, and devices sleep. */
const longestWait = 60_000

export interface DueReminder {
  readonly instance: string
  /** The app's name, as the desktop shows it. */
  readonly app: string
  readonly id: string
  readonly title: string
  readonly text: string
  /** When it was due, where that is a while ago: the page was closed, or the device slept. */
  readonly lateSince: number | null
}

/** The notifications that apps asked for at a time, over all tabs: each is shown once, late rather than never. */
export interface Reminders {
  /** Those of all apps, the next one first. */
  readonly waiting: ReadonlySignal<readonly Reminder[]>
  /** Keeps it; one with the same id is replaced. Rejects with a `ToolFailure` beyond what one app may have, with a `StorageFailure` where the device fails. */
  add(reminder: Reminder): Promise<void>
  cancel(instance: string, id: string): Promise<void>
  /** Drops what waits for apps that may not show it any more, or are gone. */
  drop(isAllowed: (instance: string) => boolean): Promise<void>
  /** Reads what is kept, and shows what is due. To be called once, and when the page is looked at again. */
  look(): Promise<void>
  close(): void
}

export interface RemindersOptions {
  readonly records: ReminderRecords
  readonly clock: Clock
  /** The app's name, where it may show notifications at this moment (S26); else null, and nothing is shown. */
  readonly nameIfAllowed: (instance: string) => Promise<string | null>
  readonly show: (due: DueReminder) => void
  /** How tabs tell each other that the list has changed; null where there is no other tab. */
  readonly channel: (Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null }) | null
}

export function createReminders({ records, clock, nameIfAllowed, show, channel }: RemindersOptions): Reminders {
  const waiting = signal<readonly Reminder[]>([])
  let cancelTimer: (() => void) | null = null
  let closed = false

  const read = async () => {
    const all = await records.all()
    if (closed) return
    waiting.value = [...all].sort((a, b) => a.at - b.at)
    arm()
  }
  /** What this tab wrote is known here; the others read it. */
  const changed = (next: readonly Reminder[]) => {
    waiting.value = [...next].sort((a, b) => a.at - b.at)
    channel?.postMessage('changed')
    arm()
  }
  const isOne = (instance: string, id: string) => (other: Reminder) => other.instance === instance && other.id === id
  const without = (instance: string, id: string) => waiting.peek().filter(other => !isOne(instance, id)(other))
  function arm(): void {
    cancelTimer?.()
    const [next] = waiting.peek()
    cancelTimer = next && !closed ? clock.after(Math.min(longestWait, Math.max(0, next.at - clock.now())), () => void showDue().catch(() => retry())) : null
  }
  /** The device did not answer: what is due stays, and is tried again. */
  function retry(): void {
    cancelTimer?.()
    cancelTimer = closed ? null : clock.after(lateAfter, () => void showDue().catch(() => retry()))
  }
  /** Whoever takes the record away shows it: of several tabs one. */
  async function showDue(): Promise<void> {
    const due = waiting.peek().filter(({ at }) => at <= clock.now())
    if (due.length === 0) return arm()
    for (const reminder of due) {
      const { instance, id, title, text, at } = reminder
      if (!(await records.take(reminder))) continue
      const app = await nameIfAllowed(instance)
      if (app !== null) show({ instance, app, id, title, text, lateSince: clock.now() - at > lateAfter ? at : null })
    }
    channel?.postMessage('changed')
    await read()
  }

  if (channel) channel.onmessage = () => void read().catch(() => undefined)

  return {
    waiting,
    async add(reminder) {
      const { instance, id } = reminder
      if (waiting.peek().filter(other => other.instance === instance && other.id !== id).length >= mostReminders)
        throw new ToolFailure('too-much', `This app has ${mostReminders} notifications waiting already. Take some back first, or let some be shown.`)
      await records.save(reminder)
      changed([...without(instance, id), reminder])
    },
    async cancel(instance, id) {
      if (!waiting.peek().some(isOne(instance, id))) return
      await records.remove(instance, id)
      changed(without(instance, id))
    },
    async drop(isStillAllowed) {
      const gone = waiting.peek().filter(({ instance }) => !isStillAllowed(instance))
      if (gone.length === 0) return
      for (const { instance, id } of gone) await records.remove(instance, id)
      changed(waiting.peek().filter(({ instance }) => isStillAllowed(instance)))
    },
    async look() {
      await read()
      await showDue()
    },
    close() {
      closed = true
      cancelTimer?.()
      channel?.close()
    },
  }
}
