import { LIMITS } from '../schema/limits.ts'
import type { GenerateEvent } from '../schema/protocol/generate.ts'
import { backOff, PATIENCE, RETRIES } from './back-off.ts'
import type { Clock } from './clock.ts'
import { wait } from './clock.ts'
import { causeOf, firstSentence, GatewayFailure, quote } from './failure.ts'
import type { Log } from './log.ts'
import { continueMessages } from './messages.ts'
import { cutOff, explainProviderError } from './providers/explain.ts'
import type { ModelMessage, ModelProvider } from './providers/provider.ts'
import { createReply, type Reply } from './reply.ts'
import { type TimeLimits, withinTime } from './time-limits.ts'

export interface ReplyPorts {
  readonly systemPrompt: string
  readonly limits: TimeLimits
  readonly clock: Clock
  /** In [0, 1). */
  readonly random: () => number
  readonly log: Log
  readonly secrets: () => readonly string[]
}

/** What was spent so far. */
export interface Tokens {
  input: number
  output: number
}

/**
 * One reply of the model, through as many connections as it takes (at most three). Gives the whole reply;
 * throws what no retry mends.
 */
export async function* oneReply(
  provider: ModelProvider,
  asked: readonly ModelMessage[],
  before: string,
  tokens: Tokens,
  ports: ReplyPorts,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, Reply> {
  const { clock, systemPrompt } = ports
  for (let attempt = 1; ; attempt += 1) {
    const reply = createReply(before)
    if (reply.text !== before) yield { type: 'restart', why: 'retry', attempt, issues: [], label: provider.model }
    if (reply.complete) return reply
    const messages = reply.text === '' ? asked : continueMessages(asked, reply.text)
    const controller = new AbortController()
    const both = AbortSignal.any([signal, controller.signal])
    const usage: Tokens = { input: 0, output: 0 }
    let end: 'finished' | 'length' | 'refused' | null = null
    let failure: GatewayFailure | null = null
    let toldStartOver = false
    const show = function* (more: string): Generator<GenerateEvent> {
      if (reply.startedOver && !toldStartOver) {
        toldStartOver = true
        yield { type: 'restart', why: 'retry', attempt, issues: [], label: `${provider.model} begins anew` }
      }
      if (more !== '') yield { type: 'text', text: more }
    }
    const stop = () => controller.abort(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    try {
      for await (const piece of withinTime(provider.stream({ system: systemPrompt, messages }, both), ports.limits, clock, controller)) {
        if (piece.type === 'text') yield* show(reply.push(piece.text))
        // What is longer is refused by the check anyway: no more of it is waited or paid for.
        if (reply.text.length > LIMITS.documentCharacters || reply.raw.length > 2 * LIMITS.documentCharacters) {
          end = 'finished'
          break
        }
        if (piece.type === 'usage') Object.assign(usage, { input: piece.inputTokens, output: piece.outputTokens })
        else if (piece.type === 'end') end = piece.why
      }
      if (end === null) failure = cutOff(provider.name)
    } catch (error) {
      if (signal.aborted) throw error
      const cause = controller.signal.aborted && controller.signal.reason instanceof GatewayFailure ? controller.signal.reason : error
      failure = explainProviderError(cause, provider.name, provider.model, ports.secrets(), clock.now())
    } finally {
      signal.removeEventListener('abort', stop)
      tokens.input += usage.input
      tokens.output += usage.output
    }
    signal.throwIfAborted()
    yield* show(reply.end())
    if (reply.complete) return reply
    if (end === 'refused')
      throw new GatewayFailure(
        'model-refused',
        `${provider.model} declined to write this app.${reply.raw === '' ? '' : ` It said: “${quote(reply.raw, 300)}”`} Describe it in another way, or choose another model.`,
        { status: 502 },
      )
    if (failure === null && (end === 'finished' || attempt > RETRIES)) return reply
    before = reply.text
    if (failure === null) continue
    if (failure.again !== 'auto' || attempt > RETRIES || (failure.retryAfter ?? 0) > PATIENCE) throw failure
    const pause = backOff(attempt, failure.retryAfter, ports.random)
    ports.log.warn('retry', { provider: provider.id, code: failure.code, attempt, pause, cause: causeOf(failure) })
    if (before === '') yield { type: 'restart', why: 'retry', attempt, issues: [], label: `${firstSentence(failure.message)} Trying again.` }
    await wait(clock, pause, signal)
  }
}
