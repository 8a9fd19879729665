/** Brings a blueprint to life: one that is complete and passed the check, or one that still streams. */
import { batch, effect, signal } from '@preact/signals-core'
import { fits, parseType } from '../../schema/formula/types.ts'
import { components, tools } from '../../schema/generated/run-catalog.ts'
import { startPage } from '../../schema/intents.ts'
import type { Failure, Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { type Cause, eventBinding, type Handler, newCause } from '../actions/handler.ts'
import { type Chain, driveChain, runSteps } from '../actions/run-steps.ts'
import { writeAt } from '../actions/state-steps.ts'
import type { App, AppInfo, AppPhase, Commit, Toast } from '../contracts.ts'
import { fitsKept } from '../migrate/state-fit.ts'
import { noteEvent } from '../observe/note-event.ts'
import { type AppPorts, ToolFailure } from '../ports.ts'
import { writePatches } from '../store/draft.ts'
import { createHistory } from '../store/history.ts'
import { valueAt } from '../store/path-signals.ts'
import { peeking } from '../store/peeking.ts'
import { type Change, createStore } from '../store/store.ts'
import { takeBack } from '../store/take-back.ts'
import type { BlueprintStream } from '../stream/blueprint-stream.ts'
import { infoOf, NO_INFO } from './app-info.ts'
import { createAttachmentUrls } from './attachment-urls.ts'
import { blockEntry, blockUses } from './blocks.ts'
import { createClockSignals } from './clock-signals.ts'
import { createDeclarations, declareSection } from './declarations.ts'
import { createEffects } from './effects.ts'
import { createEnv, createMeter, type EnvSources } from './env.ts'
import { createFormulas } from './formulas.ts'
import { createHold } from './hold.ts'
import { shortcutsOf } from './keys.ts'
import { cleanBook, KEPT_LABELS, NO_LABELS, STORAGE_ENTRY } from './labels.ts'
import { createPages } from './pages.ts'
import { createPulse } from './pulse.ts'
import type { Runtime } from './runtime.ts'
import { createScope } from './scope.ts'
import { startTimer } from './timers.ts'
import { createTurn } from './turn.ts'

export interface AppOptions {
  /** A document that passed the check, in the form that `loadBlueprint` gives; the engine does not check it again. */
  readonly document?: JsonObject
  /** Or one that is still to come. */
  readonly stream?: BlueprintStream
  readonly ports: AppPorts
}

/** What was written before is never refused for its size. */
const KEPT = { bounded: false }

/** In the order in which what they declare can be read by what follows. */
const SECTIONS = ['constants', 'state', 'data', 'derived', 'parts', 'actions', 'keys', 'timers', 'effects', 'strings']

export function createApp({ document: given, stream, ports }: AppOptions): App {
  const phase = signal<AppPhase>(stream ? 'drawing' : 'inert')
  const peekPhase = peeking(phase)
  const info = signal<AppInfo>(NO_INFO)
  const issues = signal<readonly Issue[]>([])
  const progress = signal({ drawn: 0, developed: 0 })
  const failure = signal<Failure | null>(null)
  const title = signal<string | null>(null)
  const badge = signal<string | null>(null)
  const document = signal<JsonObject | null>(null)
  const declaredTurn = signal(0)
  const pages = createPages()
  const opened = signal<ReadonlyMap<string, boolean>>(new Map())
  const visible = signal(true)
  const resting = signal(false)
  const reveal: Runtime['reveal'] = signal(null)
  const commitListeners = new Set<(commit: Commit) => void>()
  const toastListeners = new Set<(toast: Toast) => void>()
  const closeListeners = new Set<() => void>()
  const stops: (() => void)[] = []
  let abort = new AbortController()
  const clock = createClockSignals(ports.clock, ports.locale)
  const formulas = createFormulas()
  let declared = createDeclarations()
  let blockPlaces = new WeakMap<JsonObject, string>()
  let missing = 0
  let ask: Runtime['ask'] = () => Promise.resolve(false)
  /** The handler whose piece runs at the moment, and how its writes merge in the history. */
  let current: { readonly handler: Handler | null; readonly merge: unknown } | null = null

  const store = createStore({}, change => {
    if (phase.peek() !== 'running') return
    if (current?.handler) {
      current.handler.changes.push(change)
      for (const held of current.handler.held) held.follow(change.patches)
    }
    ports.observe?.commit(effects.cause?.id ?? 0, change.patches)
    if (current) history.record(change, current.merge)
    const persistent = change.patches.some(({ path: [root] }) => root === KEPT_LABELS || isKept(String(root)))
    for (const listener of commitListeners) listener({ patches: change.patches, inverse: change.inverse, persistent })
  })
  const isKept = (name: string) => declared.state.get(name)?.persist === true
  const history = createHistory(name => declared.state.get(name)?.history === true)
  const labels = ports.labels?.createBook({ state: () => store.value, isKept, isComponent: type => components.get(type) }) ?? cleanBook

  const names = createScope({ get: name => declared.names.get(name) }, null, { slots: null, parts: 0, items: [] })
  const locale = {
    language: ports.locale.language,
    timeZone: ports.locale.timeZone,
    get currency() {
      return info.value.currency ?? ports.locale.currency
    },
  }
  const turn = createTurn(
    () => ports.clock.now(),
    () =>
      runtime.stop({
        code: 'too-much-work',
        message: 'Its formulas computed so much at once that the page stood still, so it was stopped. What you entered is kept.',
      }),
  )
  /** What is drawn while the document streams is looked at again when all of it is there: each name then stands for something else. */
  const readWhileDrawing = () => {
    if (peekPhase() === 'drawing') void document.value
  }
  const sources: EnvSources = {
    locale,
    turn,
    now: grain => clock.read(grain),
    report: fault => noteDiagnostic(fault.code, fault.message),
    lookedUp(_name, found) {
      if (peekPhase() !== 'drawing') return
      void document.value
      if (found) return
      missing++
      void declaredTurn.value
    },
  }
  const drawnMeter = createMeter()
  const stepsSources: EnvSources = { ...sources, now: () => ports.clock.now() }
  const diagnostics = new Set<string>()
  function noteDiagnostic(code: string, message: string): void {
    if (diagnostics.has(message) || diagnostics.size >= 100) return
    diagnostics.add(message)
    // Reported while a formula is being computed, which may not write.
    queueMicrotask(() => {
      issues.value = [...issues.peek(), { code, severity: 'note', at: '', line: 1, column: 1, message }]
    })
  }

  const runtime: Runtime = {
    phase,
    info,
    issues,
    progress,
    failure,
    title,
    badge,
    document,
    ports,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    components,
    tools,
    formulas,
    store,
    labels,
    history,
    get actionRuns() {
      return declared.actionRuns
    },
    names,
    declared: declaredTurn,
    page: pages.current,
    opened,
    visible,
    resting,
    reveal,
    get abort() {
      return abort.signal
    },
    view: () => (document.value ?? stream?.root)?.view,
    pageView(name) {
      void declaredTurn.value
      const declaredPages = (document.value ?? stream?.root)?.pages as JsonObject | undefined
      const found = declaredPages && Object.hasOwn(declaredPages, name) ? (declaredPages[name] as JsonObject) : undefined
      return found && { params: (found.params as JsonObject | undefined) ?? {}, view: found.view }
    },
    part(name) {
      readWhileDrawing()
      return declared.parts.get(name)
    },
    blockPlace: node => blockPlaces.get(node),
    action: name => declared.actions.get(name),
    cell(node) {
      if (!stream) return undefined
      const now = peekPhase()
      return now === 'drawing' || now === 'stopped' ? stream.cells.of(node) : undefined
    },
    env(scope) {
      scope.drawnEnv ??= createEnv(scope, sources, null, drawnMeter)
      return scope.drawnEnv
    },
    stepsEnv(scope) {
      scope.stepsEnv ??= createEnv(scope, stepsSources, ports.chance)
      return scope.stepsEnv
    },
    isSpent: turn.isSpent,
    pendingNames: () => missing,
    run(steps, scope, { event = null, labels: labelsOfEvent, gesture = false, merge, cause = newCause(), from }) {
      if (phase.peek() !== 'running') return
      clock.sync()
      const hold = createHold()
      const { signal } = abort
      const handler: Handler = { gesture, event, labels: labelsOfEvent?.() ?? NO_LABELS, changes: [], cause, held: new Set([hold]) }
      const chain: Chain = runSteps(runtime, steps, hold.scope(scope).with({ event: eventBinding(handler) }), handler)
      const over = noteEvent(ports.observe, cause.id, from ?? (gesture ? 'gesture' : 'event'))
      driveChain(
        chain,
        piece => inHandler(handler, merge ?? handler, piece),
        () => {
          // What is noted of the next piece is noted with the time at which it began.
          ports.observe?.now()
          return phase.peek() === 'running' && !signal.aborted
        },
      ).then(
        () => over(null),
        (error: unknown) => {
          const failed = failureOf(error)
          if (phase.peek() === 'running' && !signal.aborted) runtime.report(failed, cause.id)
          over(failed.code)
        },
      )
    },
    firstValue: path => valueAt(declared.first.get(String(path[0])) ?? null, path.slice(1)),
    write: (path, value, merge, from = NO_LABELS) =>
      runtime.change(draft => {
        writeAt(draft, path, value)
        labels.write(draft, path, from)
      }, merge),
    change(recipe, merge) {
      if (phase.peek() !== 'running') return false
      clock.sync()
      const cause = newCause()
      const over = noteEvent(ports.observe, cause.id, 'edit')
      try {
        inHandler(null, merge, () => store.transact(recipe), cause)
        over(null)
        return true
      } catch (error) {
        const failed = failureOf(error)
        runtime.report(failed, cause.id)
        over(failed.code)
        return false
      }
    },
    takeBack(changes) {
      if (phase.peek() !== 'running') return
      const now = [...changes].reverse().reduce((state, change) => takeBack(change.before, change.after, state), store.value)
      runtime.change(draft => {
        const names = Object.keys(now).filter(name => declared.state.has(name) && now[name] !== store.value[name])
        for (const name of names) draft.set([name], now[name] ?? null)
        labels.putBack(draft, names)
      })
    },
    attachmentUrl: createAttachmentUrls(ports.attachments, error => ports.reportFailure(failureOf(error))),
    goTo: (name, params, from) => pages.go(document.peek()?.pages, name, params, from),
    goBack: () => pages.back(),
    refreshData(name) {
      const source = declared.data.get(name)
      if (phase.peek() === 'running') source?.refresh()
      return source !== undefined
    },
    say(toast) {
      for (const listener of toastListeners) listener(toast)
    },
    ask: question => ask(question),
    report(reported, cause = effects.cause?.id ?? 0) {
      ports.observe?.failure(cause, reported.code)
      ports.reportFailure(reported)
    },
    setTitle(text) {
      title.value = text
    },
    setBadge(text) {
      badge.value = text
    },
    requestClose() {
      for (const listener of closeListeners) listener()
    },
    state: () => store.value,
    persistedState: () => Object.fromEntries(Object.entries(store.value).filter(([name]) => name === KEPT_LABELS || isKept(name))),
    start(persisted = {}) {
      if (phase.peek() !== 'inert') return
      batch(() => {
        takePersisted(persisted)
        phase.value = 'running'
      })
      for (const source of declared.data.values()) stops.push(source.start())
      const pulse = createPulse(ports.clock)
      for (const timer of declared.timers.values()) stops.push(startTimer(runtime, timer, pulse))
      stops.push(effects.start())
      // A view that was not looked at shows the present as soon as it is.
      stops.push(
        effect(() => {
          if (visible.value && !resting.value) clock.sync()
        }),
      )
      effects.happen('launch')
    },
    stop(why) {
      if (phase.peek() === 'stopped') return
      if (why) ports.observe?.failure(effects.cause?.id ?? 0, why.code)
      if (phase.peek() === 'running' && !why) effects.happen('close')
      halt()
      clock.dispose()
      batch(() => {
        failure.value = why ?? null
        phase.value = 'stopped'
      })
    },
    setVisible(next) {
      if (visible.peek() === next) return
      visible.value = next
      effects.happen(next ? 'visible' : 'hidden')
    },
    setFocused: focused => effects.happen(focused ? 'focus' : 'blur'),
    intent: intent => phase.peek() === 'running' && effects.answer(intent),
    visit(params, origin) {
      const start = startPage(document.peek())
      return (
        phase.peek() === 'running' &&
        start !== null &&
        fits(params, start.params) &&
        pages.go(document.peek()?.pages, start.name, params, labels.arrive(origin ? [`app:${origin.app}`] : NO_LABELS))
      )
    },
    key(press) {
      if (phase.peek() !== 'running' || (press.typing && !press.mod)) return false
      for (const shortcut of shortcutsOf(press)) {
        const steps = declared.keys.get(shortcut)
        if (steps === undefined) continue
        runtime.run(steps, names, { gesture: true, event: { key: press.key, repeat: press.repeat }, from: `key ${shortcut}` })
        return true
      }
      return false
    },
    undo: () => travel(history.undo(), 'undo'),
    redo: () => travel(history.redo(), 'redo'),
    adopt(persisted) {
      takePersisted(persisted)
      history.clear()
    },
    sources: () => labels.seen(),
    onCommit: listener => subscribe(commitListeners, listener),
    onToast: listener => subscribe(toastListeners, listener),
    onClose: listener => subscribe(closeListeners, listener),
    setConfirm(next) {
      ask = next
    },
    dispose() {
      runtime.stop()
      commitListeners.clear()
      toastListeners.clear()
    },
  }
  const effects = createEffects(runtime, () => [...declared.effects.values()])

  /** Ends timers, data and effects; what waits for a tool does not go on. */
  function halt(): void {
    abort.abort()
    for (const stop of stops.splice(0)) stop()
  }

  /** `cause` is given where there is no handler. */
  function inHandler(handler: Handler | null, merge: unknown, piece: () => void, cause: Cause | null = null): void {
    const outer = current
    const outerCause = effects.cause
    current = { handler, merge }
    effects.cause = handler?.cause ?? cause
    try {
      piece()
    } finally {
      current = outer
      effects.cause = outerCause
    }
  }

  function travel(patches: Change['patches'] | null, what: string): boolean {
    if (!patches || phase.peek() !== 'running') return false
    // Also where a step asked for it: going back is no new entry of the history.
    const outer = current
    const outerCause = effects.cause
    effects.cause ??= newCause()
    const over = outerCause === null ? noteEvent(ports.observe, effects.cause.id, what) : null
    current = null
    try {
      batch(() =>
        store.transact(draft => {
          writePatches(draft, patches)
          labels.putBack(
            draft,
            patches.map(({ path }) => String(path[0])),
          )
        }, KEPT),
      )
    } finally {
      current = outer
      effects.cause = outerCause
      over?.(null)
    }
    return true
  }

  /** What was kept, where it still fits its entry's type; what does not fit stays out of the state. */
  function takePersisted(persisted: JsonObject): void {
    store.transact(draft => {
      for (const [name, entry] of declared.state) {
        if (!entry.persist || !Object.hasOwn(persisted, name)) continue
        const value = persisted[name] ?? null
        const type = entry.type === null ? null : parseType(entry.type)
        if (type === null || (type.ok && fitsKept(value, type.type))) {
          draft.set([name], value)
          labels.take(draft, name, persisted)
        } else noteDiagnostic('does-not-fit', `What was kept as “${name}” does not fit the app any more and was set aside.`)
      }
      if (Object.hasOwn(persisted, KEPT_LABELS)) labels.take(draft, STORAGE_ENTRY, persisted)
    }, KEPT)
  }

  /** The own state of each use of a block, in the order in which they are written. */
  function declareBlocks(loaded: JsonObject): void {
    const counts = new Map<string, number>()
    blockPlaces = new WeakMap()
    for (const { node, spec } of blockUses(loaded)) {
      const count = (counts.get(spec.name) ?? 0) + 1
      counts.set(spec.name, count)
      const place = count === 1 ? spec.name : `${spec.name} ${count}`
      blockPlaces.set(node, place)
      const entries = Object.entries(spec.block?.state ?? {}).map(([name, raw]) => [blockEntry(place, name), raw] as const)
      declareSection(runtime, declared, 'state', Object.fromEntries(entries))
    }
  }

  function declareAll(loaded: JsonObject): void {
    declared = createDeclarations()
    info.value = infoOf(loaded.app)
    for (const section of SECTIONS) if (Object.hasOwn(loaded, section)) declareSection(runtime, declared, section, loaded[section] ?? null)
    document.value = loaded
    declareBlocks(loaded)
    pages.begin(loaded.pages)
    declaredTurn.value++
  }

  if (given) batch(() => declareAll(given))
  if (stream)
    stream.follow({
      phase,
      info,
      issues,
      progress,
      failure,
      document,
      pages,
      declare: (name, value) => declareSection(runtime, declared, name, value),
      declareAll,
      arrived: () => void declaredTurn.value++,
      forget() {
        halt()
        abort = new AbortController()
        declared = createDeclarations()
        history.clear()
        store.transact(draft => {
          for (const name of Object.keys(store.value)) draft.remove([name])
        })
      },
      halt,
    })
  return runtime
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function failureOf(error: unknown): Failure {
  if (error instanceof ToolFailure) return error
  return { code: 'fault', message: error instanceof Error ? error.message : String(error) }
}
