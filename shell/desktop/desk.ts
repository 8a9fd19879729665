import { batch, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Toast } from '../../engine/contracts.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Picture, ProviderId } from '../../schema/protocol/generate.ts'
import { type Approvals, createApprovals } from '../approval/approvals.ts'
import type { SensitiveCall } from '../apps/call-words.ts'
import type { HandoverQuestion } from '../apps/handover.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import type { FlowQuestion } from '../flow/ask-flow.ts'
import type { OpenedLink } from '../link/open-linked.ts'
import { isLevel, type Level } from '../permissions/level-names.ts'
import { openFile } from '../services/open-file.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import type { PagePlatform } from '../services/page-platform.ts'
import type { DeskServices } from '../services/page-services.ts'
import type { EditPlan } from '../session/plan-edit.ts'
import type { ConfirmQuestion, SensitiveAnswer, Session, SessionServices, SessionSource } from '../session/session.ts'
import { type GrantTerms, grantFor, type InstalledApp, type Origin, withGrant, withTerms } from '../storage/installed-app.ts'
import { type StoredWindows, windowsFromJson, windowsToJson } from '../windows/stored-windows.ts'
import { emptyWindows, focusedWindow, reduceWindows, type WindowAction, type WindowsModel } from '../windows/window-model.ts'
import { appNameForPeople, copiedWords, wordsOfApp } from './app-name.ts'
import { appParts, changeParts, fileParts, inspectorParts, panelParts, windowParts } from './load-later.ts'
import type { ShownToast } from './shown-toast.ts'

/** What stands open over the desktop, one at a time. */
export type Panel =
  | { readonly kind: 'apps' }
  | { readonly kind: 'files' }
  | { readonly kind: 'settings' }
  /** What apps did; of one app where it is named. */
  | { readonly kind: 'audit'; readonly app: string | null }
  | { readonly kind: 'details' | 'share'; readonly id: string }
  | { readonly kind: 'edit'; readonly plan: EditPlan }
  | { readonly kind: 'confirm'; readonly name: string; readonly question: ConfirmQuestion; readonly answer: (yes: boolean) => void }
  | {
      readonly kind: 'sensitive'
      readonly name: string
      readonly capability: string
      readonly call: SensitiveCall
      /** The yes is to hold for a while. */
      readonly remember: (terms: GrantTerms) => void
      readonly answer: (answer: SensitiveAnswer) => void
    }
  /** An app would hand something to another (S59); the pick is the grant. */
  | { readonly kind: 'handover'; readonly question: HandoverQuestion; readonly answer: (picked: string | false) => void }
  /** An app would send what it has from somewhere to somewhere else (S28). */
  | { readonly kind: 'flow'; readonly question: FlowQuestion; readonly answer: (yes: boolean) => void }
  /** A computed address that a press in an app would open (S56), which may hold what has these labels. */
  | { readonly kind: 'link'; readonly name: string; readonly href: string; readonly labels: readonly string[] }
  | { readonly kind: 'failure'; readonly title: string; readonly failure: Failure }

/** Another one each time that a change is opened. */
export interface Changing {
  /** It is asked at once that the app's own tests pass. */
  readonly mend: boolean
}

export type Appearance = 'auto' | 'light' | 'dark'

/** The whole desktop: its windows, what is open in them, what is installed. */
export interface Desk {
  readonly services: DeskServices
  readonly windows: ReadonlySignal<WindowsModel>
  readonly sessions: ReadonlySignal<ReadonlyMap<string, Session>>
  readonly apps: ReadonlySignal<readonly InstalledApp[]>
  readonly approvals: Approvals
  readonly panel: ReadonlySignal<Panel | null>
  readonly toasts: ReadonlySignal<readonly ShownToast[]>
  readonly appearance: ReadonlySignal<Appearance>
  /** How much apps are trusted where nothing else is said for one. */
  readonly level: ReadonlySignal<Level>
  readonly promptText: ReadonlySignal<string>
  /** The window that the inspector stands beside. */
  readonly inspected: ReadonlySignal<string | null>
  /** The windows whose apps are being changed, and what for. */
  readonly changing: ReadonlySignal<ReadonlyMap<string, Changing>>
  /** What apps share of this browser and device; null in the first moments of a visit. */
  readonly platform: ReadonlySignal<PagePlatform | null>
  arrange(action: WindowAction): void
  writePrompt(text: string): void
  /** `provider` is asked; left out, the gateway chooses. */
  ask(prompt: string, how?: { readonly provider?: ProviderId | undefined; readonly pictures?: readonly Picture[] | undefined }): void
  openApp(instance: string): void
  /** The app is likely to be opened next, a pointer rests on it: what takes time is begun. */
  prepareApp(instance: string): void
  /** Gives the id of its window. */
  openDocument(document: JsonObject, origin: Exclude<Origin, 'made-here'>): string
  /** `#/b/…`: an app that is here already is opened as it is; says what is wrong with a link that cannot be opened. */
  openLink(fragment: string): Promise<void>
  /** Asks for a file: a blueprint's is shown, inert until it is allowed; an edit's is offered to the app that it changes. */
  openFile(): Promise<void>
  /** Makes an app of its own of a version of an installed app, without what was entered in that. Rejects with a `PageFailure`. */
  branchApp(instance: string, hash: string): Promise<void>
  /** Changes an installed app by an edit document (B80), and says what became of it. */
  applyEdit(instance: string, edit: JsonObject): Promise<void>
  /** Takes back the last change that was made to an open app in this window. */
  undoChange(id: string): void
  closeWindow(id: string): void
  /** `platform`, once it is there. */
  openPlatform(): Promise<PagePlatform>
  /** An app's name as the desktop shows it. */
  nameOf(session: Session): string
  /** Says what was copied out of an app, and keeps it in the list of what apps copied. */
  copied(session: Session, text: string): void
  /** Resolves once what stood in a window that was closed is saved. */
  closed(id: string): Promise<void>
  removeApp(instance: string): Promise<void>
  /** Gives or takes one capability of an installed app, whether it is open or not. */
  setGrant(instance: string, capability: string, granted: boolean, terms?: GrantTerms): Promise<void>
  /** Changes what is known of an installed app, whether it is open or not. */
  amendApp(instance: string, change: (app: InstalledApp) => InstalledApp): Promise<void>
  setLevel(level: Level): void
  /** Writes down what happened, for the list of what apps did. */
  audit(note: AuditNote): void
  /** Opens what an app is changed with, or shuts it where it is open. */
  toggleChange(id: string): void
  /** Asks for a change that makes the app's own tests pass. */
  mendApp(id: string): void
  /** Opens the inspector beside a window, or shuts it where it stands there already. */
  toggleInspector(id: string): void
  showPanel(panel: Panel): void
  closePanel(): void
  say(toast: Omit<ShownToast, 'id'>): void
  dismissToast(id: number): void
  setAppearance(appearance: Appearance): void
  /** Opens what was open when the page was left; only for the first tab. */
  restore(): Promise<void>
  flush(): Promise<void>
  /** The unsaved and saved state of the apps that are open. */
  liveStates(): ReadonlyMap<string, JsonObject>
}

const defaultWindow = { width: 460, height: 620 }
/** The title bar and the line below the app while it streams. */
const chromeHeight = 40
const toastsShown = 3
/** Of those that stand until they are dismissed. */
const noticesShown = 8

export function createDesk(services: DeskServices): Desk {
  const { store, clock, chance } = services
  const windows = signal<WindowsModel>(emptyWindows)
  const sessions = signal<ReadonlyMap<string, Session>>(new Map())
  const apps = signal<readonly InstalledApp[]>([])
  const panel = signal<Panel | null>(null)
  const toasts = signal<readonly ShownToast[]>([])
  const appearance = signal<Appearance>('auto')
  const level = signal<Level>('standard')
  const promptText = signal('')
  const inspected = signal<string | null>(null)
  const changing = signal<ReadonlyMap<string, Changing>>(new Map())
  const platform = signal<PagePlatform | null>(null)
  const approvals = createApprovals()
  /** Windows that a person has moved or sized: they keep their size whatever the app asks for. */
  const touched = new Set<string>()
  let toastCount = 0
  let keepingWindows: (() => void) | null = null

  const nameOf = (session: Session) => appNameForPeople(session.app.peek()?.info.peek().name ?? null)

  const sessionServices: SessionServices = {
    store,
    generate: services.generate,
    selfTest: (document, signal) => kit!.runSelfTest(document, signal),
    approvals,
    level,
    audit: note => desk.audit(note),
    portsFor: request => kit!.createPorts({ ...services, platform: platform.peek()!, desk, audit: note => desk.audit(note) }, request),
    setGrants: (instance, hash, capabilities) => services.gateway.setGrants(instance, hash, capabilities),
    framePage: (instance, hash, capabilities, url) => services.gateway.framePage(instance, hash, capabilities, url),
    onInstalled(app) {
      apps.value = [app, ...apps.peek().filter(other => other.instance !== app.instance)]
      // At once: it is not a draft any more, and has to be there after a reload.
      void saveWindows()
    },
    onToast: (session, toast: Toast) => desk.say({ from: nameOf(session), text: wordsOfApp(toast.text), tone: toast.tone, undo: toast.undo ?? null }),
    nameOf,
    onFailure: (session, failure) => desk.say({ from: nameOf(session), text: cleanText(failure.message).text, tone: 'bad', undo: null }),
    onClose: session => desk.closeWindow(session.id),
    onCopied: (session, text) => desk.copied(session, text),
    onShare: session => desk.showPanel({ kind: 'share', id: session.id }),
    onSensitive: (session, capability, call) =>
      new Promise(resolve => {
        const remember = (terms: GrantTerms) => session.setGrant(capability, true, terms)
        desk.showPanel({ kind: 'sensitive', name: nameOf(session), capability, call, remember, answer: resolve })
      }),
    onFlow: async (session, flows, closing) => (await import('../flow/ask-flow.ts')).askFlow(desk, { name: nameOf(session), flows }, closing),
    onConfirm: (session, question) =>
      new Promise(resolve => {
        desk.showPanel({ kind: 'confirm', name: nameOf(session), question, answer: resolve })
      }),
    onDraft(draft) {
      const kept = 'remove' in draft ? store.removeDraft(draft.remove) : store.saveDraft(draft)
      kept.catch(() => {
        // A draft is a convenience: the window still has all of it, and the apps' own mark tells about the disk.
      })
    },
  }

  let kit: Awaited<ReturnType<DeskServices['sessionKit']>> | null = null
  let log: AuditLog | null = null
  const loadKit = async () => {
    // The platform first: whoever has the kit opens apps with it.
    await desk.openPlatform()
    ;[kit, log] = await Promise.all([services.sessionKit(), services.auditLog(), windowParts.load()])
    return kit
  }

  /** At once, but in the first moments of a visit, when what opens apps is still on its way. */
  function open(id: string, source: SessionSource, rect: InstalledApp['window'] = null): void {
    if (kit) openWith(kit, id, source, rect)
    else
      loadKit().then(
        loaded => openWith(loaded, id, source, rect),
        cause => {
          if (source.kind === 'prompt' && promptText.peek() === '') promptText.value = source.prompt
          desk.showPanel({ kind: 'failure', title: 'This part of Cyanotype could not be loaded', failure: toFailure(cause) })
        },
      )
  }

  /** Shows what came from elsewhere, or says in a dialog why it is not shown. */
  async function openFound(title: string, find: (loaded: NonNullable<typeof kit>) => Promise<OpenedLink | EditPlan | null>): Promise<void> {
    try {
      const found = await find(await loadKit())
      if (!found) return
      if (found.kind === 'fault') return desk.showPanel({ kind: 'failure', title, failure: found.failure })
      if (found.kind === 'edit') return desk.showPanel({ kind: 'edit', plan: found })
      const own = apps.peek().find(app => app.hash === found.hash)
      if (own) desk.openApp(own.instance)
      else desk.openDocument(found.document, found.origin)
    } catch (cause) {
      desk.showPanel({ kind: 'failure', title, failure: toFailure(cause) })
    }
  }

  function openWith(loaded: NonNullable<typeof kit>, id: string, source: SessionSource, rect: InstalledApp['window']): void {
    if (sessions.peek().has(id)) return
    const session = loaded.createSession(id, source, sessionServices)
    batch(() => {
      sessions.value = new Map(sessions.peek()).set(id, session)
      desk.arrange({ do: 'open', id, wish: defaultWindow, rect })
    })
    if (rect) touched.add(id)
    // The size that the app asks for arrives early in the stream.
    const off = effect(() => {
      const wished = session.app.value?.info.value.window
      if (!wished || (wished.width === null && wished.height === null)) return
      const wish = { width: wished.width ?? defaultWindow.width, height: (wished.height ?? defaultWindow.height) + chromeHeight }
      if (!touched.has(id)) queueMicrotask(() => desk.arrange({ do: 'wish', id, wish }))
    })
    ends.set(id, off)
  }
  /** The document of the app that is likely to be opened next. */
  let ahead: { readonly hash: string; readonly document: Promise<JsonObject | null> } | null = null
  const ends = new Map<string, () => void>()
  const leaving = new Map<string, Promise<void>>()

  /** Where the windows stand is kept, for the next visit. */
  function keepWindows(): void {
    keepingWindows ??= clock.after(400, () => void saveWindows())
  }
  async function saveWindows(): Promise<void> {
    keepingWindows?.()
    keepingWindows = null
    const stored: StoredWindows = windows
      .peek()
      .windows.filter(({ id }) => sessions.peek().get(id)?.installed.peek())
      .map(({ id, ...place }) => ({ instance: id, place }))
    await store.saveSetting('windows', windowsToJson(stored)).catch(() => {
      // Only the places are lost; every app is still on the desktop.
    })
  }

  function openChange(id: string, how: Changing): void {
    changing.value = new Map(changing.peek()).set(id, how)
    changeParts.load().catch(cause => {
      desk.showPanel({ kind: 'failure', title: 'This part of Cyanotype could not be loaded', failure: toFailure(cause) })
    })
  }

  /** With what changes apps, once that is there. */
  const withEdits = (run: (kit: typeof import('./change-app.ts')) => Promise<void>): Promise<void> =>
    import('./change-app.ts').then(run, cause => desk.showPanel({ kind: 'failure', title: 'The app was not changed', failure: toFailure(cause) }))

  const desk: Desk = {
    services,
    windows,
    sessions,
    apps,
    approvals,
    panel,
    toasts,
    appearance,
    level,
    promptText,
    inspected,
    changing,
    platform,
    arrange(action) {
      if (action.do === 'place' || action.do === 'resize-by' || action.do === 'snap') touched.add(action.id)
      windows.value = reduceWindows(windows.peek(), action)
      if (action.do !== 'room') keepWindows()
    },
    writePrompt(text) {
      promptText.value = text
    },
    ask(prompt, how = {}) {
      promptText.value = ''
      open(chance.id(), { kind: 'prompt', prompt, ...how })
    },
    async branchApp(instance, hash) {
      const app = apps.peek().find(other => other.instance === instance)
      const version = app?.versions.find(other => other.hash === hash)
      const document = version && (await store.document(hash))
      if (!app || !version || !document) throw new PageFailure('damaged', 'That version is not on this device any more.')
      open(chance.id(), { kind: 'document', document, origin: app.origin, lineage: { ...version.lineage, parent: hash } })
    },
    openApp(instance) {
      if (sessions.peek().has(instance)) return desk.arrange({ do: 'focus', id: instance })
      const app = apps.peek().find(other => other.instance === instance)
      if (!app) return
      const document = ahead?.hash === app.hash ? ahead.document : undefined
      ahead = null
      open(instance, { kind: 'installed', app, document }, app.window)
    },
    prepareApp(instance) {
      const app = apps.peek().find(other => other.instance === instance)
      if (!app || sessions.peek().has(instance)) return
      appParts.load().catch(() => undefined)
      // Where it cannot be read, opening it reads it again, and says why.
      if (ahead?.hash !== app.hash) ahead = { hash: app.hash, document: store.document(app.hash).catch(() => null) }
    },
    openDocument(document, origin) {
      const id = chance.id()
      open(id, { kind: 'document', document, origin })
      return id
    },
    openLink: fragment => openFound('This link was not opened', ({ openLinked }) => openLinked(fragment, store, services.shipped)),
    openFile: () =>
      openFound('This file was not opened', async ({ isEdit, LIMITS, openFromFile, planEdit }) => {
        const file = await openFile(['.json', 'application/json'])
        if (!file) return null
        if (file.size > LIMITS.linkBytes) throw new PageFailure('too-large', `“${file.name}” is larger than an app can be (2 MB).`)
        const text = await file.text()
        if (!isEdit(text)) return openFromFile(file.name, text)
        return planEdit(text, apps.peek(), store, instance => sessions.peek().get(instance)?.unsaved() ?? null)
      }),
    applyEdit: (instance, edit) => withEdits(({ changeApp }) => changeApp(desk, instance, edit)),
    undoChange: id => void withEdits(({ undoChange }) => undoChange(desk, id)),
    closeWindow(id) {
      const session = sessions.peek().get(id)
      const place = windows.peek().windows.find(window => window.id === id)
      if (session && place && touched.has(id) && place.snapped === null) session.amend(app => ({ ...app, window: place.rect }))
      ends.get(id)?.()
      ends.delete(id)
      touched.delete(id)
      batch(() => {
        const rest = new Map(sessions.peek())
        rest.delete(id)
        sessions.value = rest
        desk.arrange({ do: 'close', id })
        if (inspected.peek() === id) inspected.value = null
        const shown = panel.peek()
        if (shown && 'id' in shown && shown.id === id) panel.value = null
      })
      if (!session) return
      const closing = session.close().finally(() => {
        if (leaving.get(id) === closing) leaving.delete(id)
      })
      leaving.set(id, closing)
    },
    nameOf,
    async openPlatform() {
      const { openPlatform } = await services.sessionKit()
      platform.value ??= openPlatform({ ...services, language: services.locale.language, apps, level, say: desk.say, onOpen: desk.openApp })
      return platform.value
    },
    copied(session, text) {
      desk.say({ from: nameOf(session), text: `Copied ${copiedWords(text, 80)}`, tone: 'info', undo: null })
      // A list for convenience: the text is on the clipboard all the same.
      void platform
        .peek()
        ?.copied.add(text, nameOf(session))
        .catch(() => undefined)
    },
    closed: id => leaving.get(id) ?? Promise.resolve(),
    async removeApp(instance) {
      const session = sessions.peek().get(instance)
      desk.closeWindow(instance)
      await session?.close()
      await store.removeApp(instance)
      apps.value = apps.peek().filter(app => app.instance !== instance)
    },
    async setGrant(instance, capability, granted, terms) {
      const session = sessions.peek().get(instance)
      if (session) return session.setGrant(capability, granted, terms)
      const at = clock.now()
      const name = apps.peek().find(app => app.instance === instance)?.name ?? ''
      desk.audit({ at, app: instance, name, kind: granted ? 'grant' : 'taken-back', what: '', capability, code: null, detail: null })
      await desk.amendApp(instance, app => {
        const before = grantFor(app, capability)
        if (!before) return app
        return { ...app, grants: withGrant(app.grants, withTerms({ ...before, granted, at }, terms)) }
      })
    },
    async amendApp(instance, change) {
      const session = sessions.peek().get(instance)
      if (session?.installed.peek()) return session.amend(change)
      const app = apps.peek().find(other => other.instance === instance)
      if (!app) return
      const next = change(app)
      apps.value = apps.peek().map(other => (other.instance === instance ? next : other))
      await store.changeApp(instance, change).catch(() => {
        desk.say({ from: null, text: 'The browser did not keep this change; it holds until the page is closed.', tone: 'warn', undo: null })
      })
    },
    setLevel(next) {
      level.value = next
      desk.audit({ at: clock.now(), app: '', name: '', kind: 'level', what: '', capability: null, code: null, detail: next })
      store.saveSetting('level', next).catch(() => {
        desk.say({ from: null, text: 'The browser did not keep this choice for next time.', tone: 'warn', undo: null })
      })
    },
    audit: note => log?.note(note),
    toggleChange(id) {
      if (changing.peek().has(id)) changing.value = new Map([...changing.peek()].filter(([other]) => other !== id))
      else openChange(id, { mend: false })
    },
    mendApp: id => openChange(id, { mend: true }),
    toggleInspector(id) {
      inspected.value = inspected.peek() === id ? null : id
      if (inspected.peek() === null) return
      inspectorParts.load().catch(() => {
        inspected.value = null
        desk.say({ from: null, text: 'The inspector could not be loaded. Reload the page; nothing is lost.', tone: 'bad', undo: null })
      })
    },
    showPanel(next) {
      const before = panel.peek()
      const parts = next.kind === 'files' ? Promise.all([panelParts.load(), fileParts.load()]) : panelParts.load()
      parts.catch(() => desk.say({ from: null, text: 'This could not be loaded. Reload the page; nothing is lost.', tone: 'bad', undo: null }))
      panel.value = next
      if (before && 'answer' in before) before.answer(false)
    },
    closePanel() {
      const shown = panel.peek()
      panel.value = null
      if (shown && 'answer' in shown) shown.answer(false)
    },
    say(toast) {
      const tag = toast.stays?.tag ?? null
      const next = [...toasts.peek().filter(other => tag === null || other.stays?.tag !== tag), { ...toast, id: ++toastCount }]
      const last = (stays: boolean, most: number) => next.filter(other => (other.stays !== undefined) === stays).slice(-most)
      const shown = new Set([...last(true, noticesShown), ...last(false, toastsShown)])
      toasts.value = next.filter(other => shown.has(other))
    },
    dismissToast(id) {
      toasts.value = toasts.peek().filter(toast => toast.id !== id)
    },
    setAppearance(next) {
      appearance.value = next
      store.saveSetting('appearance', next).catch(() => {
        desk.say({ from: null, text: 'The browser did not keep this choice for next time.', tone: 'warn', undo: null })
      })
    },
    async restore() {
      apps.value = [...(await store.apps())].sort((a, b) => b.openedAt - a.openedAt)
      const look = await store.setting('appearance')
      if (look === 'light' || look === 'dark') appearance.value = look
      const trust = await store.setting('level')
      if (isLevel(trust)) level.value = trust
      const first = await services.isFirstTab()
      await loadKit()
      clock.after(500, () => void appParts.load().catch(() => undefined))
      platform.peek()?.begin()
      if (!first) return
      const stored = windowsFromJson(await store.setting('windows'))
      for (const { instance, place } of stored) {
        const app = apps.peek().find(other => other.instance === instance)
        if (!app || sessions.peek().has(instance)) continue
        open(instance, { kind: 'installed', app }, place.rect)
        if (place.snapped) desk.arrange({ do: 'snap', id: instance, place: place.snapped })
        if (place.minimised) desk.arrange({ do: 'minimise', id: instance })
      }
      for (const draft of await store.drafts()) if (!sessions.peek().has(draft.id)) open(draft.id, { kind: 'draft', draft })
    },
    async flush() {
      const places = keepingWindows === null ? null : saveWindows()
      await Promise.all([places, log?.flush(), ...[...sessions.peek().values()].map(session => session.flush())])
    },
    liveStates() {
      const states = new Map<string, JsonObject>()
      for (const [id, session] of sessions.peek()) {
        const state = session.unsaved()
        if (state) states.set(id, state)
      }
      return states
    },
  }

  // What another tab did to an app counts here too, a grant that was taken back most of all.
  services.onAppChanged(instance => {
    void (async () => {
      const app = await store.app(instance).catch(() => undefined)
      if (app === undefined) return
      const others = apps.peek().filter(other => other.instance !== instance)
      if (app) {
        apps.value = [app, ...others].sort((a, b) => b.openedAt - a.openedAt)
        sessions.peek().get(instance)?.learn(app)
      } else {
        apps.value = others
        desk.closeWindow(instance)
      }
    })()
  })

  // Apps rest while their window cannot be seen, and know whether they have the focus.
  effect(() => {
    const model = windows.value
    const focused = focusedWindow(model)
    for (const { id, minimised } of model.windows) {
      const app = sessions.value.get(id)?.app.value
      app?.setVisible(!minimised)
      app?.setFocused(id === focused)
    }
  })
  return desk
}
