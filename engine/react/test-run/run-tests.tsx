/**
 * Runs the tests of a blueprint (B70) in the real renderer, with a virtual clock and stubs for
 * everything that reaches outside. Needs a DOM; touches nothing of the page but its own container.
 */
import { userEvent } from '@testing-library/user-event'
import { createRoot, type Root } from 'react-dom/client'
import { durationMilliseconds } from '../../../schema/durations.ts'
import type { Failure } from '../../../schema/issue.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { loadBlockViews, usesBlocks } from '../../app/blocks.ts'
import { createApp } from '../../app/create-app.ts'
import { evaluateFormula } from '../../app/evaluate.ts'
import type { Runtime } from '../../app/runtime.ts'
import { valueBinding } from '../../app/scope.ts'
import { isTrue } from '../../formula/values.ts'
import type { ToolPort } from '../../ports.ts'
import type { Draft } from '../../store/draft.ts'
import { BlueprintView } from '../BlueprintView.tsx'
import type { ComponentCatalog } from '../catalog-contract.ts'
import { createAsides } from './asides.tsx'
import { createPulse } from './pulse.tsx'
import { createSeededChance, createStubPorts, TEST_START, type Withheld } from './stub-ports.ts'
import { createStubReplies } from './stub-replies.ts'
import { runTestStep, type TestBench } from './test-steps.ts'
import { failureWords, type StepFailure, type StepProblem, type TestVerdict } from './test-verdict.ts'
import { createVirtualClock } from './virtual-clock.ts'

const RESTS_BEYOND_MS = 10_000
/** After so many timers of a wait the page may do something else. */
const TIMERS_AT_ONCE = 16
/** Of timers that ask for no time, so many run at once. */
const MOST_AT_ONCE = 100
const FEWEST_TURNS = 3
/** A view that cannot be drawn is not waited for for ever; nor is a part of the catalog that does not come. */
const MOST_TURNS = 200
const LOADS_MS = 3000
const TWO_FRAMES_MS = 34

export interface TestRunOptions {
  /** A document that passed the check. */
  readonly document: JsonObject
  readonly catalog: ComponentCatalog
  /** The tools that need no capability. */
  readonly pure: ToolPort
  /** Where the apps under test are drawn; the test run empties it. */
  readonly container: HTMLElement
  /** Told of each test as it ends. */
  readonly onVerdict?: (verdict: TestVerdict) => void
  /** Left out, everything that the app asks for is granted. */
  readonly withheld?: Withheld
}

export async function runBlueprintTests(options: TestRunOptions): Promise<readonly TestVerdict[]> {
  const tests = Array.isArray(options.document.tests) ? (options.document.tests as readonly JsonObject[]) : []
  const verdicts: TestVerdict[] = []
  // The virtual clock does not wait for what the page loads.
  if (usesBlocks(options.document)) await loadBlockViews()
  for (const test of tests) {
    const verdict = await runTest(test, options)
    verdicts.push(verdict)
    options.onVerdict?.(verdict)
  }
  return verdicts
}

async function runTest(test: JsonObject, { document, catalog, pure, container, withheld }: TestRunOptions): Promise<TestVerdict> {
  const name = String(test.name ?? 'A test without a name')
  const began = performance.now()
  const clock = createVirtualClock(TEST_START)
  const chance = createSeededChance()
  const asides = createAsides(clock)
  const kept = new Map<string, Json>()
  const failures: Failure[] = []
  const unstubbed: string[] = []
  let app: Runtime | null = null
  let root: Root | null = null
  const computing = new Set<Promise<Json>>()
  const pulse = createPulse()
  const user = userEvent.setup({ delay: null, document: container.ownerDocument, pointerEventsCheck: 0 })
  const replies = createStubReplies({
    written: test.tools,
    clock,
    matches(condition, args) {
      if (!app) return false
      const bindings = Object.entries(args).map(([key, value]) => [key, valueBinding(() => value)] as const)
      return isTrue(evaluateFormula(condition, app.stepsEnv(app.names.with(Object.fromEntries(bindings))), app.formulas))
    },
  })

  /** `given` stands in the state when the app is told that it was launched, and after what it does then. */
  function open(persisted: JsonObject, given: JsonObject = {}): void {
    const ports = createStubPorts({
      clock,
      chance,
      kept,
      pure,
      replies,
      onFailure: failure => void failures.push(failure),
      onUnstubbed: message => void unstubbed.push(message),
      withheld,
      computing,
    })
    // Every app is made by `createApp`, whose apps are runtimes.
    const made = createApp({ document, ports }) as Runtime
    app = made
    asides.listenTo(made)
    root = createRoot(container)
    root.render(
      <>
        <BlueprintView app={made} catalog={catalog} />
        {asides.element}
        {pulse.element}
      </>,
    )
    const give = (draft: Draft) => {
      for (const [name, value] of Object.entries(given)) draft.set([name], value)
    }
    made.store.transact(give)
    made.start(persisted)
    made.change(give)
    made.history.clear()
  }

  async function close(): Promise<void> {
    if (container.querySelector('[draggable]')) await endDrag()
    app?.dispose()
    root?.unmount()
    container.replaceChildren()
  }

  /** A drag by the keyboard is the page's, not the app's: it would go on into the next test. It begins with the next frame. */
  async function endDrag(): Promise<void> {
    const until = performance.now() + TWO_FRAMES_MS
    while (performance.now() < until) await turn()
    await user.keyboard('{Escape}')
  }

  /** Lets everything that is due be drawn, and what that brings about too. */
  async function settle(): Promise<void> {
    await clock.runDue(MOST_AT_ONCE, microtasks)
    const drawn = pulse.beat().then(() => pulse.beat())
    let due = true
    void drawn.then(() => {
      due = false
    })
    for (let turns = 0; turns < FEWEST_TURNS || (due && turns < MOST_TURNS); turns++) await turn()
    const until = performance.now() + LOADS_MS
    while (container.querySelector('[data-tests-wait]') && performance.now() < until) await turn()
    while (computing.size > 0 && performance.now() < until) {
      await turn()
      // What was computed is drawn, and may be what the next is computed from.
      if (computing.size === 0) for (let turns = 0; turns < FEWEST_TURNS; turns++) await turn()
    }
  }

  const end = (failure?: StepFailure): TestVerdict => ({
    name,
    passed: failure === undefined,
    ...(failure ? { failure, message: failureWords(failure) } : {}),
    virtualMs: clock.now() - TEST_START,
    realMs: performance.now() - began,
  })

  try {
    open({}, test.state as JsonObject | undefined)
    await settle()
    const bench: TestBench = {
      container,
      user,
      get app() {
        return app as Runtime
      },
      asides,
      settle,
      async wait(duration) {
        const ms = durationMilliseconds(duration)
        if (ms === null) return { expected: 'a length of time, like "25m", "10s" or milliseconds', seen: `${JSON.stringify(duration)}.` }
        const resting = bench.app.resting
        // Nobody looks at the seconds of 25 minutes go by.
        resting.value = ms > RESTS_BEYOND_MS
        let timers = 0
        await clock.advance(ms, () => (++timers % TIMERS_AT_ONCE === 0 ? turn() : microtasks()))
        resting.value = false
        await settle()
        return null
      },
      async reload() {
        const persisted = JSON.parse(JSON.stringify(app?.persistedState() ?? {})) as JsonObject
        await close()
        open(withheld?.persistence ? {} : persisted)
        await settle()
      },
    }
    const steps = Array.isArray(test.steps) ? (test.steps as readonly JsonObject[]) : []
    for (const [at, written] of steps.entries()) {
      const problem = (await runTestStep(written, bench)) ?? appProblem(unstubbed, failures, app!)
      if (problem) return end({ step: { number: at + 1, written }, ...problem })
    }
    return end()
  } catch (error) {
    return end({ step: null, expected: 'the test to run to its end', seen: error instanceof Error ? error.message : String(error) })
  } finally {
    await close()
  }
}

/** What went wrong in the app meanwhile, though the step itself was done. */
function appProblem(unstubbed: readonly string[], failures: readonly Failure[], app: Runtime): StepProblem | null {
  if (unstubbed[0] !== undefined) return { expected: 'only calls that the test has a reply for', seen: unstubbed[0] }
  if (failures[0]) return { expected: 'every step of the app to succeed', seen: `one failed with ${failures[0].code}: ${failures[0].message}` }
  const fault = app.phase.peek() === 'stopped' ? app.failure.peek() : null
  return fault ? { expected: 'the app to go on running', seen: `it was stopped: ${fault.message}` } : null
}

/** Lets steps that wait for a promise, and effects, go on. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve()
}

/** One turn of the page's own loop. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
