/** A desktop for tests: its windows and apps are what the test says, its person answers as the test says, and what is said is written down. */
import { type Signal, signal } from '@preact/signals-core'
import type { Intent } from '../../engine/contracts.ts'
import { createVirtualClock, type VirtualClock } from '../../engine/react/test-run/virtual-clock.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Desk, Panel } from '../desktop/desk.ts'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { Session } from '../session/session.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import type { HandoverQuestion } from './handover.ts'

export interface TestDesk {
  readonly desk: Desk
  readonly clock: VirtualClock
  /** What happened, in order. */
  readonly log: string[]
  readonly questions: HandoverQuestion[]
  /** How the person answers the next questions: the receiver that they pick, null for a no. A promise keeps them waiting. */
  answer: (question: HandoverQuestion) => string | null | Promise<string | null>
  readonly received: { readonly by: string; readonly intent: Intent }[]
  /** Puts an app on the desktop; `open` with a window. */
  add(instance: string, document: JsonObject, options?: { readonly open?: boolean; readonly app?: Partial<InstalledApp>; readonly state?: JsonObject }): void
  record(instance: string): InstalledApp
}

export const documentOf = (name: string, sections: JsonObject = {}): JsonObject => ({
  blueprint: 1,
  app: { name },
  view: { type: 'Text', text: '' },
  ...sections,
})

/** Answers an intent with data of that type. */
export const takes = (intent: string, type: Json = 'any'): JsonObject => ({
  effects: { take: { on: 'intent', intent, type, do: { do: 'toast', text: 'Taken' } } },
})

export function createTestDesk(shipped: readonly ShippedApp[] = []): TestDesk {
  const clock = createVirtualClock(0)
  const apps = signal<readonly InstalledApp[]>([])
  const sessions = signal<ReadonlyMap<string, Session>>(new Map())
  const panel = signal<Panel | null>(null)
  const documents = new Map<string, JsonObject>()
  const log: string[] = []
  const questions: HandoverQuestion[] = []
  const received: TestDesk['received'][number][] = []

  function open(id: string, state: JsonObject = {}): void {
    if (sessions.peek().has(id)) return
    const document = documents.get(id) as JsonObject
    const installed = signal(apps.peek().find(app => app.instance === id) ?? null)
    const app = {
      phase: signal('running'),
      info: signal({ name: (document.app as JsonObject).name, icon: null }),
      document: signal(document),
      state: () => ({ count: 1 }),
      intent(intent: Intent) {
        received.push({ by: id, intent })
        return true
      },
      visit(params: JsonObject) {
        log.push(`${id} visited ${JSON.stringify(params)}`)
        return true
      },
      stop: (why: { readonly code: string }) => void log.push(`${id} stopped: ${why.code}`),
    }
    const session = {
      id,
      app: signal(app),
      installed: installed as Signal<InstalledApp | null>,
      state: signal({ phase: 'running', readOnly: false, ending: null, startedAt: 5, ...state }),
      flush: async () => void log.push(`${id} flushed`),
      amend(change: (app: InstalledApp) => InstalledApp) {
        if (!installed.value) return
        installed.value = change(installed.value)
        apps.value = apps.peek().map(other => (other.instance === id ? installed.value! : other))
      },
    }
    sessions.value = new Map(sessions.peek()).set(id, session as unknown as Session)
  }

  const desk = {
    apps,
    sessions,
    panel,
    approvals: { current: signal(null) },
    windows: signal({ room: { width: 1, height: 1 }, windows: [], order: [] }),
    appearance: signal('auto'),
    setAppearance: (look: string) => void log.push(`look ${look}`),
    services: {
      clock,
      shipped: async () => shipped,
      store: { kind: 'memory', document: async (hash: string) => documents.get(hash) ?? null },
      gateway: { probe: async () => false },
    },
    openApp(id: string) {
      log.push(`open ${id}`)
      open(id)
    },
    openDocument(document: JsonObject, origin: string) {
      const id = `new-${sessions.peek().size}`
      log.push(`show ${String((document.app as JsonObject).name)} from ${origin}`)
      test.add(id, document, { open: true })
      return id
    },
    arrange: ({ do: what, id }: { readonly do: string; readonly id: string }) => void log.push(`${what} ${id}`),
    closeWindow(id: string) {
      log.push(`close ${id}`)
      const rest = new Map(sessions.peek())
      rest.delete(id)
      sessions.value = rest
    },
    closed: async () => undefined,
    say: ({ from, text }: { readonly from: string | null; readonly text: string }) => void log.push(`${from} ${text}`),
    audit: ({ kind, capability, detail }: { readonly kind: string; readonly capability: string | null; readonly detail: string | null }) =>
      void log.push(`audit ${kind} ${capability} ${detail ?? ''}`.trim()),
    showPanel(next: Panel) {
      panel.value = next
      if (next.kind !== 'handover') return
      questions.push(next.question)
      void Promise.resolve(test.answer(next.question)).then(picked => {
        if (panel.peek() === next) panel.value = null
        next.answer(picked ?? false)
      })
    },
    closePanel() {
      const shown = panel.peek()
      panel.value = null
      if (shown && 'answer' in shown) shown.answer(false)
    },
  }

  const test: TestDesk = {
    // Of the desktop these tests use what stands above, and nothing else.
    desk: desk as unknown as Desk,
    clock,
    log,
    questions,
    received,
    answer: ({ receivers }) => receivers[0]?.id ?? null,
    add(instance, document, { open: opened = false, app = {}, state = {} } = {}) {
      documents.set(instance, document)
      const { name } = document.app as { readonly name: string }
      const record = { instance, name, icon: null, about: null, hash: instance, grants: [], origin: 'made-here', openedAt: apps.peek().length, ...app }
      apps.value = [...apps.peek(), record as unknown as InstalledApp]
      if (opened) open(instance, state)
    },
    record: instance => apps.peek().find(app => app.instance === instance)!,
  }
  return test
}
