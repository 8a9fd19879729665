import { describeType } from '../../schema/formula/types.ts'
import type { Json } from '../../schema/json/json.ts'
import type { CallRate } from '../call-rate.ts'
import type { Clock } from '../clock.ts'
import { causeOf, GatewayFailure } from '../failure.ts'
import type { Log } from '../log.ts'
import type { Tokens } from '../one-reply.ts'
import type { Providers } from '../providers/choose.ts'
import { cutOff, explainProviderError } from '../providers/explain.ts'
import type { ModelProvider } from '../providers/provider.ts'
import { type TimeLimits, withinTime } from '../time-limits.ts'
import type { Breaker } from './breaker.ts'
import type { Budget } from './budget.ts'
import { type Asked, type Question, REPLY_CHARACTERS, readAnswer, toMessages, withMistake } from './question.ts'

export interface AskPorts {
  readonly providers: Providers
  readonly budget: Budget
  readonly breaker: Breaker
  /** Of one app's calls. */
  readonly rate: CallRate
  readonly limits: TimeLimits
  readonly clock: Clock
  readonly log: Log
  readonly secrets: () => readonly string[]
}

export interface Answered {
  readonly value: Json
  readonly provider: string
  readonly model: string
  readonly tokens: Tokens
  /** Invisible characters that were taken out of what was handed over. */
  readonly removed: number
}

/** Of one reply. */
const MOST_OUTPUT = 4_000
/** Characters to a token where the provider does not count: few, so that a guess is too high rather than too low. */
const CHARACTERS_PER_TOKEN = 3

/**
 * One quarantined call (S12): the question and nothing else goes to the provider that is asked first, and to no other, as
 * that is the one whose name the person was told (S58). A reply that is not of the type goes back once. Throws `GatewayFailure`.
 */
export async function askModel(app: string, question: Question, ports: AskPorts, signal: AbortSignal): Promise<Answered> {
  const { budget, breaker, rate, log, clock } = ports
  if (budget.stopped) throw stoppedByPerson()
  const provider = await openFirst(ports)
  const names = [`app:${app}`, `provider:${provider.id}`]
  for (const name of names) breaker.require(name)
  const asked = toMessages(question)
  const count = budget.hold(app, 2 * (estimated(asked) + MOST_OUTPUT))
  const tokens: Tokens = { input: 0, output: 0 }
  const started = clock.now()
  let leave: (() => void) | null = null
  try {
    leave = await rate.enter(app, signal)
    const value = await answerTo(provider, asked, question, tokens, ports, signal)
    for (const name of names) breaker.note(name, true)
    log.info('llm', {
      app,
      provider: provider.id,
      model: provider.model,
      seconds: Math.round((clock.now() - started) / 100) / 10,
      inputTokens: tokens.input,
      outputTokens: tokens.output,
    })
    return { value, provider: provider.name, model: provider.model, tokens, removed: question.removed }
  } catch (cause) {
    if (signal.aborted) throw signal.reason instanceof GatewayFailure ? signal.reason : cause
    const failure = cause instanceof GatewayFailure ? cause : explainProviderError(cause, provider.name, provider.model, ports.secrets(), clock.now())
    if (failure.code !== 'rate') for (const name of failure.code === 'bad-reply' ? names.slice(0, 1) : names) breaker.note(name, false)
    log.warn('llm-failed', { app, provider: provider.id, code: failure.code, cause: causeOf(failure) })
    throw failure
  } finally {
    leave?.()
    keepCount(() => count(tokens), log)
  }
}

/** Whom apps ask. Throws `no-model` where no model is set up: the library writes apps, and answers nothing. */
export async function openFirst({ providers }: Pick<AskPorts, 'providers'>): Promise<ModelProvider> {
  const [first] = await providers.choose(null)
  if (first === undefined || first === 'library')
    throw new GatewayFailure('no-model', 'No language model is set up, and the library of shipped apps answers no questions. Set one up in Settings, Model.', {
      status: 503,
      again: 'person',
    })
  return providers.open(first)
}

export function stoppedByPerson(): GatewayFailure {
  return new GatewayFailure('stopped-by-person', 'You stopped all questions of apps to models. Let them ask again in Settings, Model.', { status: 403 })
}

async function answerTo(provider: ModelProvider, asked: Asked, { type }: Question, tokens: Tokens, ports: AskPorts, signal: AbortSignal): Promise<Json> {
  const first = await replyTo(provider, asked, tokens, ports, signal)
  const answer = readAnswer(first, type)
  if (answer.ok) return answer.value
  const second = readAnswer(await replyTo(provider, withMistake(asked, first, answer.mistake), tokens, ports, signal), type)
  if (second.ok) return second.value
  const words = `${provider.model} answered twice in a form that was not asked for, which was ${describeType(type)}. Ask for less at once, or for a simpler type.`
  throw new GatewayFailure('bad-reply', words, { status: 502, again: 'person' })
}

/** One reply as it came, no longer than is read of it. */
async function replyTo(provider: ModelProvider, asked: Asked, tokens: Tokens, { limits, clock }: AskPorts, signal: AbortSignal): Promise<string> {
  const controller = new AbortController()
  const both = AbortSignal.any([signal, controller.signal])
  const stop = () => controller.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  signal.throwIfAborted()
  let text = ''
  let usage: Tokens | null = null
  let end: 'finished' | 'length' | 'refused' | null = null
  try {
    for await (const piece of withinTime(provider.stream({ ...asked, maxTokens: MOST_OUTPUT }, both), limits, clock, controller)) {
      if (piece.type === 'text') text += piece.text
      else if (piece.type === 'usage') usage = { input: piece.inputTokens, output: piece.outputTokens }
      else if (piece.type === 'end') end = piece.why
      if (text.length > REPLY_CHARACTERS) {
        end = 'length'
        break
      }
    }
  } catch (cause) {
    throw controller.signal.aborted && controller.signal.reason instanceof GatewayFailure ? controller.signal.reason : cause
  } finally {
    signal.removeEventListener('abort', stop)
    tokens.input += usage?.input || estimated(asked)
    tokens.output += usage?.output || Math.ceil(text.length / CHARACTERS_PER_TOKEN)
  }
  if (end === 'refused') throw new GatewayFailure('model-refused', `${provider.model} declined to answer this. Ask in another way.`, { status: 502 })
  if (end === null) throw cutOff(provider.name)
  return text
}

/** It is counted in memory in any case; a disk that refuses costs no answer. */
function keepCount(count: () => void, log: Log): void {
  try {
    count()
  } catch (cause) {
    if (!(cause instanceof GatewayFailure)) throw cause
    log.warn('llm-count', { message: cause.message })
  }
}

function estimated({ system, messages }: Asked): number {
  return Math.ceil([system, ...messages.map(({ content }) => content)].join('').length / CHARACTERS_PER_TOKEN)
}
