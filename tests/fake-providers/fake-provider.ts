import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cutBytes, cutText, seededRandom } from './random.ts'
import { type Protocol, WIRES, type Wire } from './wire.ts'

/** What goes wrong with one request. */
export type Fault =
  /** An error answer in the protocol's own form. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  /** An error answer that is a web page, as proxies give. */
  | { readonly kind: 'page'; readonly status: number }
  /** The connection is reset after this share of the text (0 to 1). */
  | { readonly kind: 'reset'; readonly after: number }
  /** Nothing more comes after this share of the text, and the connection stays. */
  | { readonly kind: 'stall'; readonly after: number }
  /** The stream ends well-formed, without what says that the reply is over. */
  | { readonly kind: 'no-end'; readonly after: number }
  /** An error event in the stream. */
  | { readonly kind: 'error-event'; readonly after: number }
  /** What ends the reply comes twice. */
  | { readonly kind: 'double-end' }
  /** The reply is at its longest after this share of the text, and says so. */
  | { readonly kind: 'length'; readonly after: number }
  /** Something that is not of the protocol. */
  | { readonly kind: 'garbage' }

export interface AskedRequest {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Record<string, unknown>
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  /** Milliseconds since 1970 when the client went away before the end; null while it has not. */
  closedAt: number | null
  /** Bytes of the reply that were written. */
  sent: number
}

export interface FakeProviderOptions {
  readonly protocol: Protocol
  /** The reply to the request number `index` (from 0) that gets as far as a reply. */
  readonly reply: (request: AskedRequest, index: number) => string
  /** Faults of the first requests, in order; null is none. */
  readonly faults?: readonly (Fault | null)[]
  /** The fault of one request, by what it says; asked where `faults` has none. */
  readonly fault?: (request: AskedRequest, index: number) => Fault | null
  readonly seed?: number
  readonly models?: readonly string[]
  /** An Ollama whose models can be shown pictures. */
  readonly sees?: boolean
  /** Milliseconds between two writes. */
  readonly pace?: number
  /** The most characters of one piece of text, and the most bytes of one write. */
  readonly piece?: number
  readonly bytes?: number
  /** Refuses, as some servers do, parameters that only some know. */
  readonly refuses?: readonly string[]
}

export interface FakeProvider {
  /** For `ANTHROPIC_BASE_URL`, `OPENAI_BASE_URL` (with its `/v1`) or `OLLAMA_HOST`. */
  readonly url: string
  readonly requests: readonly AskedRequest[]
  close(): Promise<void>
}

/**
 * A local server that speaks one provider's real wire format. A reply is cut twice: into pieces of text as
 * a model's tokens are, and the bytes of the stream anywhere. Asked to go on (the last but one message is the
 * assistant's and a beginning of the reply), it gives the rest.
 */
export async function startFakeProvider(options: FakeProviderOptions): Promise<FakeProvider> {
  const wire = WIRES.get(options.protocol)!
  const requests: AskedRequest[] = []
  const server = createServer((request, response) => {
    void serve(request, response, wire, options, requests).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${options.protocol === 'openai' ? '/v1' : ''}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, wire: Wire, options: FakeProviderOptions, requests: AskedRequest[]): Promise<void> {
  const path = request.url?.split('?')[0] ?? ''
  const models = options.models ?? ['fake-model']
  if (path === '/api/show') return sendJson(response, { capabilities: options.sees ? ['completion', 'vision'] : ['completion'] })
  if (path === '/api/tags') return sendJson(response, { models: models.map(name => ({ name, model: name, size: 1 })) })
  if (path === '/v1/models') return sendJson(response, { object: 'list', data: models.map(id => ({ id, object: 'model', created: 1, owned_by: 'fake' })) })
  if (request.method !== 'POST' || path !== wire.path) return sendError(response, 404, wire.error(404, `no such path: ${path}`))
  const body = await readJson(request)
  const asked: AskedRequest = { path, headers: request.headers, body, messages: wire.asked(body), closedAt: null, sent: 0 }
  const refused = options.refuses?.find(name => Object.hasOwn(body, name))
  if (refused !== undefined) return sendError(response, 400, wire.error(400, `Unknown parameter: ${refused}`))
  const index = requests.push(asked) - 1
  response.on('close', () => {
    if (!response.writableFinished) asked.closedAt = Date.now()
  })
  const fault = options.faults?.[index] ?? options.fault?.(asked, index) ?? null
  if (fault?.kind === 'status') return sendError(response, fault.status, wire.error(fault.status, fault.message ?? `error ${fault.status}`), fault.headers)
  if (fault?.kind === 'page') {
    response.writeHead(fault.status, { 'content-type': 'text/html' })
    return void response.end(`<!doctype html><title>${fault.status}</title><h1>Bad gateway</h1>`)
  }
  const model = String(body.model ?? models[0])
  await sendReply(asked, response, wire, model, restOf(options.reply(asked, index), asked), fault, options, index)
}

async function sendReply(
  asked: AskedRequest,
  response: ServerResponse,
  wire: Wire,
  model: string,
  reply: string,
  fault: Fault | null,
  options: FakeProviderOptions,
  index: number,
): Promise<void> {
  const random = seededRandom((options.seed ?? 1) + index * 7919)
  const kept = fault !== null && 'after' in fault ? reply.slice(0, Math.floor(reply.length * fault.after)) : reply
  let stream =
    wire.head(model) +
    cutText(kept, options.piece ?? 12, random)
      .map(piece => wire.text(piece, model))
      .join('')
  const tail = wire.tail(model, fault?.kind === 'length' ? 'length' : 'stop')
  if (fault === null || fault.kind === 'length') stream += tail.join('')
  else if (fault.kind === 'double-end') stream += tail.join('') + tail.join('')
  else if (fault.kind === 'error-event') stream += wire.midError
  else if (fault.kind === 'garbage')
    stream = wire.head(model) + (wire.contentType.includes('event-stream') ? 'event: content_block_delta\ndata: {"type": <<<\n\n' : '{"message": <<<\n')
  response.writeHead(200, { 'content-type': wire.contentType, 'cache-control': 'no-cache' })
  response.flushHeaders()
  for (const bytes of cutBytes(new TextEncoder().encode(stream), options.bytes ?? 97, random)) {
    if (response.destroyed) return
    asked.sent += bytes.byteLength
    if (!response.write(bytes)) await new Promise(resolve => response.once('drain', resolve).once('close', resolve))
    // One write, one packet: what is cut here arrives cut.
    await new Promise(resolve => (options.pace ? setTimeout(resolve, options.pace) : setImmediate(resolve)))
  }
  if (fault?.kind === 'reset') return void response.socket?.resetAndDestroy()
  if (fault?.kind === 'stall') return
  response.end()
}

function restOf(reply: string, asked: AskedRequest): string {
  const before = asked.messages.at(-2)
  return before?.role === 'assistant' && before.content !== '' && reply.startsWith(before.content) ? reply.slice(before.content.length) : reply
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

function sendError(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}
