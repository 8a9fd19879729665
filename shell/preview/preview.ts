import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { App, Toast } from '../../engine/contracts.ts'
import { createApp, createBlueprintStream } from '../../engine/index.ts'
import type { SetAside } from '../../engine/migrate/migrate-state.ts'
import type { AppPorts } from '../../engine/ports.ts'
import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import { kindOf, pickedName } from '../../schema/capability-name.ts'
import { hashBlueprint, loadBlueprint } from '../../schema/index.ts'
import type { Failure, Issue } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ShownToast } from '../desktop/shown-toast.ts'
import { createFramePages, type FramePages } from '../session/frame-pages.ts'
import type { PortsRequest } from '../session/session.ts'
import type { Reached } from '../session/session-state.ts'
import { keepState, startWith } from './keep-state.ts'
import type { WatchedFile } from './protocol.ts'
import type { Question } from './question.ts'

/** An app that runs in the page, of one save of the file. */
export interface ShownApp {
  readonly app: App
  /** Another one for each time that it was begun anew. */
  readonly turn: number
  readonly document: JsonObject
  readonly hash: string
  readonly reach: readonly Reached[]
}

/** The tests of the app that is shown, as far as they have run. */
export interface TestRun {
  readonly total: number
  readonly verdicts: readonly TestVerdict[]
  /** `unfinished`: their time was up, or the next save came. */
  readonly phase: 'running' | 'finished' | 'unfinished'
}

export interface PreviewServices {
  readonly portsFor: (request: PortsRequest) => AppPorts
  readonly setGrants: (instance: string, hash: string, capabilities: readonly string[]) => Promise<void>
  /** The address of the page that frames `url`, once the server knows these capabilities. */
  readonly framePage: (instance: string, hash: string, capabilities: readonly string[], url: string) => Promise<string>
  readonly selfTest: (document: JsonObject, signal: AbortSignal, told: (verdict: TestVerdict) => void) => Promise<{ readonly finished: boolean }>
}

/** The app of one file, from save to save. */
export interface Preview {
  readonly file: ReadonlySignal<WatchedFile | null>
  /** What is found in the file as it is now. */
  readonly issues: ReadonlySignal<readonly Issue[]>
  /** The app of the last save that had no errors. */
  readonly shown: ReadonlySignal<ShownApp | null>
  /** Until there was one: what of the file can be drawn, inert. */
  readonly sketch: ReadonlySignal<App | null>
  readonly tests: ReadonlySignal<TestRun | null>
  /** What the person in this page has allowed, until the page is closed. */
  readonly granted: ReadonlySignal<ReadonlySet<string>>
  /** The pages of the web that the app shows. */
  readonly frames: FramePages
  readonly question: ReadonlySignal<Question | null>
  readonly toasts: ReadonlySignal<readonly ShownToast[]>
  /** `✓ 5/5`, `2 errors`: for the page's title. */
  readonly verdict: ReadonlySignal<string>
  take(file: WatchedFile): Promise<void>
  /** Begins anew, with the state as the file says. */
  startFresh(): void
  runTests(): void
  allow(capability: string, allowed: boolean): void
  /** The person wrote which server stands behind `net:?name`; null takes it away. */
  pick(capability: string, origin: string | null): void
  answer(yes: boolean): void
  say(toast: Omit<ShownToast, 'id' | 'from'>): void
  dismiss(toast: number): void
}

const INSTANCE = 'preview'
const TOASTS_SHOWN = 3

export function createPreview(services: PreviewServices): Preview {
  const file = signal<WatchedFile | null>(null)
  const issues = signal<readonly Issue[]>([])
  const shown = signal<ShownApp | null>(null)
  const sketch = signal<App | null>(null)
  const tests = signal<TestRun | null>(null)
  const granted = signal<ReadonlySet<string>>(new Set())
  const picked = new Map<string, string>()
  const question = signal<Question | null>(null)
  const toasts = signal<readonly ShownToast[]>([])
  /** What was entered and does not fit the app as it is now. */
  let aside: readonly SetAside[] = []
  let toastCount = 0
  let turns = 0
  let testing = new AbortController()
  /** Of the save that is being taken; an older one gives way. */
  let turn = 0

  const isGranted = (capability: string): boolean => {
    // Which flows (S28) it makes shows only while it runs.
    if (kindOf(capability) === 'flow') return granted.peek().has(capability)
    const reached = shown.peek()?.reach.find(other => other.capability === capability)
    return reached !== undefined && (reached.grade !== 'ask' || granted.peek().has(capability))
  }
  const frames = createFramePages({
    isGranted,
    framePage: url => services.framePage(INSTANCE, shown.peek()?.hash ?? '', forGateway(), url),
  })

  const ports = services.portsFor({
    instance: INSTANCE,
    hash: () => shown.peek()?.hash ?? null,
    appName: () => shown.peek()?.app.info.peek().name ?? 'This app',
    isGranted,
    choiceFor: capability => picked.get(capability) ?? null,
    approve: capability => ask({ capability, words: null }),
    async allowFlows(flows) {
      for (const capability of flows) {
        if (isGranted(capability)) continue
        if (!(await ask({ capability, words: null }))) return false
        granted.value = new Set([...granted.peek(), capability])
      }
      return true
    },
    onFailure: (failure: Failure) => preview.say({ text: failure.message, tone: 'bad', undo: null }),
    document: () => shown.peek()?.app.document.peek() ?? null,
    onShare: () => preview.say({ text: 'On the desktop the dialog with the app’s link opens here.', tone: 'info', undo: null }),
    onCopied: text => preview.say({ text: `Copied “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`, tone: 'info', undo: null }),
  })

  /** What it may do, with what was picked in the place of its name. */
  function forGateway(): readonly string[] {
    return [...granted.peek()].flatMap(capability => {
      if (kindOf(capability) === 'flow') return []
      if (pickedName(capability) === null) return [capability]
      const origin = picked.get(capability)
      return origin === undefined ? [] : [`net:${origin}`]
    })
  }

  function ask(asked: Omit<Question, 'answer'>): Promise<boolean> {
    question.peek()?.answer(false)
    return new Promise(answer => {
      question.value = { ...asked, answer }
    })
  }

  function draw(text: string | null): void {
    sketch.peek()?.dispose()
    if (text === null) {
      sketch.value = null
      return
    }
    const stream = createBlueprintStream()
    const app = createApp({ stream, ports })
    stream.push(text)
    stream.end()
    sketch.value = app.progress.peek().drawn > 0 ? app : null
  }

  function show(document: JsonObject, { hash, reach }: Pick<ShownApp, 'hash' | 'reach'>, fresh: boolean): void {
    const before = shown.peek()
    const kept = before && !fresh ? keepState(before.app, before.document) : null
    const app = createApp({ document, ports })
    app.onToast(({ text, tone, undo }: Toast) => preview.say({ text, tone, undo: undo ?? null }))
    app.onClose(() => preview.say({ text: 'The app asked to be closed. On the desktop its window would go.', tone: 'info', undo: null }))
    app.setConfirm(words => ask({ capability: null, words }))
    batch(() => {
      shown.value = { app, turn: ++turns, document, hash, reach }
      preview.answer(false)
      if (kept) aside = startWith(app, document, kept, aside)
      else app.start()
    })
    before?.app.dispose()
    draw(null)
    tellGateway()
    preview.runTests()
  }

  /** The page's own check holds by itself: a gateway that is away refuses at the call, which says why. */
  function tellGateway(): void {
    const now = shown.peek()
    if (now) services.setGrants(INSTANCE, now.hash, forGateway()).catch(() => undefined)
  }

  const preview: Preview = {
    file,
    issues,
    shown,
    sketch,
    tests,
    granted,
    frames,
    question,
    toasts,
    verdict: computed(() => verdictOf(file.value, issues.value, tests.value)),
    async take(next) {
      const mine = ++turn
      if (next.kind === 'unreadable') {
        batch(() => {
          file.value = next
          issues.value = []
        })
        return
      }
      const { document, issues: found, reach } = loadBlueprint(next.text)
      batch(() => {
        file.value = next
        issues.value = found
      })
      if (document === null || found.some(({ severity }) => severity === 'error')) {
        if (shown.peek() === null) draw(next.text)
        return
      }
      const hash = await hashBlueprint(document)
      if (mine === turn && shown.peek()?.hash !== hash) show(document, { hash, reach: reach.capabilities }, false)
    },
    startFresh() {
      const now = shown.peek()
      aside = []
      if (now) show(now.document, now, true)
    },
    runTests() {
      testing.abort()
      const { document } = shown.peek() ?? {}
      const total = Array.isArray(document?.tests) ? document.tests.length : 0
      if (!document || total === 0) {
        tests.value = null
        return
      }
      const own = new AbortController()
      testing = own
      tests.value = { total, verdicts: [], phase: 'running' }
      const change = (run: Partial<TestRun>) => {
        const before = tests.peek()
        if (before && !own.signal.aborted) tests.value = { ...before, ...run }
      }
      services
        .selfTest(document, own.signal, verdict => change({ verdicts: [...(tests.peek()?.verdicts ?? []), verdict] }))
        .then(({ finished }) => change({ phase: finished ? 'finished' : 'unfinished' }))
    },
    allow(capability, allowed) {
      const next = new Set(granted.peek())
      if (allowed) next.add(capability)
      else next.delete(capability)
      granted.value = next
      tellGateway()
    },
    pick(capability, origin) {
      if (origin === null) picked.delete(capability)
      else picked.set(capability, origin)
      preview.allow(capability, origin !== null)
    },
    answer(yes) {
      question.peek()?.answer(yes)
      question.value = null
    },
    say(toast) {
      toasts.value = [...toasts.peek(), { ...toast, from: null, id: ++toastCount }].slice(-TOASTS_SHOWN)
    },
    dismiss(id) {
      toasts.value = toasts.peek().filter(toast => toast.id !== id)
    },
  }
  return preview
}

function verdictOf(file: WatchedFile | null, issues: readonly Issue[], tests: TestRun | null): string {
  if (file === null) return '…'
  if (file.kind === 'unreadable') return 'No file'
  const errors = issues.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return errors === 1 ? '1 error' : `${errors} errors`
  if (tests === null) return '✓'
  const passed = tests.verdicts.filter(verdict => verdict.passed).length
  if (tests.phase === 'running') return `… ${passed}/${tests.total}`
  return `${passed === tests.total ? '✓' : '✗'} ${passed}/${tests.total}`
}
