import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { LlmStatus } from '../../schema/protocol/llm.ts'
import type { Gateway } from '../services/gateway.ts'
import { PageFailure } from '../services/page-failure.ts'

/** The questions that apps put to a model, in this page. */
export interface Questions {
  /** Null until it is known, and where there is no gateway. */
  readonly status: ReadonlySignal<LlmStatus | null>
  /** The installed apps that wait for an answer. */
  readonly asking: ReadonlySignal<ReadonlySet<string>>
  /** One question of an app, under its token. Rejects with a `PageFailure`. */
  ask(app: { readonly instance: string; readonly hash: string | null }, question: JsonObject, signal: AbortSignal): Promise<Json>
  /** Ends the questions of one app that are under way. */
  stop(instance: string): void
  /** Ends all there are, and lets none begin until it is taken back. */
  setStopped(stopped: boolean): Promise<void>
  /** Looks anew whom apps ask, and what was spent. */
  refresh(): Promise<void>
}

const ofGateway = new WeakMap<Gateway, Questions>()

/** Those of the page that this gateway belongs to. */
export function questionsOf(gateway: Gateway): Questions {
  const known = ofGateway.get(gateway)
  if (known) return known
  const made = createQuestions(gateway)
  ofGateway.set(gateway, made)
  return made
}

export function createQuestions(gateway: Pick<Gateway, 'probe' | 'json' | 'call'>): Questions {
  const status = signal<LlmStatus | null>(null)
  const asking = signal<ReadonlySet<string>>(new Set())
  const calls = new Map<AbortController, string>()
  const look = () => {
    asking.value = new Set(calls.values())
  }
  const questions: Questions = {
    status,
    asking,
    async ask({ instance, hash }, question, abort) {
      if (!(await gateway.probe()))
        throw new PageFailure('no-gateway', 'This page was opened without Cyanotype’s own server, through which apps ask a model. Start it with npm start.')
      const own = new AbortController()
      calls.set(own, instance)
      look()
      try {
        const response = await gateway.call({ instance, hash, tool: 'llm.ask' }, 'api/llm', question, AbortSignal.any([abort, own.signal]))
        return ((await response.json()) as { readonly value: Json }).value
      } catch (cause) {
        if (own.signal.aborted) throw new PageFailure('stopped-by-person', 'You stopped this question to the model.', { cause })
        throw cause
      } finally {
        calls.delete(own)
        look()
        void questions.refresh()
      }
    },
    stop(instance) {
      for (const [call, of] of calls) if (of === instance) call.abort()
    },
    async setStopped(stopped) {
      status.value = (await gateway.json('POST', 'api/llm/stop', { stopped })) as LlmStatus
    },
    async refresh() {
      if (!(await gateway.probe())) return
      // It is looked at again with the next question; nothing depends on it but what is shown.
      status.value = await gateway.json('GET', 'api/llm').then(
        found => found as LlmStatus,
        () => status.peek(),
      )
    },
  }
  return questions
}
