/** What apps show beside their windows: the browser's notifications, and where it gives none, the desktop's own. */

import { wordsOfApp } from '../desktop/app-name.ts'

export interface Notice {
  readonly instance: string
  /** The app's name as the desktop shows it. */
  readonly app: string
  readonly title: string
  readonly text: string
  /** Another one with the same tag takes its place. */
  readonly tag: string | null
  readonly lateSince: number | null
}

/** A notice of the desktop's own. */
export interface InsteadNotice extends Notice {
  /** Why the desktop shows it and not the system. */
  readonly why: string
  /** Asks the browser for its permission; null where there is nothing to ask. */
  readonly turnOn: (() => Promise<boolean>) | null
}

export interface NoticesOptions {
  /** The browser's; null where it has none. */
  readonly platform: typeof Notification | null
  readonly language: string
  readonly showInstead: (notice: InsteadNotice) => void
  /** The person pressed the notification. */
  readonly onOpen: (instance: string) => void
}

export interface Notices {
  /** `gesture`: a press led here, so that the browser may be asked for its permission. Never rejects. */
  show(notice: Notice, gesture: boolean): Promise<void>
  /** Asks the browser for its permission, where it never was; to be called from a press. Never rejects. */
  ask(): Promise<void>
}

const reasons = {
  none: 'This browser shows no notifications of pages.',
  denied: 'The browser does not let this page show notifications. That is changed in its settings for this page.',
  default: 'The browser has not been asked to show notifications.',
}

export function createNotices({ platform, language, showInstead, onOpen }: NoticesOptions): Notices {
  const ask = async () => (await platform?.requestPermission()) === 'granted'
  return {
    async ask() {
      if (platform?.permission === 'default') await ask().catch(() => false)
    },
    async show(notice, gesture) {
      if (platform && platform.permission === 'default' && gesture) await ask().catch(() => false)
      const words = notice.lateSince === null ? notice.text : [notice.text, dueWords(notice.lateSince, language)].filter(Boolean).join(' · ')
      if (platform?.permission === 'granted') {
        try {
          const shown = new platform(`${notice.app}: ${wordsOfApp(notice.title)}`.slice(0, 180), {
            body: words.slice(0, 400),
            ...(notice.tag === null ? {} : { tag: notice.tag }),
          })
          shown.onclick = () => {
            shown.close()
            onOpen(notice.instance)
          }
          return
        } catch {
          // Browsers of telephones have it for service workers only.
          return showInstead({ ...notice, text: words, why: reasons.none, turnOn: null })
        }
      }
      const asked = platform?.permission ?? 'denied'
      showInstead({
        ...notice,
        text: words,
        why: platform ? reasons[asked === 'default' ? 'default' : 'denied'] : reasons.none,
        turnOn: platform && asked === 'default' ? ask : null,
      })
    },
  }
}

/** When a notification that comes late was due, as the person reads times; with the day where it was another. */
export function dueWords(at: number, language: string, now = Date.now()): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
  return `was due ${new Intl.DateTimeFormat(language, { ...(sameDay ? {} : { weekday: 'short', day: 'numeric', month: 'short' }), hour: '2-digit', minute: '2-digit' }).format(at)}`
}
