import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { App, Toast } from '../../engine/contracts.ts'
import { createApp } from '../../engine/index.ts'
import type { AppPorts } from '../../engine/ports.ts'
import { hashBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { Failure, Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Approvals } from '../approval/approvals.ts'
import type { Generate } from '../services/generate.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import type { AppStore } from '../storage/app-store.ts'
import { type Draft, type Grant, grantFor, type InstalledApp, isForeign, type Origin, withGrant } from '../storage/installed-app.ts'
import { toStorageFailure } from '../storage/record-store.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import { createLiveApp } from './live-app.ts'
import { newInstalledApp } from './new-installed-app.ts'
import { createOwnChecks, type OwnChecks, type OwnChecksOptions } from './own-checks.ts'
import { createReply } from './reply.ts'
import { beginSession, reduceSession, runsAtOnce, type SessionEvent, type SessionState, toAsk } from './session-state.ts'

export type ConfirmQuestion = Parameters<Parameters<App['setConfirm']>[0]>[0]

/** What the ports of one app need to know of its session; each is looked up when it is needed. */
export interface PortsRequest {
  readonly instance: string
  readonly hash: () => string | null
  readonly appName: () => string
  readonly isGranted: (capability: string) => boolean
  readonly approve: (capability: string, tool: string, args: JsonObject) => Promise<boolean>
  readonly onFailure: (failure: Failure) => void
  readonly onCopied: (text: string) => void
}

/** What a session needs of the desktop. */
export interface SessionServices {
  readonly store: AppStore
  readonly generate: Generate
  /** Runs the tests of a document that passed the check. */
  readonly selfTest: OwnChecksOptions['selfTest']
  readonly approvals: Approvals
  readonly portsFor: (request: PortsRequest) => AppPorts
  /** Tells the gateway what this instance may reach; an empty list takes it back. */
  readonly setGrants: (instance: string, hash: string, capabilities: readonly string[]) => Promise<void>
  readonly onInstalled: (app: InstalledApp) => void
  readonly onDraft: (draft: Draft | { readonly remove: string }) => void
  readonly onToast: (session: Session, toast: Toast) => void
  readonly onConfirm: (session: Session, question: ConfirmQuestion) => Promise<boolean>
  readonly onSensitive: (session: Session, capability: string) => Promise<boolean>
  readonly onFailure: (session: Session, failure: Failure) => void
  readonly onCopied: (session: Session, text: string) => void
  /** The app asked for its own window to be closed. */
  readonly onClose: (session: Session) => void
  readonly nameOf: (session: Session) => string
}

export type SessionSource =
  | { readonly kind: 'prompt'; readonly prompt: string }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'document'; readonly document: JsonObject; readonly origin: Exclude<Origin, 'made-here'> }
  | { readonly kind: 'installed'; readonly app: InstalledApp }

/** One open app, from the first letter of its document to the close of its window. */
export interface Session {
  /** Also its window's, and its instance's once it is installed. */
  readonly id: string
  readonly state: ReadonlySignal<SessionState>
  /** What is drawn; another one whenever the document is drawn anew. */
  readonly app: ReadonlySignal<App | null>
  /** Null until the app is on this desktop. */
  readonly installed: ReadonlySignal<InstalledApp | null>
  /** Null while nothing of it is to be saved here. */
  readonly saving: ReadonlySignal<SaveStatus | null>
  /** Null but for an app that was made in this window and came with tests. */
  readonly checks: ReadonlySignal<OwnChecks | null>
  /** Ends the reply and keeps what is there. */
  stop(): void
  /** Asks the model to go on from what there is. */
  goOn(): void
  startAgain(): void
  /** Shows the sheet again. */
  review(): void
  /** Runs it with none of what it asks for. */
  runWithout(): void
  setGrant(capability: string, granted: boolean): void
  takeOver(): void
  /** Runs a stopped app anew, from its saved state. */
  restart(): void
  /** Changes what is known of the installed app (where its window stands). */
  amend(change: (app: InstalledApp) => InstalledApp): void
  /** What another tab wrote about the installed app. */
  learn(app: InstalledApp): void
  flush(): Promise<void>
  unsaved(): JsonObject | null
  close(): Promise<void>
}

export function createSession(id: string, source: SessionSource, services: SessionServices): Session {
  const { store, approvals } = services
  const origin: Origin = source.kind === 'document' ? source.origin : source.kind === 'installed' ? source.app.origin : 'made-here'
  const trusted = !isForeign(origin)
  const now = () => Date.now()
  const state = signal<SessionState>(beginSession(origin, now(), source.kind === 'prompt' ? source.prompt : null))
  const app = signal<App | null>(null)
  const installed = signal<InstalledApp | null>(source.kind === 'installed' ? source.app : null)
  const saving = signal<SaveStatus | null>(null)
  const closing = new AbortController()
  const ownChecks = createOwnChecks({ selfTest: services.selfTest, installed, keep: record => keep(record), closing: closing.signal })
  const undo: (() => void)[] = []
  let granted: ReadonlySet<string> = new Set()

  const dispatch = (event: SessionEvent) => {
    state.value = reduceSession(state.peek(), event)
  }
  const failed = (cause: unknown) => {
    if (!closing.signal.aborted) dispatch({ type: 'failed', failure: toFailure(cause), at: now() })
  }

  /** Quiet ones come with the app, the others need their yes; what the document does not reach is never granted (B67). */
  const isGranted = (capability: string): boolean => {
    const { phase, reach, readOnly } = state.peek()
    const reached = reach.find(other => other.capability === capability)
    if (phase !== 'running' || readOnly || !reached || (reached.grade === 'ask' && !granted.has(capability))) return false
    noteUse(capability)
    return true
  }

  const ports = services.portsFor({
    instance: id,
    hash: () => state.peek().hash,
    appName: () => services.nameOf(session),
    isGranted,
    approve: capability => services.onSensitive(session, capability),
    onFailure: failure => services.onFailure(session, failure),
    onCopied: text => services.onCopied(session, text),
  })

  function show(next: App): App {
    dropApp()
    app.value = next
    next.setConfirm(question => services.onConfirm(session, question))
    undo.push(
      next.onToast(toast => services.onToast(session, toast)),
      next.onClose(() => services.onClose(session)),
      effect(() => {
        const failure = next.failure.value
        if (next.phase.value === 'stopped' && failure) dispatch({ type: 'faulted', failure })
      }),
    )
    return next
  }
  function dropApp(): void {
    for (const run of undo.splice(0)) run()
    app.peek()?.dispose()
    app.value = null
  }

  const reply = createReply({
    draftId: id,
    generate: services.generate,
    state: () => state.peek(),
    dispatch,
    onStream: stream => void show(createApp({ stream, ports })),
    onComplete: judge,
    onDraft: services.onDraft,
  })

  const live = createLiveApp({
    instance: id,
    store,
    clock: ports.clock,
    saving,
    redraw() {
      const document = app.peek()?.document.peek()
      return document ? show(createApp({ document, ports })) : null
    },
    async onRunning(readOnly) {
      dispatch({ type: 'running', readOnly })
      const record = installed.peek()
      if (readOnly || !record) return
      await tellGateway(record.hash)
    },
    onLost: count =>
      services.onFailure(session, {
        code: 'damaged',
        message: `${count === 1 ? 'One change' : `${count} changes`} could not be read back from this device. The rest is here; what was damaged is set aside, not deleted.`,
      }),
  })

  // The verdict

  async function judge(told: readonly Issue[]): Promise<void> {
    const drawn = app.peek()
    const document = drawn?.document.peek()
    if (document) return accept(document)
    const own = drawn?.issues.peek() ?? []
    const issues = (own.length > 0 ? own : told).filter(({ severity }) => severity === 'error')
    dispatch({ type: 'invalid', issues, at: now() })
  }

  async function accept(document: JsonObject): Promise<void> {
    const { reach } = loadBlueprint(document, { trusted })
    const hash = await hashBlueprint(document)
    if (closing.signal.aborted) return
    const before = installed.peek()
    const decided = (capability: string) => before !== null && grantFor(before, capability) !== undefined
    const asked = { reach: reach.capabilities, origin }
    // A linked app is installed only by an answer to its sheet: being installed is having been answered.
    const answered = before !== null && toAsk(asked).every(({ capability }) => decided(capability))
    const waits = !answered && !runsAtOnce(asked, decided)
    dispatch({ type: 'checked', hash, reach: reach.capabilities, waits, at: now() })
    if (trusted && before === null) await install(document, hash)
    if (source.kind === 'prompt' || source.kind === 'draft') {
      reply.settle()
      void ownChecks.run(document, hash)
    }
    await (waits ? review(false) : run())
  }

  /** Memory has it in any case; a device that refuses shows as NOT SAVED. */
  const notKept = (cause: unknown) => {
    saving.value = { kind: 'not-saved', failure: toStorageFailure(cause) }
  }
  async function install(document: JsonObject, hash: string): Promise<void> {
    await store.saveDocument(hash, document).catch(notKept)
    await keep(newInstalledApp(id, hash, app.peek()?.info.peek() ?? null, state.peek(), now()))
  }
  function hold(record: InstalledApp): void {
    installed.value = record
    granted = new Set(record.grants.filter(grant => grant.granted).map(grant => grant.capability))
  }
  async function keep(record: InstalledApp): Promise<void> {
    hold(record)
    services.onInstalled(record)
    await store.saveApp(record).catch(notKept)
  }

  // Permission

  async function review(insisted: boolean): Promise<void> {
    const shown = state.peek()
    const info = app.peek()?.info.peek()
    if (shown.hash === null || !info) return
    const before = installed.peek()?.grants ?? []
    const answer = await approvals.ask(
      {
        name: info.name ?? '',
        icon: info.icon,
        about: info.about,
        hash: shown.hash,
        origin,
        from: fromWords(shown),
        reach: shown.reach,
        granted: before.length > 0 ? new Set(before.filter(grant => grant.granted).map(grant => grant.capability)) : null,
      },
      { insisted, signal: closing.signal },
    )
    // What was approved is the hash that the sheet showed (S8).
    if (closing.signal.aborted || state.peek().hash !== shown.hash) return
    if (answer === null) dispatch({ type: 'declined' })
    else await decide(answer)
  }

  async function decide(allowed: ReadonlySet<string>): Promise<void> {
    const document = app.peek()?.document.peek()
    const { hash } = state.peek()
    if (!document || hash === null) return
    if (installed.peek() === null) await install(document, hash)
    const record = installed.peek()!
    const grants = toAsk(state.peek()).reduce<readonly Grant[]>((list, { capability, grade }) => {
      const lastUsedAt = grantFor(record, capability)?.lastUsedAt ?? null
      return withGrant(list, { capability, grade, granted: allowed.has(capability), at: now(), lastUsedAt })
    }, record.grants)
    await keep({ ...record, grants })
    await run()
  }

  let noting: ReturnType<typeof setTimeout> | null = null
  const used = new Map<string, number>()
  /** When a grant was last used is written down in a while, together. */
  function noteUse(capability: string): void {
    if (!granted.has(capability)) return
    used.set(capability, now())
    noting ??= setTimeout(() => {
      noting = null
      const record = installed.peek()
      if (!record) return
      const grants = record.grants.map(grant => ({ ...grant, lastUsedAt: used.get(grant.capability) ?? grant.lastUsedAt }))
      void keep({ ...record, grants })
    }, 2000)
  }

  /** The page's own check holds by itself: a gateway that is away refuses at the call, which says why. */
  const tellGateway = (hash: string, capabilities: readonly string[] = [...granted]) => services.setGrants(id, hash, capabilities).catch(() => undefined)

  // Running

  async function run(): Promise<void> {
    const record = installed.peek()
    const drawn = app.peek()
    if (!record || !drawn) return
    await keep({ ...record, openedAt: now() })
    await live.run(drawn)
  }

  async function open(): Promise<void> {
    if (source.kind === 'prompt') return reply.ask(source.prompt)
    if (source.kind === 'draft') {
      const { draft } = source
      state.value = { ...beginSession(origin, draft.at, draft.prompt), label: draft.label }
      reply.load(draft.text)
      dispatch({ type: 'stopped', at: draft.at, interrupted: true })
      return
    }
    const given = source.kind === 'document' ? source.document : await store.document(source.app.hash)
    if (given === null)
      throw new PageFailure('damaged', 'What is stored of this app is not what it was saved as, so it is not run. Its data is kept, and Export has it.')
    const { document, issues } = loadBlueprint(given, { trusted })
    const problems = issues.filter(({ severity }) => severity === 'error')
    if (document === null || problems.length > 0) {
      dispatch({ type: 'invalid', issues: problems, at: now() })
      return
    }
    show(createApp({ document, ports }))
    await accept(document)
  }

  const session: Session = {
    id,
    state,
    app,
    installed,
    saving,
    checks: ownChecks.checks,
    stop() {
      dispatch({ type: 'stopped', at: now() })
      reply.stop()
    },
    goOn: () => void reply.goOn(state.peek().prompt ?? '').catch(failed),
    startAgain: () => void reply.ask(state.peek().prompt ?? '').catch(failed),
    review: () => void review(true).catch(failed),
    runWithout: () => void decide(new Set()).catch(failed),
    setGrant(capability, on) {
      const record = installed.peek()
      if (!record) return
      const before = grantFor(record, capability)
      const grade = state.peek().reach.find(other => other.capability === capability)?.grade ?? before?.grade
      if (!grade) return
      const grants = withGrant(record.grants, { capability, grade, granted: on, at: now(), lastUsedAt: before?.lastUsedAt ?? null })
      void keep({ ...record, grants })
      void tellGateway(record.hash)
    },
    takeOver: () => void live.takeOver().catch(failed),
    restart: () => void live.restart().catch(failed),
    amend(change) {
      const record = installed.peek()
      if (record) void keep(change(record))
    },
    learn(record) {
      if (installed.peek() !== null) hold(record)
    },
    flush() {
      reply.flush()
      return live.flush()
    },
    unsaved: () => live.state(),
    async close() {
      closing.abort()
      if (noting) clearTimeout(noting)
      const unfinished = installed.peek() === null
      if (unfinished) {
        reply.stop()
        reply.settle()
      }
      await live.close()
      dropApp()
      const record = installed.peek()
      // A tab that only looked on leaves the grants of the one that runs it alone.
      if (record && !state.peek().readOnly) await tellGateway(record.hash, [])
    },
  }
  // A prompt's window is on the screen before the work for it begins.
  const start = () => {
    if (!closing.signal.aborted) open().catch(failed)
  }
  if (source.kind === 'prompt') ports.clock.after(0, start)
  else start()
  return session
}

function fromWords({ origin, label }: SessionState): string {
  if (origin === 'link') return 'From a link. It has never run on this desktop.'
  if (origin === 'file') return 'From a file. It has never run on this desktop.'
  if (origin === 'shipped') return 'Comes with Cyanotype'
  return label ? `Made here · ${label}` : 'Made here'
}
