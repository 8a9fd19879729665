import type { ProviderId, ProviderStatus } from '../../schema/protocol/generate.ts'
import { GatewayFailure } from '../failure.ts'
import type { ModelProviderId, Settings } from '../settings.ts'
import { createAnthropic } from './anthropic.ts'
import { createOllama, listOllamaModels } from './ollama.ts'
import { createOpenAI, createOpenAIClient, openAiName } from './openai.ts'
import type { ModelProvider } from './provider.ts'

/** Newest first; the first is what is used where none is set. */
const ANTHROPIC_MODELS = ['claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-5-5']
const OPENAI_MODEL = 'gpt-6.1-terra'

/** How long a local server may take to say what it has, in milliseconds. */
const LOOK = 1_500

export interface Providers {
  /**
   * Whom to ask: the named one alone, else `PRIMARY_PROVIDER`, else the first that is set up (Anthropic,
   * OpenAI, a running Ollama), else the library; then `FALLBACK_PROVIDER`, if it is another.
   */
  choose(requested: ProviderId | null): Promise<readonly ProviderId[]>
  /** Makes a provider ready. Throws `GatewayFailure` with the remedy where it is not set up. */
  open(id: ModelProviderId): Promise<ModelProvider>
  status(): Promise<readonly ProviderStatus[]>
}

export function createProviders(settings: Settings): Providers {
  const openAiSetUp = () => {
    const { key, baseUrl } = settings.provider('openai')
    return key !== null || new URL(baseUrl).host !== 'api.openai.com'
  }
  const ollamaModels = () => listOllamaModels(settings.provider('ollama').baseUrl, AbortSignal.timeout(LOOK))

  async function firstSetUp(): Promise<ProviderId> {
    if (settings.provider('anthropic').key !== null) return 'anthropic'
    if (openAiSetUp()) return 'openai'
    const models = await ollamaModels().catch(() => [])
    return models.length > 0 ? 'ollama' : 'library'
  }

  return {
    async choose(requested) {
      if (requested !== null) return [requested]
      const first = settings.primary ?? (await firstSetUp())
      return settings.fallback === null || settings.fallback === first ? [first] : [first, settings.fallback]
    },

    async open(id) {
      const { key, baseUrl, model, keyElsewhere } = settings.provider(id)
      if (id === 'anthropic') {
        if (key === null) throw noKey('Anthropic', keyElsewhere)
        return createAnthropic({ key, baseUrl, model: model ?? ANTHROPIC_MODELS[0]! })
      }
      if (id === 'openai') {
        if (!openAiSetUp()) throw noKey('OpenAI', keyElsewhere)
        return createOpenAI({ key, baseUrl, model: model ?? (await defaultOpenAiModel(key, baseUrl)) })
      }
      if (model !== null) return createOllama({ baseUrl, model })
      const [first] = await ollamaModels().catch(cause => {
        throw new GatewayFailure('unreachable', `Ollama does not answer at ${baseUrl}. Start it with “ollama serve”, or choose another provider in Settings.`, {
          status: 502,
          again: 'person',
          cause,
        })
      })
      if (first === undefined)
        throw new GatewayFailure('no-model', 'Ollama is running and has no model. Fetch one, for example with “ollama pull qwen3”.', {
          status: 502,
          again: 'person',
        })
      return createOllama({ baseUrl, model: first })
    },

    async status() {
      const anthropic = settings.provider('anthropic')
      const openai = settings.provider('openai')
      const ollama = settings.provider('ollama')
      const found = await ollamaModels().catch(() => null)
      return [
        {
          id: 'anthropic',
          name: 'Anthropic',
          configured: anthropic.key !== null,
          key: anthropic.key === null ? 'unset' : 'set',
          baseUrl: anthropic.baseUrl,
          model: anthropic.model ?? ANTHROPIC_MODELS[0]!,
          models: ANTHROPIC_MODELS,
          note: keyNote(anthropic.key !== null, anthropic.keyElsewhere),
        },
        {
          id: 'openai',
          name: openAiName(openai.baseUrl),
          configured: openAiSetUp(),
          key: openai.key === null ? 'unset' : 'set',
          baseUrl: openai.baseUrl,
          model: openai.model ?? (new URL(openai.baseUrl).host === 'api.openai.com' ? OPENAI_MODEL : null),
          models: [],
          note: openai.key === null && openAiSetUp() ? 'No key set; this server may need none' : keyNote(openai.key !== null, openai.keyElsewhere),
        },
        {
          id: 'ollama',
          name: 'Ollama',
          configured: found !== null && found.length > 0,
          key: 'none-needed',
          baseUrl: ollama.baseUrl,
          model: ollama.model ?? found?.[0] ?? null,
          models: found ?? [],
          note:
            found === null ? 'Not running' : found.length === 0 ? 'Running, no models' : `Running, ${found.length} ${found.length === 1 ? 'model' : 'models'}`,
        },
        {
          id: 'library',
          name: 'Library',
          configured: true,
          key: 'none-needed',
          baseUrl: null,
          model: null,
          models: [],
          note: 'Always there; no model writes these apps',
        },
      ]
    },
  }
}

/** OpenAI has many models and a usual one; another server is asked what it has. */
async function defaultOpenAiModel(key: string | null, baseUrl: string): Promise<string> {
  if (new URL(baseUrl).host === 'api.openai.com') return OPENAI_MODEL
  const page = await createOpenAIClient({ key, baseUrl }).models.list({ signal: AbortSignal.timeout(5_000) })
  const first = page.data[0]?.id
  if (first === undefined)
    throw new GatewayFailure('no-model', `${openAiName(baseUrl)} lists no model. Name one in Settings.`, { status: 502, again: 'person' })
  return first
}

function noKey(name: string, elsewhere: boolean): GatewayFailure {
  const why = elsewhere ? 'The key that is set belongs to another address' : 'No key is set'
  return new GatewayFailure('no-key', `${why} for ${name}. Set one in Settings, or choose another provider.`, { status: 502 })
}

function keyNote(set: boolean, elsewhere: boolean): string {
  if (set) return 'Key set'
  return elsewhere ? 'The key that is set belongs to another address' : 'No key set'
}
