import { effect, signal } from '@preact/signals-core'
import type { App } from '../../engine/contracts.ts'
import { type BlueprintStream, createApp } from '../../engine/index.ts'
import { hashBlueprint, type LoadedBlueprint, loadToRun } from '../../schema/index.ts'
import type { Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Level } from '../permissions/level-names.ts'
import { needsSystem } from '../permissions/system-apps.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import { type InstalledApp, isForeign, type Origin, withoutClosed } from '../storage/installed-app.ts'
import { toStorageFailure } from '../storage/record-store.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import { explainRefusal } from './explain-refusal.ts'
import { createFramePages } from './frame-pages.ts'
import { createLiveApp } from './live-app.ts'
import { newInstalledApp } from './new-installed-app.ts'
import { createOwnChecks } from './own-checks.ts'
import { type Answer, createPermission } from './permission.ts'
import { createReply } from './reply.ts'
import type { Session, SessionServices, SessionSource } from './session-contract.ts'
import { beginSession, type Reached, reduceSession, type SessionEvent, type SessionState } from './session-state.ts'
import { runsAtOnce, toAsk } from './to-ask.ts'
import { createVersions } from './versions.ts'

export type { ConfirmQuestion, PortsRequest, SensitiveAnswer, Session, SessionServices, SessionSource } from './session-contract.ts'

const standardLevel = signal<Level>('standard')

export function createSession(id: string, source: SessionSource, services: SessionServices): Session {
  const { store, approvals } = services
  const origin: Origin = source.kind === 'document' ? source.origin : source.kind === 'installed' ? source.app.origin : 'made-here'
  const trusted = !isForeign(origin)
  const now = () => Date.now()
  const state = signal<SessionState>(beginSession(origin, now(), source.kind === 'prompt' ? source.prompt : null))
  const app = signal<App | null>(null)
  const installed = signal<InstalledApp | null>(source.kind === 'installed' ? withoutClosed(source.app) : null)
  const saving = signal<SaveStatus | null>(null)
  const forSystem = signal<readonly Reached[]>([])
  const closing = new AbortController()
  const ownChecks = createOwnChecks({ selfTest: services.selfTest, installed, keep: record => keep(record), closing: closing.signal })
  const undo: (() => void)[] = []

  const dispatch = (event: SessionEvent) => {
    state.value = reduceSession(state.peek(), event)
  }
  const failed = (cause: unknown) => {
    if (!closing.signal.aborted) dispatch({ type: 'failed', failure: toFailure(cause), at: now() })
  }

  const ports = services.portsFor({
    instance: id,
    hash: () => state.peek().hash,
    appName: () => services.nameOf(session),
    isGranted: (capability, reads) => permission.isGranted(capability, reads),
    choiceFor: capability => permission.choiceFor(capability),
    signalFor: capability => permission.signalFor(capability),
    approve: async (capability, tool, args) => permission.remembered(capability) ?? (await services.onSensitive(session, capability, { tool, args })),
    allowFlows: flows => permission.allowFlows(flows, fresh => services.onFlow?.(session, fresh, closing.signal) ?? Promise.resolve(false)),
    onFailure: failure => services.onFailure(session, failure),
    onCopied: text => services.onCopied(session, text),
    document: () => app.peek()?.document.peek() ?? null,
    onShare: () => services.onShare(session),
  })

  const permission = createPermission({
    instance: id,
    name: () => services.nameOf(session),
    approvals,
    state: () => state.peek(),
    installed,
    change: by => void change(by),
    level: services.level ?? standardLevel,
    clock: ports.clock,
    audit: note => services.audit?.(note),
    onChanged() {
      const record = installed.peek()
      if (record && state.peek().phase === 'running' && !state.peek().readOnly) void tellGateway(record.hash)
    },
    closing: closing.signal,
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
    provider: source.kind === 'prompt' ? source.provider : undefined,
    pictures: source.kind === 'prompt' ? source.pictures : undefined,
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

  /** What of its reach can be granted at all: what looks at the desktop itself only to a system app. */
  function within(reached: readonly Reached[]): readonly Reached[] {
    forSystem.value = reached.filter(({ capability }) => needsSystem(capability))
    return installed.peek()?.system === true ? reached : reached.filter(({ capability }) => !needsSystem(capability))
  }

  /** What stands before the tests runs at once where nobody has to be asked; it is installed, and saved from then on, once all of it is there. */
  function goLiveBeforeTests({ verdict }: BlueprintStream): void {
    const drawn = app.peek()
    const document = drawn?.document.peek()
    if (!document || installed.peek() !== null) return
    const capabilities = within((verdict ?? loadToRun(document, { trusted })).reach.capabilities)
    if (!runsAtOnce({ reach: capabilities, origin, level: permission.level() }, () => false)) return
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

  async function accept(document: JsonObject, loaded: Pick<LoadedBlueprint, 'reach'> = loadToRun(document, { trusted })): Promise<void> {
    const hash = await hashBlueprint(document)
    if (closing.signal.aborted) return
    const before = installed.peek()
    const { decided } = permission
    const capabilities = within(loaded.reach.capabilities)
    forSystem.value = loaded.reach.capabilities.filter(({ capability }) => needsSystem(capability))
    const asked = { reach: capabilities, origin, level: permission.level() }
    // A linked app is installed only by an answer to its sheet: being installed is having been answered.
    const answered = before !== null && toAsk(asked).every(({ capability }) => decided(capability))
    const waits = !answered && !runsAtOnce(asked, decided)
    dispatch({ type: 'checked', hash, reach: capabilities, waits, at: now() })
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
    await keep(newInstalledApp(id, hash, app.peek()?.info.peek() ?? null, state.peek(), now(), source.kind === 'document' ? source.lineage : undefined))
  }
  function hold(record: InstalledApp): void {
    installed.value = record
    services.onInstalled(record)
  }
  async function keep(record: InstalledApp): Promise<void> {
    hold(record)
    await store.saveApp(record).catch(notKept)
  }
  /** Changes the record here at once, and what is kept as it stands by then: another tab may have taken a yes back meanwhile, which counts. */
  async function change(by: (record: InstalledApp) => InstalledApp): Promise<void> {
    const record = installed.peek()
    if (!record) return
    const next = by(record)
    hold(next)
    try {
      const stored = await store.changeApp(id, by)
      if (stored === null) await store.saveApp(next)
      else if (installed.peek() === next && JSON.stringify(stored) !== JSON.stringify(next)) hold(stored)
    } catch (cause) {
      notKept(cause)
    }
  }

  // Permission

  async function review(insisted: boolean): Promise<void> {
    const shown = state.peek()
    const info = app.peek()?.info.peek()
    if (shown.hash === null || !info) return
    const answer = await permission.ask(
      {
        name: info.name,
        icon: info.icon,
        about: info.about,
        hash: shown.hash,
        reach: shown.reach,
        from: fromWords(shown),
        checks: origin === 'made-here' ? ownChecks.checks : null,
        sinceBefore: installed.peek() !== null,
      },
      insisted,
    )
    // What was approved is the hash that the sheet showed (S8).
    if (closing.signal.aborted || state.peek().hash !== shown.hash) return
    if (answer === null) dispatch({ type: 'declined' })
    else await decide(answer)
  }

  async function decide(answer: Answer): Promise<void> {
    const document = app.peek()?.document.peek()
    const { hash } = state.peek()
    if (!document || hash === null) return
    if (installed.peek() === null) await install(document, hash)
    await keep(answer(installed.peek()!))
    await run()
  }

  /** Asks for what another version gains, before anything is changed; null is a no. The one that runs goes on meanwhile (B92). */
  async function consent(document: JsonObject, hash: string): Promise<Answer | null> {
    const record = installed.peek()!
    const capabilities = within(loadToRun(document, { trusted }).reach.capabilities)
    const { reach } = state.peek()
    const here = (list: readonly Reached[], { capability }: Reached) => list.some(other => other.capability === capability)
    const known = record.versions.some(version => version.hash === hash)
    const gained = toAsk({ reach: capabilities, origin, level: permission.level() }).filter(
      each => !permission.decided(each.capability) || (!known && !here(reach, each)),
    )
    if (gained.length === 0) return unchanged => unchanged
    const { name, icon, about } = (await import('./edit-kit.ts')).infoOf(document.app)
    return permission.ask(
      {
        name,
        icon,
        about,
        hash,
        reach: gained,
        lost: reach.filter(each => each.grade !== 'quiet' && !here(capabilities, each)),
        from: 'It is about to be changed here, and asks for more than it was allowed. Until you answer it runs as it was.',
        checks: null,
        sinceBefore: false,
      },
      true,
    )
  }

  /** The page's own check holds by itself: a gateway that is away refuses at the call, which says why. */
  const tellGateway = (hash: string, capabilities: readonly string[] = permission.forGateway()) =>
    services.setGrants(id, hash, capabilities).catch(() => undefined)

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
    consent,
    async open(document, record) {
      await keep(record)
      show(createApp({ document, ports }))
      await accept(document)
    },
  })

  const frames = createFramePages({
    isGranted: capability => permission.isGranted(capability),
    framePage(url) {
      const capability = `frame:${new URL(url).origin}`
      services.audit?.({ at: now(), app: id, name: services.nameOf(session), kind: 'call', what: 'Frame', capability, code: null, detail: null })
      return services.framePage(id, state.peek().hash ?? '', permission.forGateway(), url)
    },
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
    runWithout: () => void decide(permission.refuseAll(state.peek().reach)).catch(failed),
    setGrant: permission.setGrant,
    setLevel: permission.setLevel,
    forSystem,
    setSystem(on) {
      const record = installed.peek()
      if (!record) return
      const { system: _, ...rest } = record
      const grants = on ? record.grants : record.grants.filter(({ capability }) => !needsSystem(capability))
      const others = state.peek().reach.filter(({ capability }) => !needsSystem(capability))
      dispatch({ type: 'reaches', reach: on ? [...others, ...forSystem.peek()] : others })
      void keep({ ...rest, grants, ...(on && { system: true }) })
      services.audit?.({
        at: now(),
        app: id,
        name: services.nameOf(session),
        kind: on ? 'grant' : 'taken-back',
        what: '',
        capability: 'system',
        code: null,
        detail: null,
      })
    },
    level: permission.level,
    takeOver: () => void live.takeOver().catch(failed),
    restart: () => void live.restart().catch(failed),
    amend: by => void change(by),
    learn(record) {
      const before = installed.peek()
      if (before === null) return
      installed.value = record
      if (record.hash !== before.hash && state.peek().readOnly) void open({ kind: 'installed', app: record }).catch(failed)
    },
    flush() {
      reply.flush()
      return live.flush()
    },
    unsaved: () => live.state(),
    async close() {
      closing.abort()
      permission.close()
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
  if (origin === 'app') return 'From another app. It has never run on this desktop.'
  if (origin === 'file') return 'From a file. It has never run on this desktop.'
  if (origin === 'shipped') return 'Comes with Cyanotype'
  return label ? `Made here · ${label}` : 'Made here'
}
