/**
 * Runs the tests of a blueprint (B70) in the real renderer, with a virtual clock and stubs for
 * everything that reaches outside. Needs a DOM; touches nothing of the page but its own container.
 */
import { userEvent } from '@testing-library/user-event'
import { createRoot, type Root } from 'react-dom/client'
import type { Failure } from '../../../schema/issue.ts'
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { createApp } from '../../app/create-app.ts'
import { parseDuration } from '../../app/duration.ts'
import { evaluateFormula } from '../../app/evaluate.ts'
import type { Runtime } from '../../app/runtime.ts'
import { valueBinding } from '../../app/scope.ts'
import { isTrue } from '../../formula/values.ts'
import type { ToolPort } from '../../ports.ts'
import { BlueprintView } from '../BlueprintView.tsx'
import type { ComponentCatalog } from '../catalog-contract.ts'
import { createPulse } from './pulse.tsx'
import { createSeededChance, createStubPorts, TEST_START } from './stub-ports.ts'
import { runTestStep, type TestBench } from './test-steps.ts'
import { createVirtualClock } from './virtual-clock.ts'

const RESTS_BEYOND_MS = 10_000
/** After so many timers of a wait the page may do something else. */
const TIMERS_AT_ONCE = 16
const FEWEST_TURNS = 3
/** A view that cannot be drawn is not waited for for ever; nor is a part of the catalog that does not come. */
const MOST_TURNS = 200
const LOADS_MS = 3000

export interface TestVerdict {
  readonly name: string
  readonly passed: boolean
  /** Which step failed and why. */
  readonly message?: string
}

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
}

export async function runBlueprintTests(options: TestRunOptions): Promise<readonly TestVerdict[]> {
  const tests = Array.isArray(options.document.tests) ? (options.document.tests as readonly JsonObject[]) : []
  const verdicts: TestVerdict[] = []
  for (const test of tests) {
    const verdict = await runTest(test, options)
    verdicts.push(verdict)
    options.onVerdict?.(verdict)
  }
  return verdicts
}

async function runTest(test: JsonObject, { document, catalog, pure, container }: TestRunOptions): Promise<TestVerdict> {
  const name = String(test.name ?? 'A test without a name')
  const clock = createVirtualClock(TEST_START)
  const chance = createSeededChance()
  const kept = new Map<string, Json>()
  const failures: Failure[] = []
  const says: string[] = []
  let app: Runtime | null = null
  let root: Root | null = null
  const pulse = createPulse()

  function open(persisted: JsonObject): Runtime {
    const ports = createStubPorts({
      clock,
      chance,
      kept,
      pure,
      replies: repliesOf(test.tools),
      matches: (condition, args) =>
        isTrue(
          evaluateFormula(
            condition,
            made.stepsEnv(made.names.with(Object.fromEntries(Object.entries(args).map(([key, value]) => [key, valueBinding(() => value)])))),
            made.formulas,
          ),
        ),
      onFailure: failure => void failures.push(failure),
    })
    // Every app is made by `createApp`, whose apps are runtimes.
    const made = createApp({ document, ports }) as Runtime
    made.onToast(toast => void says.push(toast.text))
    made.setConfirm(question => {
      says.push(question.text)
      return Promise.resolve(true)
    })
    root = createRoot(container)
    root.render(
      <>
        <BlueprintView app={made} catalog={catalog} />
        {pulse.element}
      </>,
    )
    made.start(persisted)
    return made
  }

  function close(): void {
    app?.dispose()
    root?.unmount()
    container.replaceChildren()
  }

  /** Lets everything that is due be drawn, and what that brings about too. */
  async function settle(): Promise<void> {
    const drawn = pulse.beat().then(() => pulse.beat())
    let due = true
    void drawn.then(() => {
      due = false
    })
    for (let turns = 0; turns < FEWEST_TURNS || (due && turns < MOST_TURNS); turns++) await turn()
    const until = performance.now() + LOADS_MS
    while (container.querySelector('[data-tests-wait]') && performance.now() < until) await turn()
  }

  try {
    app = open({})
    const given = (test.state as JsonObject | undefined) ?? {}
    app.change(draft => {
      for (const [entry, value] of Object.entries(given)) draft[entry] = value
    })
    app.history.clear()
    await settle()
    const bench: TestBench = {
      container,
      user: userEvent.setup({ delay: null, document: container.ownerDocument, pointerEventsCheck: 0 }),
      get app() {
        return app as Runtime
      },
      says,
      settle,
      async wait(duration) {
        const ms = parseDuration(duration)
        if (ms === null) throw new Error(`“${String(duration)}” is no length of time: write "25m", "10s" or milliseconds.`)
        const resting = bench.app.resting
        // Nobody looks at the seconds of 25 minutes go by.
        resting.value = ms > RESTS_BEYOND_MS
        let timers = 0
        await clock.advance(ms, () => (++timers % TIMERS_AT_ONCE === 0 ? turn() : microtasks()))
        resting.value = false
        await settle()
      },
      async reload() {
        const persisted = JSON.parse(JSON.stringify(app?.persistedState() ?? {})) as JsonObject
        close()
        app = open(persisted)
        await settle()
      },
    }
    const steps = Array.isArray(test.steps) ? (test.steps as readonly JsonObject[]) : []
    for (const [at, step] of steps.entries()) {
      const problem = (await runTestStep(step, bench)) ?? (failures[0] ? `A step of the app failed: ${failures[0].message}` : null)
      if (problem) return { name, passed: false, message: `Step ${at + 1}, ${JSON.stringify(step)}: ${problem}` }
    }
    return { name, passed: true }
  } catch (error) {
    return { name, passed: false, message: error instanceof Error ? error.message : String(error) }
  } finally {
    close()
  }
}

function repliesOf(raw: Json | undefined): ReadonlyMap<string, readonly JsonObject[]> {
  const replies = Object.entries((raw as JsonObject | undefined) ?? {})
  return new Map(replies.map(([tool, reply]) => [tool, (Array.isArray(reply) ? reply : [reply]).map(asReply)]))
}

function asReply(raw: Json): JsonObject {
  const isReply = raw !== null && typeof raw === 'object' && !Array.isArray(raw) && (Object.hasOwn(raw, 'reply') || Object.hasOwn(raw, 'error'))
  return isReply ? (raw as JsonObject) : { reply: raw }
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
