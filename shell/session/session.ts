import { effect, signal } from '@preact/signals-core'
import type { App } from '../../engine/contracts.ts'
import { type BlueprintStream, createApp } from '../../engine/index.ts'
import { hashBlueprint, loadToRun } from '../../schema/index.ts'
import type { Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import { type Grant, grantFor, type InstalledApp, isForeign, type Origin, withGrant } from '../storage/installed-app.ts'
import { toStorageFailure } from '../storage/record-store.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import { explainRefusal } from './explain-refusal.ts'
import { createFramePages } from './frame-pages.ts'
import { createLiveApp } from './live-app.ts'
import { newInstalledApp } from './new-installed-app.ts'
import { createOwnChecks } from './own-checks.ts'
import { createReply } from './reply.ts'
import type { Session, SessionServices, SessionSource } from './session-contract.ts'
import { beginSession, isLive, type Reached, reduceSession, runsAtOnce, type SessionEvent, type SessionState, toAsk } from './session-state.ts'
import { createVersions } from './versions.ts'

export type { ConfirmQuestion, PortsRequest, Session, SessionServices, SessionSource } from './session-contract.ts'

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
    const reached = state.peek().reach.find(other => other.capability === capability)
    if (!isLive(state.peek()) || !reached || (reached.grade === 'ask' && !granted.has(capability))) return false
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
    onReady: goLiveBeforeTests,
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

  /** What stands before the tests runs at once where nobody has to be asked; it is installed, and saved from then on, once all of it is there. */
  function goLiveBeforeTests({ verdict }: BlueprintStream): void {
    const drawn = app.peek()
    const document = drawn?.document.peek()
    if (!document || installed.peek() !== null) return
    const { capabilities } = (verdict ?? loadToRun(document, { trusted })).reach
    if (!runsAtOnce({ reach: capabilities, origin }, () => false)) return
    dispatch({ type: 'ready', reach: capabilities })
    drawn?.start()
  }

  async function judge(told: readonly Issue[], { text, verdict }: BlueprintStream): Promise<void> {
    const drawn = app.peek()
    const document = drawn?.document.peek()
    if (document) return accept(document, verdict ?? undefined)
    const own = drawn?.issues.peek() ?? []
    const errors = (own.length > 0 ? own : told).filter(({ severity }) => severity === 'error')
    const issues = await explainRefusal(text, trusted, errors)
    if (!closing.signal.aborted) dispatch({ type: 'invalid', issues, at: now() })
  }

  async function accept(document: JsonObject, { reach } = loadToRun(document, { trusted })): Promise<void> {
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

  /** What the sheet asks for: after a change only what it gained. */
  let asking: readonly Reached[] = []
  async function review(insisted: boolean): Promise<void> {
    const shown = state.peek()
    const info = app.peek()?.info.peek()
    if (shown.hash === null || !info) return
    const record = installed.peek()
    const before = record?.grants ?? []
    const gained =
      insisted || (record?.versions.length ?? 0) < 2 ? [] : toAsk(shown).filter(({ capability }) => !before.some(grant => grant.capability === capability))
    asking = gained.length > 0 ? gained : toAsk(shown)
    const answer = await approvals.ask(
      {
        name: info.name ?? '',
        icon: info.icon,
        about: info.about,
        hash: shown.hash,
        origin,
        checks: origin === 'made-here' ? ownChecks.checks : null,
        from: gained.length > 0 ? 'It was changed here, and asks for more than it was allowed.' : fromWords(shown),
        reach: gained.length > 0 ? gained : shown.reach,
        granted: before.length > 0 && gained.length === 0 ? new Set(before.filter(grant => grant.granted).map(grant => grant.capability)) : null,
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
    const grants = asking.reduce<readonly Grant[]>((list, { capability, grade }) => {
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

  async function open(source: SessionSource): Promise<void> {
    if (source.kind === 'prompt') return reply.ask(source.prompt)
    if (source.kind === 'draft') {
      const { draft } = source
      state.value = { ...beginSession(origin, draft.at, draft.prompt), label: draft.label }
      reply.load(draft.text)
      dispatch({ type: 'stopped', at: draft.at, interrupted: true })
      return
    }
    const given = source.kind === 'document' ? source.document : ((await source.document) ?? (await store.document(source.app.hash)))
    if (given === null)
      throw new PageFailure('damaged', 'What is stored of this app is not what it was saved as, so it is not run. Its data is kept, and Export has it.')
    const loaded = loadToRun(given, { trusted })
    const { document } = loaded
    const problems = loaded.issues.filter(({ severity }) => severity === 'error')
    if (document === null || problems.length > 0) {
      const explained = await explainRefusal(given, trusted, problems)
      if (!closing.signal.aborted) dispatch({ type: 'invalid', issues: explained, at: now() })
      return
    }
    show(createApp({ document, ports }))
    await accept(document, loaded)
  }

  const versions = createVersions({
    store,
    live,
    chance: ports.chance,
    installed,
    app,
    now,
    async open(document, record) {
      await keep(record)
      show(createApp({ document, ports }))
      await accept(document)
    },
  })

  const frames = createFramePages({
    isGranted,
    framePage: url => services.framePage(id, state.peek().hash ?? '', [...granted], url),
  })

  const session: Session = {
    id,
    state,
    app,
    installed,
    saving,
    versions,
    checks: ownChecks.checks,
    frames,
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
      const before = installed.peek()
      if (before === null) return
      hold(record)
      if (record.hash !== before.hash && state.peek().readOnly) void open({ kind: 'installed', app: record }).catch(failed)
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
    if (!closing.signal.aborted) open(source).catch(failed)
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
