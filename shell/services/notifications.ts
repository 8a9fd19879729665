import { type Chance, type Clock, ToolFailure } from '../../engine/ports.ts'
import type { ToolWorld } from '../../tools/index.ts'
import { toStorageFailure } from '../storage/record-store.ts'
import type { Notices } from './notices.ts'
import { createRate } from './rate.ts'
import type { Reminders } from './reminders.ts'

/** How many one app may show in a minute. */
const mostAMinute = 10

export interface NotificationsOptions {
  readonly instance: string
  readonly appName: () => string
  readonly clock: Clock
  readonly chance: Chance
  readonly notices: Notices
  readonly reminders: Reminders
}

/** The notifications of one app: its name before each (S62), one per id, those for later kept until they were shown. */
export function createNotifications({ instance, appName, clock, chance, notices, reminders }: NotificationsOptions): ToolWorld['notifications'] {
  const rate = createRate(mostAMinute, 60_000, clock.now)
  const kept = (run: Promise<void>) =>
    run.catch(cause => {
      if (cause instanceof ToolFailure) throw cause
      const failure = toStorageFailure(cause)
      throw new ToolFailure(failure.code, `The notification was not kept. ${failure.message}`, { cause })
    })
  return {
    async show({ title, text, at, id }, gesture) {
      const now = clock.now()
      const own = id ?? chance.id()
      if (at !== null && at > now) {
        await kept(reminders.add({ instance, id: own, title, text, at, madeAt: now }))
        // When it is due nobody may press anything.
        if (gesture) void notices.ask()
        return
      }
      if (!rate.take())
        throw new ToolFailure('too-often', `This app has shown ${mostAMinute} notifications within a minute. Wait a moment, or say more in fewer.`)
      if (id !== null) await kept(reminders.cancel(instance, id))
      // Not waited for: the browser's question may stay open as long as the person likes.
      void notices.show({ instance, app: appName(), title, text, tag: `${instance}/${own}`, lateSince: null }, gesture)
    },
    cancel: id => kept(reminders.cancel(instance, id)),
  }
}
