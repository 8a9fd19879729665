/** The three protocols as their servers write them. */

export type Protocol = 'anthropic' | 'openai' | 'ollama'

export interface Wire {
  /** Path of the request for a reply. */
  readonly path: string
  readonly contentType: string
  /** What comes before the first piece of text. */
  readonly head: (model: string) => string
  readonly text: (piece: string, model: string) => string
  /** What ends a reply, in the parts that a fault may leave out or send twice. */
  readonly tail: (model: string, why: 'stop' | 'length') => readonly string[]
  /** An error in the middle of a stream that began well. */
  readonly midError: string
  /** The JSON body of an error answer. */
  readonly error: (status: number, message: string) => string
  /** What the request said, as the last user message. */
  readonly asked: (body: Record<string, unknown>) => readonly { readonly role: string; readonly content: string }[]
}

const sse = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`

interface Message {
  readonly role: string
  readonly content: string
}

/** What was said, pictures named as such. */
function wordsOf(messages: unknown): readonly Message[] {
  return (
    messages as readonly { readonly role: string; readonly content: string | readonly { readonly text?: string }[]; readonly images?: readonly string[] }[]
  ).map(({ role, content, images = [] }) => ({
    role,
    content: `${images.map(() => '[picture]').join('')}${typeof content === 'string' ? content : content.map(({ text }) => text ?? '[picture]').join('')}`,
  }))
}

const anthropic: Wire = {
  path: '/v1/messages',
  contentType: 'text/event-stream; charset=utf-8',
  head: model =>
    sse('message_start', {
      type: 'message_start',
      message: {
        id: 'msg_01',
        type: 'message',
        role: 'assistant',
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 4711, output_tokens: 1 },
      },
    }) +
    sse('content_block_start', { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }) +
    sse('ping', { type: 'ping' }),
  text: piece => sse('content_block_delta', { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } }),
  tail: (_, why) => [
    sse('content_block_stop', { type: 'content_block_stop', index: 0 }),
    sse('message_delta', {
      type: 'message_delta',
      delta: { stop_reason: why === 'stop' ? 'end_turn' : 'max_tokens', stop_sequence: null },
      usage: { output_tokens: 1234 },
    }),
    sse('message_stop', { type: 'message_stop' }),
  ],
  midError: sse('error', { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
  error: (status, message) => JSON.stringify({ type: 'error', error: { type: anthropicType(status), message } }),
  asked: body => [{ role: 'system', content: JSON.stringify(body.system) }, ...wordsOf(body.messages)],
}

function anthropicType(status: number): string {
  const types = new Map([
    [400, 'invalid_request_error'],
    [401, 'authentication_error'],
    [403, 'permission_error'],
    [404, 'not_found_error'],
    [413, 'request_too_large'],
    [429, 'rate_limit_error'],
    [529, 'overloaded_error'],
  ])
  return types.get(status) ?? 'api_error'
}

const openAiChunk = (model: string, choice: object, rest: object = {}) =>
  data({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model, choices: [{ index: 0, ...choice }], ...rest })

const openai: Wire = {
  path: '/v1/chat/completions',
  contentType: 'text/event-stream; charset=utf-8',
  head: model => openAiChunk(model, { delta: { role: 'assistant', content: '' }, finish_reason: null }),
  text: (piece, model) => openAiChunk(model, { delta: { content: piece }, finish_reason: null }),
  tail: (model, why) => [
    openAiChunk(model, { delta: {}, finish_reason: why }),
    data({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_700_000_000,
      model,
      choices: [],
      usage: { prompt_tokens: 4711, completion_tokens: 1234, total_tokens: 5945 },
    }),
    'data: [DONE]\n\n',
  ],
  midError: data({
    error: { message: 'The server had an error while processing your request', type: 'server_error', param: null, code: null },
  }),
  error: (status, message) =>
    JSON.stringify({ error: { message, type: status === 429 ? 'rate_limit_exceeded' : 'invalid_request_error', param: null, code: null } }),
  asked: body => wordsOf(body.messages),
}

const ollamaLine = (model: string, rest: object) => `${JSON.stringify({ model, created_at: '2026-11-20T10:00:00.000000Z', ...rest })}\n`

const ollama: Wire = {
  path: '/api/chat',
  contentType: 'application/x-ndjson',
  head: () => '',
  text: (piece, model) => ollamaLine(model, { message: { role: 'assistant', content: piece }, done: false }),
  tail: (model, why) => [
    ollamaLine(model, {
      message: { role: 'assistant', content: '' },
      done_reason: why,
      done: true,
      total_duration: 5_000_000_000,
      load_duration: 1_000_000,
      prompt_eval_count: 4711,
      prompt_eval_duration: 1_000_000_000,
      eval_count: 1234,
      eval_duration: 4_000_000_000,
    }),
  ],
  midError: `${JSON.stringify({ error: 'llama runner process has terminated: exit status 2' })}\n`,
  error: (_, message) => JSON.stringify({ error: message }),
  asked: body => wordsOf(body.messages),
}

export const WIRES: ReadonlyMap<Protocol, Wire> = new Map([
  ['anthropic', anthropic],
  ['openai', openai],
  ['ollama', ollama],
])
