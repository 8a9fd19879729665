import OpenAI from 'openai'
import type { ChatCompletionCreateParamsStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import type { ModelMessage, ModelPiece, ModelProvider } from './provider.ts'
import { createProviderFetch } from './provider-fetch.ts'

export interface OpenAIOptions {
  /** Null where the server needs none (LM Studio, vLLM). */
  readonly key: string | null
  readonly baseUrl: string
  readonly model: string
}

/** Chat completions, as OpenAI and everything that speaks like it offers them. */
export function createOpenAI({ key, baseUrl, model }: OpenAIOptions): ModelProvider {
  const name = openAiName(baseUrl)
  const client = createOpenAIClient({ key, baseUrl })
  return {
    id: 'openai',
    name,
    model,
    canSee: async () => true,
    async *stream(turn, signal): AsyncGenerator<ModelPiece> {
      const plain: ChatCompletionCreateParamsStreaming = {
        model,
        messages: [{ role: 'system', content: turn.system }, ...turn.messages.map(toMessage)],
        stream: true,
        ...(turn.maxTokens === undefined ? {} : { max_completion_tokens: turn.maxTokens }),
      }
      const full: ChatCompletionCreateParamsStreaming = {
        ...plain,
        response_format: { type: 'json_object' },
        stream_options: { include_usage: true },
      }
      const stream = await client.chat.completions.create(full, { signal }).catch((error: unknown) => {
        // Not every server that speaks this protocol knows these two parameters; what refuses them is asked without.
        if (
          error instanceof OpenAI.APIError &&
          (error.status === 400 || error.status === 422) &&
          /response_format|json_object|stream_options|include_usage|max_completion_tokens/i.test(error.message)
        )
          return client.chat.completions.create({ model: plain.model, messages: plain.messages, stream: true }, { signal })
        throw error
      })
      let why: 'finished' | 'length' | 'refused' | null = null
      for await (const chunk of stream) {
        const choice = chunk.choices?.[0]
        const text = choice?.delta?.content
        if (typeof text === 'string' && text !== '') yield { type: 'text', text }
        else yield { type: 'activity' }
        if (choice?.finish_reason) why = endOf(choice.finish_reason)
        if (chunk.usage) yield { type: 'usage', inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens }
      }
      if (why !== null) yield { type: 'end', why }
    },
  }
}

function toMessage({ role, content, pictures = [] }: ModelMessage): ChatCompletionMessageParam {
  if (role === 'assistant' || pictures.length === 0) return { role, content }
  const shown = pictures.map(({ type, base64 }) => ({ type: 'image_url' as const, image_url: { url: `data:${type};base64,${base64}` } }))
  return { role, content: [...shown, { type: 'text', text: content }] }
}

/** The SDK's client without retries, logs or anything that it would take from the environment by itself. */
export function createOpenAIClient({ key, baseUrl }: Omit<OpenAIOptions, 'model'>): OpenAI {
  return new OpenAI({
    // The SDK insists on a key; a server that needs none does not look at it.
    apiKey: key ?? 'none',
    baseURL: baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: createProviderFetch(openAiName(baseUrl)),
  })
}

/** What to call the server: OpenAI where it is that, else its host. */
export function openAiName(baseUrl: string): string {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
  return host === 'api.openai.com' ? 'OpenAI' : host
}

function endOf(reason: string): 'finished' | 'length' | 'refused' {
  if (reason === 'length') return 'length'
  return reason === 'content_filter' ? 'refused' : 'finished'
}
