import type { Chance, Clock, Locale } from '../../engine/ports.ts'
import { hashBlueprint } from '../../schema/identity/hash.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { type AppStore, createAppStore } from '../storage/app-store.ts'
import { openIdbRecords } from '../storage/idb-records.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { createAnnouncer } from './announce.ts'
import { systemChance } from './chance.ts'
import { systemClock } from './clock.ts'
import { sha256Hex } from './digest.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { Generate } from './generate.ts'
import { systemLocale } from './locale.ts'
import { type ShippedApp, shippedApps } from './shipped-apps.ts'

/** Everything outside the page that the desktop uses, made once. */
export interface DeskServices {
  readonly store: AppStore
  readonly gateway: Gateway
  readonly generate: Generate
  readonly clock: Clock
  readonly chance: Chance
  readonly locale: Locale
  /** What the desktop comes with. */
  readonly shipped: () => Promise<readonly ShippedApp[]>
  /** What opens apps; asked for early, loaded once. */
  readonly sessionKit: () => Promise<typeof import('../session/session-kit.ts')>
  /** Another tab changed or removed an installed app. */
  readonly onAppChanged: (listener: (instance: string) => void) => () => void
  /** What apps did and were allowed, as it is kept; loaded once. */
  readonly auditLog: () => Promise<AuditLog>
  /** True for one tab of this browser at a time. */
  readonly isFirstTab: () => Promise<boolean>
}

/** `onOutdated`: a newer version of the page, in another tab, took the storage over. */
export async function openPageServices(onOutdated: () => void): Promise<DeskServices> {
  const records = await openIdbRecords('cyanotype', onOutdated).catch(() => createMemoryRecords())
  const announcer = createAnnouncer()
  const store = announcer.announcing(createAppStore(records, { digest: sha256Hex, hashDocument: hashBlueprint }))
  const secret = document.querySelector<HTMLMetaElement>('meta[name="cyanotype-session"]')?.content ?? ''
  const sessionKit = () => import('../session/session-kit.ts')
  const gateway = createGateway(new URL('.', document.baseURI), secret, sessionKit)
  void gateway.probe()
  let auditing: Promise<AuditLog> | null = null
  // At once, and not when it is used: the gateway that has it may be gone by then.
  const observing = import('./page-observer.ts').catch(() => null)
  const generators = import('./generators.ts').catch(() => null)
  return {
    store,
    gateway,
    clock: systemClock,
    chance: systemChance,
    locale: systemLocale(),
    shipped: shippedApps,
    async *generate(request, signal) {
      const observed = await observing
      const from = (await generators) ?? (await import('./generators.ts').catch(() => null))
      if (from === null) {
        const failure = { code: 'missing-part', message: 'A part of the desktop could not be loaded. Reload the page; what you made is kept.' }
        yield { type: 'error', failure, retry: true }
        return
      }
      const generate = (await gateway.probe()) ? from.generateThroughGateway(gateway) : from.generateFromLibrary
      yield* (observed ? observed.observeGenerate(generate, observed.pageObserver, () => performance.now()) : generate)(request, signal)
    },
    sessionKit,
    onAppChanged: announcer.onChanged,
    auditLog() {
      auditing ??= import('../audit/open-audit-log.ts').then(
        ({ openAuditLog }) => openAuditLog(records, systemClock),
        cause => {
          // The next who needs it tries again.
          auditing = null
          throw cause
        },
      )
      return auditing
    },
    isFirstTab: async () => {
      const { openTabOwnership } = await import('./tabs.ts')
      return (await openTabOwnership('desktop', { onYield: async () => {}, onState: () => {} })).mine.peek()
    },
  }
}
