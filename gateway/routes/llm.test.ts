import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { LlmStatus } from '../../schema/protocol/llm.ts'
import { type FakeProvider, type FakeProviderOptions, startFakeProvider } from '../../tests/fake-providers/fake-provider.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../server.ts'

const HASH = 'a'.repeat(64)
const ORIGIN = 'http://localhost:4600'
const KEY = 'sk-canary-7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d'
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Started {
  readonly gateway: Gateway
  readonly provider: FakeProvider
  readonly log: () => string
  ask(
    body: object,
    options?: { readonly instance?: string; readonly signal?: AbortSignal },
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>
  allow(instance: string, capabilities: readonly string[]): Promise<void>
  status(): Promise<LlmStatus>
  stop(stopped: boolean): Promise<LlmStatus>
}

async function started(fake: Partial<FakeProviderOptions> = {}, options: GatewayOptions = {}): Promise<Started> {
  const provider = await startFakeProvider({ protocol: 'openai', reply: () => '{"value":"A short text."}', ...fake })
  const home = mkdtempSync(join(tmpdir(), 'cyanotype-llm-'))
  let log = ''
  const gateway = createGateway({
    env: { OPENAI_BASE_URL: provider.url, OPENAI_API_KEY: KEY, MODEL: 'fake-model', OLLAMA_HOST: 'http://127.0.0.1:9' },
    home,
    shell: '/nowhere',
    port: 4600,
    write: line => (log += line),
    ...options,
  })
  closing.push(
    () => rmSync(home, { recursive: true, force: true }),
    () => provider.close(),
    () => gateway.close(),
  )
  const page = { host: 'localhost:4600', 'sec-fetch-site': 'same-origin', origin: ORIGIN, 'content-type': 'application/json' }
  let secret = ''
  const send = (method: string, path: string, body?: object, headers = {}, signal?: AbortSignal) =>
    gateway.fetch(
      new Request(`${ORIGIN}${path}`, {
        method,
        headers: { ...page, 'x-cyanotype-session': secret, ...headers },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    )
  secret = ((await (await send('POST', '/api/session', {})).json()) as { session: string }).session
  const allow = async (instance: string, capabilities: readonly string[]) => {
    expect((await send('POST', '/api/grants', { instance, hash: HASH, capabilities })).status).toBe(200)
  }
  await allow('app-1', ['llm'])
  return {
    gateway,
    provider,
    log: () => log,
    allow,
    async ask(body, { instance = 'app-1', signal } = {}) {
      const granted = (await (await send('POST', '/api/grants', { instance, hash: HASH, tools: ['llm.ask'] })).json()) as {
        tokens?: Record<string, { token: string }>
      }
      const token = granted.tokens?.['llm.ask']?.token ?? ''
      const response = await send('POST', '/api/llm', { ...body, instance, hash: HASH }, { 'x-cyanotype-token': token }, signal)
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    status: async () => (await (await send('GET', '/api/llm')).json()) as LlmStatus,
    stop: async stopped => (await (await send('POST', '/api/llm/stop', { stopped })).json()) as LlmStatus,
  }
}

describe('a question of an app', () => {
  it('is answered by the model that is asked first, which sees it and nothing else', async () => {
    const { ask, provider, log } = await started()
    const { status, body } = await ask({ prompt: 'Summarise', about: 'A long text.', type: 'text' })
    expect([status, body.value, body.model, body.removed]).toEqual([200, 'A short text.', 'fake-model', 0])
    const [asked] = provider.requests
    expect(asked?.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(asked?.messages[1]?.content).toMatch(/^<request-[0-9a-f]+>\nSummarise\n<\/request/)
    // It has no tools, and its answer is bounded.
    expect(Object.keys(asked?.body ?? {}).filter(name => /tool|function/.test(name))).toEqual([])
    expect(asked?.body.max_completion_tokens).toBe(4000)
    expect(log() + JSON.stringify(body)).not.toContain(KEY)
  })

  it('gives a value of the type, and sends what is none back once', async () => {
    const replies = ['I think it is this.', '{"value":{"title":"T","points":["a","b"]}}']
    const { ask, provider } = await started({ reply: (_, index) => replies[index] ?? '' })
    const { body } = await ask({ prompt: 'Read', about: 'x', type: { title: 'text', points: ['text'] } })
    expect(body.value).toEqual({ title: 'T', points: ['a', 'b'] })
    expect(provider.requests).toHaveLength(2)
    expect(provider.requests[1]?.messages.at(-1)?.content).toContain('no JSON record with a field "value"')
  })

  it('fails in words where the second answer is none either, and does not ask a third time', async () => {
    const { ask, provider } = await started({ reply: (_, index) => `{"value":${index}}` })
    const { status, body } = await ask({ prompt: 'Read', type: 'text' })
    expect([status, body.code]).toEqual([502, 'bad-reply'])
    expect(body.message).toMatch(/answered twice in a form that was not asked for, which was text/)
    expect(provider.requests).toHaveLength(2)
  })

  it('[S22] needs the app’s own token and its live grant', async () => {
    const { ask, provider } = await started()
    expect((await ask({ prompt: 'x' }, { instance: 'app-2' })).status).toBe(401)
    expect(provider.requests).toHaveLength(0)
  })

  it('[S26] is ended when the grant is taken back, and its answer is not given', async () => {
    const { ask, allow, provider } = await started({ faults: [{ kind: 'stall', after: 0.5 }] })
    const pending = ask({ prompt: 'x' })
    while (provider.requests.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
    await allow('app-1', [])
    expect((await pending).body.code).toBe('denied')
    while (provider.requests[0]?.closedAt === null) await new Promise(resolve => setTimeout(resolve, 5))
  })

  it('says that no model is set up, where the library is all there is', async () => {
    const { ask, status } = await started({}, { env: { OLLAMA_HOST: 'http://127.0.0.1:9' } })
    const { body } = await ask({ prompt: 'x' })
    expect(body.code).toBe('no-model')
    expect(await status()).toMatchObject({ provider: null, model: null, stopped: false })
  })

  it('[S58] goes to the provider that is named, and to no other when that one is down', async () => {
    const { ask, status, provider } = await started({ faults: [{ kind: 'status', status: 500 }] })
    const other = await startFakeProvider({ protocol: 'ollama', reply: () => '{"value":"other"}' })
    closing.push(() => other.close())
    expect(await status()).toMatchObject({ model: 'fake-model' })
    expect((await ask({ prompt: 'x' })).body.code).toBe('provider-error')
    expect([provider.requests.length, other.requests.length]).toEqual([1, 0])
  })
})

describe('[S40] the cost of questions', () => {
  it('is counted from what the provider says, and what is over the budget is refused', async () => {
    const { ask, status, provider } = await started({}, { llmBudget: { app: 12_000, all: 100_000 } })
    expect((await ask({ prompt: 'x' })).status).toBe(200)
    const { spent } = await status()
    expect(spent.apps['app-1']).toBe(spent.all)
    expect(spent.all).toBeGreaterThan(0)
    const { status: code, body } = await ask({ prompt: 'x', about: 'y'.repeat(20_000) })
    expect([code, body.code]).toEqual([429, 'budget'])
    expect(provider.requests).toHaveLength(1)
  })

  it('ends for all apps when a person stops it, also what is under way, until they take that back', async () => {
    const { ask, stop, provider, status } = await started({ faults: [{ kind: 'stall', after: 0.5 }] })
    const pending = ask({ prompt: 'x' })
    while (provider.requests.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
    expect((await stop(true)).stopped).toBe(true)
    expect((await pending).body.code).toBe('stopped-by-person')
    expect((await ask({ prompt: 'x' })).body.code).toBe('stopped-by-person')
    expect((await status()).stopped).toBe(true)
    await stop(false)
    expect((await ask({ prompt: 'x' })).status).toBe(200)
  })

  it('rests after five failures in a row', async () => {
    const { ask, provider } = await started({ fault: () => ({ kind: 'status', status: 500 }) })
    for (let round = 0; round < 5; round++) expect((await ask({ prompt: 'x' })).body.code).toBe('provider-error')
    expect((await ask({ prompt: 'x' })).body.code).toBe('resting')
    expect(provider.requests).toHaveLength(5)
  })

  it('stops an app that asks in a loop: it waits, and costs its own questions only', async () => {
    const { ask, allow } = await started()
    await allow('app-2', ['llm'])
    const codes: unknown[] = []
    for (let round = 0; round < 14; round++) codes.push((await ask({ prompt: 'x' })).body.code)
    expect(codes.filter(code => code === 'rate').length).toBeGreaterThan(0)
    expect((await ask({ prompt: 'x' }, { instance: 'app-2' })).status).toBe(200)
  })
})
