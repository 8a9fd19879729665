import type { EventKind } from '../../engine/observe/event-record.ts'
import { eventToJson, type Observer } from '../../engine/observe/observer.ts'
import type { Attachments, Chance, Clock } from '../../engine/ports.ts'
import { ToolFailure } from '../../engine/ports.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ToolWorld } from '../../tools/index.ts'
import { questionsOf } from '../model/questions.ts'
import type { AppStore } from '../storage/app-store.ts'
import { toStorageFailure } from '../storage/record-store.ts'
import { celebrate } from './celebrate.ts'
import type { Gateway } from './gateway.ts'
import { pageMath } from './math.ts'
import { createNotifications } from './notifications.ts'
import { openFile } from './open-file.ts'
import { PageFailure } from './page-failure.ts'
import type { PagePlatform } from './page-platform.ts'
import { findPlace } from './place.ts'
import { printApp } from './print-app.ts'
import { saveFile } from './save-file.ts'
import { createShare } from './share.ts'
import { createSound } from './sound.ts'
import { createSpeech } from './speech.ts'

export interface ToolWorldOptions {
  readonly instance: string
  /** The version that runs now: what the gateway knows the grants of. */
  readonly hash: () => string | null
  /** The app's name, which stands before what it says outside its window (S62). */
  readonly appName: () => string
  readonly store: AppStore
  readonly gateway: Gateway
  readonly clock: Clock
  readonly chance: Chance
  readonly attachments: Attachments
  /** The person's own, for what is said aloud. */
  readonly language: string
  /** What happened in the apps of this page. */
  readonly observer: Observer
  /** The app copied this: the person is told what (S60). */
  readonly onCopied: (text: string) => void
  readonly platform: PagePlatform
  readonly workspace: ToolWorld['workspace']
  readonly document: () => JsonObject | null
  /** Opens the desktop's dialog for the app's link. */
  readonly onShare: () => void
  /** Whether the person allows a place that is rounded only. */
  readonly coarsePlace: () => boolean
  readonly apps: ToolWorld['apps']
  readonly system: ToolWorld['system']
}

/** The real world of the tools of one installed app. */
export function createToolWorld(options: ToolWorldOptions): ToolWorld {
  const { instance, store, gateway, clock, chance, attachments, platform } = options
  const values = store.values(instance)
  const kept = <T>(run: Promise<T>): Promise<T> =>
    run.catch(cause => {
      const failure = toStorageFailure(cause)
      throw new ToolFailure(failure.code, failure.message, { cause })
    })
  return {
    chance,
    storage: {
      get: key => kept(values.get(key)),
      set: (key, value) => kept(values.set(key, value)),
      remove: key => kept(values.remove(key)),
      list: () => kept(values.list()),
      clear: () => kept(values.clear()),
    },
    clipboard: {
      write: text =>
        clipboard()
          .writeText(text)
          .then(() => options.onCopied(text), refusedClipboard),
      read: () => clipboard().readText().catch(refusedClipboard),
      history: () => kept(platform.copied.read()),
    },
    files: {
      async open(accept) {
        const file = await openFile(accept)
        if (!file) return null
        return { name: file.name, type: file.type, size: file.size, text: () => file.text(), attach: async () => ({ ...(await attachments.put(file)) }) }
      },
      save: async (name, content, type) => saveFile(name, new Blob([content], { type })),
    },
    workspace: options.workspace,
    http: {
      async send(request, signal) {
        if (!(await gateway.probe()))
          throw new ToolFailure(
            'no-gateway',
            'This page was opened without Cyanotype’s own server, through which apps reach the network. Start it with npm start.',
          )
        const hash = options.hash()
        try {
          return (await gateway.http({ instance, hash, tool: `http.${request.method.toLowerCase()}` }, request, signal)) as JsonObject
        } catch (cause) {
          if (cause instanceof PageFailure) throw new ToolFailure(cause.code, cause.message, { cause })
          throw cause
        }
      },
    },
    notifications: createNotifications({ instance, appName: options.appName, clock, chance, notices: platform.notices, reminders: platform.reminders }),
    sound: createSound(platform.muted, clock.now),
    print: target => printApp(instance, options.appName(), target),
    speech: { ...createSpeech(options.language), listen: (lang, signal) => platform.listener.listen(instance, lang ?? options.language, signal) },
    place: { here: signal => findPlace(options.coarsePlace(), signal) },
    share: createShare({ document: options.document, appName: options.appName, base: () => location.href.replace(/#.*$/, ''), showDialog: options.onShare }),
    math: pageMath(clock),
    llm: {
      ask: (question, signal) => questionsOf(gateway).ask({ instance, hash: options.hash() }, question, signal).catch(asToolFailure),
    },
    celebrate,
    apps: options.apps,
    system: options.system,
    events: {
      find: ({ after, kind, most }) =>
        options.observer.find({ after, limit: most, ...(kind !== null && { kinds: new Set([kind as EventKind]) }) }).map(eventToJson),
    },
  }
}

function asToolFailure(cause: unknown): never {
  throw cause instanceof PageFailure ? new ToolFailure(cause.code, cause.message, { cause }) : cause
}

function clipboard(): Clipboard {
  if (!navigator.clipboard) throw new ToolFailure('unavailable', 'This browser gives pages the clipboard only over https or on localhost.')
  return navigator.clipboard
}

function refusedClipboard(cause: unknown): never {
  throw new ToolFailure('refused', 'The browser did not give the page the clipboard. Look for its question in the address bar.', { cause })
}
