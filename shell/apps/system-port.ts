import type { EventKind } from '../../engine/observe/event-record.ts'
import type { Observer } from '../../engine/observe/observer.ts'
import { type Locale, ToolFailure } from '../../engine/ports.ts'
import type { Json } from '../../schema/json/json.ts'
import type { SystemPort } from '../../tools/ports.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import type { Appearance, Desk } from '../desktop/desk.ts'
import { focusedWindow } from '../windows/window-model.ts'

export interface SystemPortOptions {
  readonly desk: Desk
  readonly observer: Observer
  readonly locale: Locale
  /** The name of the app that looks, for what it stops. */
  readonly appName: () => string
}

/** As many records as are looked at to count: the whole ring. */
const all = 65_536
const looks: readonly string[] = ['auto', 'light', 'dark'] satisfies readonly Appearance[]

/** What this page knows of itself and its apps, for the tools `system.*`: names, counts and times, and nothing that was entered. */
export function createSystemPort({ desk, observer, locale, appName }: SystemPortOptions): SystemPort {
  const { services } = desk
  const nameOf = (instance: string) => {
    if (instance === '') return 'Desktop'
    return appNameForPeople(
      desk.sessions.peek().get(instance)?.app.peek()?.info.peek().name ?? desk.apps.peek().find(app => app.instance === instance)?.name ?? null,
    )
  }
  const records = (kinds: readonly EventKind[], app?: string) => observer.find({ kinds: new Set(kinds), limit: all, ...(app !== undefined && { app }) })

  return {
    info: async () => ({
      language: locale.language,
      timeZone: locale.timeZone,
      gateway: await services.gateway.probe(),
      storage: services.store.kind,
      since: Math.round(performance.timeOrigin),
      apps: desk.apps.peek().length,
      open: desk.sessions.peek().size,
    }),
    metrics() {
      const timings = observer.timings().map(({ kind, what, histogram }): Json => {
        const at = (share: number) => rounded(histogram.quantile(share) ?? 0)
        const { count, sum, max } = histogram
        return { kind, what, count, mean: rounded(count === 0 ? 0 : sum / count), p50: at(0.5), p95: at(0.95), p99: at(0.99), max: rounded(max) }
      })
      const vitals = new Map(records(['vital']).map(({ what, ms, size }) => [what, ms ?? size ?? 0]))
      return { timings, vitals: [...vitals].map(([name, value]) => ({ name, value: rounded(value) })), memory: usedMemory() }
    },
    processes() {
      const focused = focusedWindow(desk.windows.peek())
      return [...desk.sessions.peek()].map(([id, session]): Json => {
        const app = session.app.peek()
        const drawn = records(['draw'], id)
        const { phase, startedAt } = session.state.peek()
        return {
          id,
          name: nameOf(id),
          icon: app?.info.peek().icon ?? null,
          state: phase,
          focused: id === focused,
          events: records(['event'], id).length,
          failures: records(['failure'], id).length,
          drawMs: drawn.length === 0 ? null : rounded(drawn.reduce((sum, { ms }) => sum + (ms ?? 0), 0)),
          stateSize: app ? JSON.stringify(app.state()).length : 0,
          since: startedAt,
        }
      })
    },
    async kill(id) {
      const session = desk.sessions.peek().get(id)
      const app = session?.app.peek()
      if (!session || !app || app.phase.peek() !== 'running') throw new ToolFailure('no-app', 'No app with this id is running.')
      await session.flush()
      app.stop({ code: 'killed', message: `It was stopped by ${appName()}. What you entered is kept.` })
    },
    log: most =>
      records(['failure', 'call'])
        .filter(({ code }) => code !== null)
        .slice(-most)
        .reverse()
        .map(({ seq, at, app, what, code }) => ({ seq, at: Math.round(at), app: nameOf(app), what, code })),
    settings: () => ({ look: desk.appearance.peek(), language: locale.language, timeZone: locale.timeZone, currency: locale.currency }),
    async look(mode) {
      if (looks.includes(mode)) desk.setAppearance(mode as Appearance)
    },
    permissions: () =>
      desk.apps
        .peek()
        .flatMap(({ name, grants }) =>
          grants.map(({ capability, granted, at, lastUsedAt }) => ({ app: appNameForPeople(name), capability, granted, at, lastUsedAt })),
        ),
  }
}

const rounded = (ms: number) => Math.round(ms * 1000) / 1000

/** Bytes, where the browser says so. */
function usedMemory(): number | null {
  const { memory } = performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } }
  return memory?.usedJSHeapSize ?? null
}
