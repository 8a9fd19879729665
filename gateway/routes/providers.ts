import { GatewayFailure } from '../failure.ts'
import { explainProviderError } from '../providers/explain.ts'
import type { ModelProvider } from '../providers/provider.ts'
import { optionalText, readRecord } from '../request-body.ts'
import { type ModelProviderId, PROVIDER_IDS, type ProviderChange } from '../settings.ts'
import type { RouteContext } from './context.ts'

/** How long a test may take, in milliseconds: a local model may have to be loaded. */
const PATIENCE = 120_000

/** `GET /api/providers`: `ProviderStatus[]`; never a key. */
export async function getProviders({ providers }: RouteContext): Promise<Response> {
  return Response.json(await providers.status(), { headers: { 'cache-control': 'no-store' } })
}

/** `POST /api/providers/:id` `{ baseUrl?, model?, key? }`; null goes back to the default. Answers with the new `ProviderStatus[]`. */
export async function postProvider(request: Request, id: string, context: RouteContext): Promise<Response> {
  const body = await readRecord(request, 16 * 1024)
  const change: { -readonly [Name in keyof ProviderChange]: ProviderChange[Name] } = {}
  for (const name of ['baseUrl', 'model', 'key'] as const) {
    const text = optionalText(body, name, 2_000)
    if (text !== undefined) change[name] = text?.trim() || null
  }
  if (typeof change.key === 'string' && !/^[\x21-\x7e]+$/.test(change.key))
    throw new GatewayFailure('key', 'The key holds a space or a character that keys do not have. Copy it again.')
  const provider = modelProvider(id)
  context.settings.change(provider, change)
  context.log.info('settings', { provider, changed: Object.keys(change) })
  return getProviders(context)
}

/** `POST /api/providers/:id/test`: asks for a few words and says how long they took. `{ ok, seconds, note }`. */
export async function testProvider(request: Request, id: string, context: RouteContext): Promise<Response> {
  await readRecord(request, 16 * 1024)
  if (id === 'library') return Response.json({ ok: true, seconds: 0, note: 'The library needs no model.' })
  const { clock, settings, providers } = context
  const started = clock.now()
  const seconds = () => Math.round((clock.now() - started) / 100) / 10
  const signal = AbortSignal.any([request.signal, context.closing, AbortSignal.timeout(PATIENCE)])
  let provider: ModelProvider | null = null
  try {
    provider = await providers.open(modelProvider(id))
    let answered = false
    const turn = { system: 'Reply with JSON only.', messages: [{ role: 'user' as const, content: 'Reply with this JSON: {"ok":true}' }] }
    for await (const piece of provider.stream(turn, signal)) answered ||= piece.type === 'text' || piece.type === 'end'
    if (!answered) return Response.json({ ok: false, seconds: seconds(), note: `${provider.name} closed the connection without an answer.` })
    return Response.json({ ok: true, seconds: seconds(), note: `${provider.model} answered in ${seconds()} seconds.` })
  } catch (error) {
    if (error instanceof GatewayFailure && error.code === 'provider') throw error
    const failure = explainProviderError(error, provider?.name ?? id, provider?.model ?? 'the model', settings.secrets(), clock.now())
    return Response.json({ ok: false, seconds: seconds(), note: failure.message })
  }
}

function modelProvider(id: string): ModelProviderId {
  const found = PROVIDER_IDS.find(one => one === id)
  if (found === undefined)
    throw new GatewayFailure('provider', `There is no provider “${id.slice(0, 40)}”. There are: ${PROVIDER_IDS.join(', ')}.`, {
      status: 404,
    })
  return found
}
