import type { Issue } from '../schema/issue.ts'
import { salvage } from '../schema/json/salvage.ts'
import { LIMITS } from '../schema/limits.ts'
import type { GenerateEvent, GenerateRequest, ProviderId } from '../schema/protocol/generate.ts'
import { causeOf, firstSentence, GatewayFailure, quote, toFailure } from './failure.ts'
import { type Draft, hasErrors, isJson, mendReply } from './mend-reply.ts'
import { repairMessages } from './messages.ts'
import { oneReply, type ReplyPorts, type Tokens } from './one-reply.ts'
import type { Providers } from './providers/choose.ts'
import { cutOff, explainProviderError } from './providers/explain.ts'
import type { Library } from './providers/library.ts'
import { streamLibraryText } from './providers/library.ts'
import type { LibraryAnswer, ModelProvider } from './providers/provider.ts'
import type { Reply } from './reply.ts'
import type { Spending } from './spending.ts'
import { type Task, taskOf } from './task.ts'

export interface GeneratePorts extends ReplyPorts {
  /** What the person's requests come to; left out, nothing is counted and there is no limit. */
  readonly spending?: Pick<Spending, 'require' | 'count'>
  readonly providers: Providers
  readonly library: Library
  /** What is wrong with the text of a new app; an empty list is a good one. */
  readonly check: (text: string) => readonly Issue[]
}

/** How often a reply that fails the check is handed back. */
const REPAIRS = 2

/**
 * From a prompt to a checked document, a new app or an edit of one: asks the chosen provider, passes its text on as it comes, hands
 * back what fails the check, tries again what may be tried again, and turns to the fallback where there is one.
 *
 * - The first event is `start`, the last `done` or `error`; once `signal` is aborted there are no more events.
 * - The document that the page has is what `text` gave since the last `restart`.
 * - A connection that breaks after text was passed on is taken up where it broke: nothing is shown twice,
 *   unless the model begins anew, which a `restart` says.
 * - The provider is released as soon as the consumer returns or `signal` is aborted.
 */
export async function* generate(request: GenerateRequest, id: string, ports: GeneratePorts, signal: AbortSignal): AsyncGenerator<GenerateEvent> {
  const { providers, clock, log } = ports
  const started = clock.now()
  const order = await providers.choose(request.provider ?? null)
  const task = taskOf(request, ports.systemPrompt, ports.check)
  const tokens: Tokens = { input: 0, output: 0 }
  let failed: GatewayFailure | null = null
  let announced = false
  try {
    for (const [index, provider] of order.entries()) {
      let opened: ModelProvider | null = null
      try {
        if (provider === 'library') {
          if (request.pictures?.length) throw cannotSee('The library')
          const answer = await ports.library(request.prompt, request.change)
          announced = true
          yield* fromLibrary(answer, id, failed, request.resume ?? '', task, ports, signal)
        } else {
          ports.spending?.require()
          opened = await providers.open(provider)
          const open = opened
          if (request.pictures?.length && !(await open.canSee())) throw cannotSee(open.model)
          announced = true
          yield failed === null
            ? { type: 'start', request: id, provider, model: open.model, label: open.model }
            : {
                type: 'restart',
                why: 'fallback',
                attempt: index,
                issues: [],
                label: `${firstSentence(failed.message)} Asking ${open.model} instead.`,
                provider,
                model: open.model,
              }
          yield* fromModel(open, task, index === 0 ? (request.resume ?? '') : '', tokens, started, { ...ports, systemPrompt: task.systemPrompt }, signal)
        }
        log.info('generate', {
          request: id,
          provider,
          model: opened?.model ?? null,
          seconds: seconds(),
          inputTokens: tokens.input,
          outputTokens: tokens.output,
        })
        return
      } catch (error) {
        if (signal.aborted) {
          log.info('generate-stopped', { request: id, provider, seconds: seconds() })
          return
        }
        const failure = failureOf(error, opened, provider, ports)
        log.warn('generate-failed', { request: id, provider, code: failure.code, seconds: seconds(), cause: causeOf(failure) })
        if (!announced) yield { type: 'start', request: id, provider, model: null, label: nameOf(provider) }
        announced = true
        failed = failure
      }
    }
    if (failed !== null) yield { type: 'error', failure: toFailure(failed), retry: failed.again !== 'never' }
  } finally {
    // Also what was stopped has cost.
    if (tokens.input + tokens.output > 0) ports.spending?.count(tokens, seconds())
  }

  function seconds(): number {
    return Math.round((clock.now() - started) / 100) / 10
  }
}

function cannotSee(who: string): GatewayFailure {
  return new GatewayFailure('cannot-see', `${who} cannot see pictures. Take the picture away and describe it, or choose a model that can see in Settings.`, {
    status: 400,
  })
}

/** Opening a provider throws what its SDK throws; after that only failures are expected, and anything else is a fault of ours. */
function failureOf(error: unknown, opened: ModelProvider | null, id: ProviderId, ports: GeneratePorts): GatewayFailure {
  if (error instanceof GatewayFailure) return error
  if (opened === null && id !== 'library') return explainProviderError(error, nameOf(id), 'the model', ports.secrets(), ports.clock.now())
  ports.log.error('fault', { error: String(error), stack: error instanceof Error ? (error.stack ?? null) : null })
  return new GatewayFailure('fault', 'The gateway has a fault; what happened is in its log. Try again.', {
    status: 500,
    again: 'person',
    cause: error,
  })
}

async function* fromLibrary(
  answer: LibraryAnswer,
  id: string,
  failed: GatewayFailure | null,
  resume: string,
  task: Task,
  ports: GeneratePorts,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent> {
  const label = answer.kind === 'app' ? answer.label : 'From the library, no model'
  yield failed === null
    ? { type: 'start', request: id, provider: 'library', model: null, label }
    : {
        type: 'restart',
        why: 'fallback',
        attempt: 1,
        issues: [],
        label: `${firstSentence(failed.message)} ${label}.`,
        provider: 'library',
        model: null,
      }
  if (answer.kind === 'nothing-near') {
    yield { type: 'nothing-near', nearest: answer.nearest }
    yield { type: 'done', complete: false, issues: [] }
    return
  }
  if (answer.kind === 'cannot') {
    yield { type: 'cannot', why: answer.why, examples: answer.examples }
    yield { type: 'done', complete: false, issues: [] }
    return
  }
  // The library gives the same text again: what the page has of it need not be sent.
  const had = failed === null && answer.text.startsWith(resume) ? resume.length : 0
  if (failed === null && had < resume.length) yield { type: 'restart', why: 'retry', attempt: 1, issues: [], label }
  for await (const text of streamLibraryText(answer.text.slice(had), ports.clock, signal)) yield { type: 'text', text }
  yield { type: 'done', complete: true, issues: task.check(answer.text) }
}

async function* fromModel(
  provider: ModelProvider,
  task: Task,
  resume: string,
  tokens: Tokens,
  started: number,
  ports: GeneratePorts,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent> {
  const { messages: asked, check } = task
  let messages = asked
  let before = resume
  let best: Draft | null = null
  /** What the page has since the last restart. */
  let shown: string = resume
  for (let round = 0; ; round += 1) {
    let reply: Reply
    try {
      reply = yield* oneReply(provider, messages, before, tokens, ports, signal)
    } catch (error) {
      if (best === null || signal.aborted || !(error instanceof GatewayFailure)) throw error
      // A repair that fails must not take away what was there before it.
      ports.log.warn('repair-failed', { provider: provider.id, code: error.code, cause: causeOf(error) })
      break
    }
    before = ''
    shown = reply.text
    const written = { text: reply.text, issues: reply.text === '' ? [nothingWritten(task)] : check(reply.text) }
    const mended = written.text === '' || written.text.length > LIMITS.documentCharacters ? null : mendReply(written, check, { whole: !task.partial })
    const draft = mended ?? written
    const { text, issues } = draft
    if (mended !== null && !hasErrors(issues)) {
      if (!text.startsWith(shown))
        yield { type: 'restart', why: 'repair', attempt: round, issues: written.issues, label: `${provider.model}, with its slips mended` }
      yield { type: 'text', text: text.startsWith(shown) ? text.slice(shown.length) : text }
      shown = text
    }
    if (text !== '' && (best === null || badness(draft) <= badness(best))) best = draft
    if (!hasErrors(issues) || text.length > LIMITS.documentCharacters) break
    if (round === REPAIRS) {
      if (best === null)
        throw new GatewayFailure(
          'not-an-app',
          `${provider.model} answered with words instead of ${task.wanted}. It said: “${quote(reply.raw, 300)}” Say it in another way, or try again.`,
          { status: 502, again: 'person' },
        )
      break
    }
    const errors = issues.filter(issue => issue.severity === 'error')
    yield {
      type: 'restart',
      why: 'repair',
      attempt: round + 1,
      issues: errors,
      label: `${provider.model} is mending ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}`,
    }
    messages = repairMessages(asked, text === '' ? { text: reply.raw, issues } : draft)
  }
  if (best === null) throw cutOff(provider.name)
  const final = hasErrors(best.issues) && task.partial ? readable(best, check) : best
  if (final.text !== shown) {
    yield { type: 'restart', why: 'repair', attempt: REPAIRS, issues: final.issues, label: 'The best of what arrived' }
    yield { type: 'text', text: final.text }
  }
  yield {
    type: 'usage',
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    seconds: Math.round((ports.clock.now() - started) / 100) / 10,
  }
  yield { type: 'done', complete: isJson(final.text), issues: final.issues }
}

/**
 * A draft that is no JSON is read as far as that goes, so that it can be shown and what stands against it said.
 * That a part is missing stays an error: nobody wrote the app that is left.
 */
function readable(draft: Draft, check: (text: string) => readonly Issue[]): Draft {
  if (isJson(draft.text)) return draft
  const saved = salvage(draft.text)
  if (saved === null) return draft
  const text = JSON.stringify(saved.value)
  const note: Issue = { code: 'salvaged', severity: 'error', at: '', line: 1, column: 1, message: saved.note }
  return { text, issues: [...check(text), note] }
}

function nothingWritten({ begins }: Task): Issue {
  return {
    code: 'not-an-app',
    severity: 'error',
    at: '',
    line: 1,
    column: 1,
    message: `The reply holds no document. Reply with one JSON document that starts with ${begins}.`,
  }
}

/** What can be read is better than what cannot; then fewer errors are. */
function badness({ text, issues }: Draft): number {
  return countErrors(issues) + (isJson(text) ? 0 : 1_000_000)
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(issue => issue.severity === 'error').length
}

function nameOf(id: ProviderId): string {
  return new Map<ProviderId, string>([
    ['anthropic', 'Anthropic'],
    ['openai', 'OpenAI'],
    ['ollama', 'Ollama'],
    ['library', 'The library'],
  ]).get(id)!
}
