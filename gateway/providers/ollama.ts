import { Ollama } from 'ollama'
import { GatewayFailure } from '../failure.ts'
import type { ModelPiece, ModelProvider } from './provider.ts'
import { createProviderFetch } from './provider-fetch.ts'

export interface OllamaOptions {
  readonly baseUrl: string
  /** Null takes the first one installed. */
  readonly model: string | null
}

/** Room for the system prompt, the reply and one repair. Ollama's own default would cut the prompt off. */
const CONTEXT_TOKENS = 24_576

/** How long it may take to say what a model can, in milliseconds. */
const LOOK = 3_000

/** The chat API of a local Ollama. */
export function createOllama({ baseUrl, model }: OllamaOptions & { readonly model: string }): ModelProvider {
  const name = 'Ollama'
  return {
    id: 'ollama',
    name,
    model,
    async canSee() {
      const { capabilities } = await createClient(baseUrl, AbortSignal.timeout(LOOK)).show({ model })
      return capabilities?.includes('vision') ?? false
    },
    async *stream(turn, signal): AsyncGenerator<ModelPiece> {
      const stream = await createClient(baseUrl, signal).chat({
        model,
        messages: [
          { role: 'system', content: turn.system },
          ...turn.messages.map(({ role, content, pictures = [] }) => ({
            role,
            content,
            ...(pictures.length === 0 ? {} : { images: pictures.map(({ base64 }) => base64) }),
          })),
        ],
        format: 'json',
        options: { num_ctx: CONTEXT_TOKENS, ...(turn.maxTokens === undefined ? {} : { num_predict: turn.maxTokens }) },
        stream: true,
      })
      for await (const part of stream) {
        const text = part.message?.content
        if (typeof text === 'string' && text !== '') yield { type: 'text', text }
        else yield { type: 'activity' }
        if (!part.done) continue
        yield { type: 'usage', inputTokens: part.prompt_eval_count ?? 0, outputTokens: part.eval_count ?? 0 }
        yield { type: 'end', why: part.done_reason === 'length' ? 'length' : 'finished' }
        return
      }
    },
  }
}

/** Names of the installed models, in Ollama's order (the last used first). Throws where none answers. */
export async function listOllamaModels(baseUrl: string, signal: AbortSignal): Promise<readonly string[]> {
  const { models } = await createClient(baseUrl, signal).list()
  return models.map(model => model.name).filter(name => typeof name === 'string')
}

/**
 * The SDK prints failed answers and lines that it cannot parse to the console, skips those lines, and
 * offers no signal for a list. So its `fetch` is ours: it ends with `signal`, a failed answer is thrown as
 * `{ status, headers, message }` before the SDK reads it, and a broken line ends the stream.
 */
function createClient(baseUrl: string, signal: AbortSignal): Ollama {
  const fetchOnce = createProviderFetch('Ollama', signal)
  return new Ollama({
    host: baseUrl,
    fetch: async (input, init) => {
      const response = await fetchOnce(input, init)
      if (response.ok) {
        checkType(response)
        return /ndjson/i.test(response.headers.get('content-type') ?? '') ? withCheckedLines(response) : response
      }
      const text = (await response.text()).slice(0, 2_000)
      throw Object.assign(new Error(messageIn(text)), { status: response.status, headers: response.headers })
    },
  })
}

function withCheckedLines(response: Response): Response {
  const decoder = new TextDecoder()
  let open = ''
  const check = (lines: readonly string[]) => {
    for (const line of lines) if (line !== '') JSON.parse(line)
  }
  const checked = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        const lines = (open + decoder.decode(chunk, { stream: true })).split('\n')
        open = lines.pop() ?? ''
        check(lines)
        controller.enqueue(chunk)
      },
      flush() {
        check([open + decoder.decode()])
      },
    }),
  )
  return new Response(checked ?? null, { status: response.status, headers: response.headers })
}

function checkType(response: Response): void {
  const type = response.headers.get('content-type') ?? ''
  if (!/json/i.test(type))
    throw new GatewayFailure('not-a-model', 'What answers at the address set for Ollama is not Ollama. Correct its base URL in Settings.', {
      status: 502,
    })
}

function messageIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    const message: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'error') : null
    return typeof message === 'string' ? message : text
  } catch {
    // Not JSON: an error page of whatever stands before Ollama.
    return text
  }
}
