import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from '../../engine/ports.ts'
import { appNameForPeople, wordsOfApp } from '../desktop/app-name.ts'
import type { ShownToast } from '../desktop/shown-toast.ts'
import type { Level } from '../permissions/level-names.ts'
import { ruleFor } from '../permissions/levels.ts'
import type { AppStore } from '../storage/app-store.ts'
import { grantFor, holds, type InstalledApp, isForeign } from '../storage/installed-app.ts'
import { createReminderRecords } from '../storage/reminder-records.ts'
import { type CopiedTexts, createCopied } from './copied.ts'
import { createListener, type Listener } from './listening.ts'
import { createNotices, type InsteadNotice, type Notices } from './notices.ts'
import { createReminders, type Reminders } from './reminders.ts'

/** What all apps of this page share of its browser and device. */
export interface PagePlatform {
  readonly copied: CopiedTexts
  readonly notices: Notices
  readonly reminders: Reminders
  readonly listener: Listener
  /** No app makes a sound. */
  readonly muted: ReadonlySignal<boolean>
  /** Rejects with a `StorageFailure` where it is not kept for the next visit; it holds until then all the same. */
  setMuted(muted: boolean): Promise<void>
  /** Shows what became due while no page was open. To be called once, when it is known which apps there are. */
  begin(): void
}

export interface PagePlatformOptions {
  readonly store: AppStore
  readonly clock: Clock
  readonly language: string
  readonly apps: ReadonlySignal<readonly InstalledApp[]>
  /** How much apps are trusted where nothing else is said for one. */
  readonly level: ReadonlySignal<Level>
  readonly say: (toast: Omit<ShownToast, 'id'>) => void
  /** The app's name, where it may show notifications at this moment; left out, what the installed app was granted says it. */
  readonly nameIfAllowed?: (instance: string) => Promise<string | null>
  /** The person wants to see this app. */
  readonly onOpen: (instance: string) => void
}

export function openPlatform(options: PagePlatformOptions): PagePlatform {
  const { store, clock, language, apps, level, say, onOpen } = options
  const muted = signal(false)
  let chosen = false
  store.setting('muted').then(
    kept => {
      if (!chosen) muted.value = kept === true
    },
    // It sounds, as on a first visit.
    () => undefined,
  )
  const notices = createNotices({
    platform: typeof Notification === 'undefined' ? null : Notification,
    language,
    showInstead: notice => say(instead(notice, onOpen)),
    onOpen(instance) {
      window.focus()
      onOpen(instance)
    },
  })
  const reminders = createReminders({
    records: createReminderRecords(store.records),
    clock,
    nameIfAllowed:
      options.nameIfAllowed ??
      (async instance => {
        const app = await store.app(instance)
        return app && mayNotify(app, level.peek(), clock.now()) ? appNameForPeople(app.name) : null
      }),
    show: ({ id, ...due }) => void notices.show({ ...due, tag: `${due.instance}/${id}` }, false),
    channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cyanotype:reminders'),
  })
  // What the device does not give now is looked at again at the next of these.
  const look = () => void reminders.look().catch(() => undefined)
  return {
    copied: createCopied(store, clock),
    notices,
    reminders,
    listener: createListener(),
    muted,
    async setMuted(next) {
      chosen = true
      muted.value = next
      await store.saveSetting('muted', next)
    },
    begin() {
      look()
      // Timers stand still while the device sleeps.
      addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') look()
      })
      effect(() => {
        const refused = new Set(apps.value.filter(app => !mayNotify(app, level.value, clock.now())).map(app => app.instance))
        void reminders.drop(instance => !refused.has(instance)).catch(() => undefined)
      })
    },
  }
}

/** Its person allows it, at this moment, to show notifications. */
function mayNotify(app: InstalledApp, level: Level, now: number): boolean {
  const ruling = ruleFor(app.level ?? level, 'notify', 'ask', isForeign(app.origin))
  const grant = grantFor(app, 'notify')
  return ruling !== 'refuse' && (grant ? holds(grant, now) : ruling === 'allow')
}

/** A notification that the system does not show, as a notice of the desktop's. */
function instead({ instance, app, title, text, tag, why, turnOn }: InsteadNotice, onOpen: (instance: string) => void): Omit<ShownToast, 'id'> {
  const words = [title, text].filter(part => part !== '').map(wordsOfApp)
  const actions = [{ label: 'Open', run: () => onOpen(instance) }]
  if (turnOn) actions.push({ label: 'Ask the browser', run: () => void turnOn().catch(() => false) })
  return { from: app, text: words.join(' · '), tone: 'info', undo: null, stays: { note: why, actions, tag } }
}
