import Anthropic from '@anthropic-ai/sdk'
import type { Picture } from '../../schema/protocol/generate.ts'
import type { ModelPiece, ModelProvider } from './provider.ts'
import { createProviderFetch } from './provider-fetch.ts'

export interface AnthropicOptions {
  readonly key: string
  readonly baseUrl: string
  readonly model: string
}

/** An app is rarely longer than 12,000 tokens; a model that thinks first spends from the same purse. */
const MAX_TOKENS = 32_000

/** The Messages API. Retries, time-outs and their words are the gateway's own. */
export function createAnthropic({ key, baseUrl, model }: AnthropicOptions): ModelProvider {
  const name = 'Anthropic'
  const client = new Anthropic({
    apiKey: key,
    authToken: null,
    baseURL: baseUrl,
    maxRetries: 0,
    logLevel: 'off',
    fetch: createProviderFetch(name),
  })
  return {
    id: 'anthropic',
    name,
    model,
    canSee: async () => true,
    async *stream(turn, signal): AsyncGenerator<ModelPiece> {
      const stream = await client.messages.create(
        {
          model,
          max_tokens: turn.maxTokens ?? MAX_TOKENS,
          // The prompt is the same for every app: the provider may keep it at hand.
          system: [{ type: 'text', text: turn.system, cache_control: { type: 'ephemeral' } }],
          messages: turn.messages.map(({ role, content, pictures = [] }) => ({
            role,
            content: pictures.length === 0 ? content : [...pictures.map(pictureBlock), { type: 'text' as const, text: content }],
          })),
          stream: true,
        },
        { signal },
      )
      let inputTokens = 0
      let why: 'finished' | 'length' | 'refused' | null = null
      for await (const event of stream) {
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') yield { type: 'text', text: event.delta.text }
        else yield { type: 'activity' }
        if (event.type === 'message_start') {
          const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = event.message.usage
          inputTokens = input_tokens + (cache_read_input_tokens ?? 0) + (cache_creation_input_tokens ?? 0)
        } else if (event.type === 'message_delta') {
          yield { type: 'usage', inputTokens, outputTokens: event.usage.output_tokens }
          why = endOf(event.delta.stop_reason) ?? why
        } else if (event.type === 'message_stop') {
          yield { type: 'end', why: why ?? 'finished' }
          return
        }
      }
    },
  }
}

const pictureBlock = ({ type, base64 }: Picture) => ({ type: 'image' as const, source: { type: 'base64' as const, media_type: type, data: base64 } })

function endOf(reason: string | null): 'finished' | 'length' | 'refused' | null {
  if (reason === null) return null
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') return 'length'
  return reason === 'refusal' ? 'refused' : 'finished'
}
