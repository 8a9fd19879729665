/** An app for the engine's own tests: a virtual clock, tools that write down what is called. */
import type { Failure } from '../schema/issue.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { createApp } from './app/create-app.ts'
import { evaluateIn } from './app/env.ts'
import { createLabelBook } from './app/label-book.ts'
import type { LabelPort } from './app/labels.ts'
import type { Runtime } from './app/runtime.ts'
import type { Toast } from './contracts.ts'
import type { ToolCallContext } from './ports.ts'
import { createSeededChance, TEST_START } from './react/test-run/stub-ports.ts'
import { createVirtualClock, type VirtualClock } from './react/test-run/virtual-clock.ts'

export interface TestApp {
  readonly app: Runtime
  readonly clock: VirtualClock
  readonly calls: { readonly tool: string; readonly args: JsonObject }[]
  readonly failures: Failure[]
  readonly toasts: Toast[]
  /** Runs steps as a press would, and lets what is pending go on. */
  run(steps: Json): Promise<void>
  wait(ms: number): Promise<void>
  /** The value of a formula over the document's names. */
  value(formula: string): Json
}

export interface TestAppOptions {
  readonly persisted?: JsonObject
  /** What a tool answers; may throw a `ToolFailure`, or give a promise. */
  readonly answer?: (tool: string, args: JsonObject, context: ToolCallContext) => Json | Promise<Json>
  /** Which labels a tool's answers have (S28); left out, nothing is followed. */
  readonly origins?: LabelPort['origins']
  readonly start?: boolean
  readonly language?: string
}

export function createTestApp(
  sections: JsonObject,
  { persisted = {}, answer = () => null, origins, start = true, language = 'en-US' }: TestAppOptions = {},
): TestApp {
  const clock = createVirtualClock(TEST_START)
  const calls: TestApp['calls'] = []
  const failures: Failure[] = []
  const toasts: Toast[] = []
  const document: JsonObject = { blueprint: 1, app: { name: 'Test' }, view: { type: 'Stack' }, ...sections }
  // Every app is made by `createApp`, whose apps are runtimes.
  const app = createApp({
    document,
    ports: {
      clock,
      chance: createSeededChance(),
      locale: { language, timeZone: 'UTC', currency: 'USD' },
      attachments: {
        url: () => null,
        load: async () => {},
        put: async file => ({ ref: 'file:1', name: file.name, type: file.type, size: file.size }),
      },
      tools: {
        call(tool, args, context) {
          calls.push({ tool, args })
          return answer(tool, args, context)
        },
      },
      ...(origins && { labels: { createBook: createLabelBook, origins } }),
      reportFailure: failure => void failures.push(failure),
    },
  }) as Runtime
  app.onToast(toast => void toasts.push(toast))
  if (start) app.start(persisted)
  return {
    app,
    clock,
    calls,
    failures,
    toasts,
    async run(steps) {
      app.run(steps, app.names, { gesture: true })
      await turns()
    },
    async wait(ms) {
      await clock.advance(ms, turns)
      await turns()
    },
    value: formula => evaluateIn(app.stepsEnv(app.names), app.formulas.formula(formula).evaluate),
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}
