import { randomUUID } from 'node:crypto'
import { cleanText } from '../../schema/identity/clean-text.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { GenerateRequest, ProviderId } from '../../schema/protocol/generate.ts'
import { GatewayFailure } from '../failure.ts'
import { generate } from '../generate.ts'
import { choiceMember, optionalText, readRecord, textMember } from '../request-body.ts'
import { eventStream } from '../sse.ts'
import type { RouteContext } from './context.ts'

const PROMPT_CHARACTERS = 100_000
const PROVIDERS: readonly ProviderId[] = ['anthropic', 'openai', 'ollama', 'library']

/** `POST /api/generate`: a `GenerateRequest`, answered by server-sent events. */
export async function postGenerate(request: Request, context: RouteContext): Promise<Response> {
  const asked = await readGenerateRequest(request)
  const stopped = new AbortController()
  const signal = AbortSignal.any([request.signal, stopped.signal, context.closing])
  const events = generate(asked, randomUUID(), context.generate, signal)
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return new Response(
    eventStream(events, () => stopped.abort()),
    { headers },
  )
}

async function readGenerateRequest(request: Request): Promise<GenerateRequest> {
  const body = await readRecord(request, 4 * (PROMPT_CHARACTERS + LIMITS.documentCharacters))
  const written = textMember(body, 'prompt', PROMPT_CHARACTERS)
  const prompt = cleanText(written).text.trim()
  if (prompt === '') throw new GatewayFailure('empty-prompt', 'Write what the app should do, for example “a tracker for my plants”.')
  const provider = choiceMember(body, 'provider', PROVIDERS)
  const resume = optionalText(body, 'resume', LIMITS.documentCharacters) ?? undefined
  return { prompt, ...(provider === undefined ? {} : { provider }), ...(resume === undefined ? {} : { resume }) }
}
