import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProviderStatus } from '../schema/protocol/generate.ts'
import { type FakeProvider, type FakeProviderOptions, startFakeProvider } from '../tests/fake-providers/fake-provider.ts'
import { createGateway, type Gateway, type GatewayOptions } from './server.ts'

const KEY = 'sk-canary-5f1e2d3c4b5a69788796a5b4c3d2e1f0'
const HASH = 'a'.repeat(64)
const APP = JSON.stringify({
  blueprint: 1,
  app: { name: 'Hello', icon: 'sprout', about: 'Says hello' },
  view: { type: 'Stack', children: ['Hello'] },
})
const INDEX = '<!doctype html><html><head><meta name="cyanotype-session" content="%session%"><title>Cyanotype</title></head></html>'

let folder = ''
let log = ''
/** Everything that left the gateway in a test, to look for keys in it. */
let sent = ''
const closing: (() => Promise<void>)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyanotype-gateway-'))
  mkdirSync(join(folder, 'shell/assets'), { recursive: true })
  writeFileSync(join(folder, 'shell/index.html'), INDEX)
  writeFileSync(join(folder, 'shell/assets/index-Ab3dEf9h.js'), 'export {}')
  writeFileSync(join(folder, 'shell/.stamp'), 'x')
  writeFileSync(join(folder, 'shell/csp-hashes.json'), JSON.stringify(['sha256-abc=', "'; script-src *"]))
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  log = ''
  sent = ''
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()))
  expect(log + sent).not.toContain(KEY)
  rmSync(folder, { recursive: true, force: true })
})

interface Running {
  readonly gateway: Gateway
  readonly port: number
  readonly secret: string
  /** A request as the own page sends it. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }>
}

async function start(options: GatewayOptions = {}): Promise<Running> {
  const gateway = createGateway({
    env: { OLLAMA_HOST: 'http://127.0.0.1:9' },
    home: join(folder, 'home'),
    shell: join(folder, 'shell'),
    write: line => (log += line),
    library: prompt =>
      prompt.includes('hello')
        ? { kind: 'app', text: APP, label: 'From the library, no model', source: 'hello' }
        : { kind: 'nothing-near', nearest: [{ id: 'todos', name: 'Todos', about: 'Things to do' }] },
    ...options,
  })
  const { port, url } = await gateway.listen(0)
  closing.push(() => gateway.close())
  const page = await (await fetch(url, { headers: { 'sec-fetch-site': 'none' } })).text()
  const secret = /name="cyanotype-session" content="([^"]+)"/.exec(page)?.[1] ?? ''
  return {
    gateway,
    port,
    secret,
    async call(method, path, body, headers = {}) {
      const response = await fetch(`http://localhost:${port}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          origin: `http://localhost:${port}`,
          'x-cyanotype-session': secret,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      sent += text + JSON.stringify([...response.headers])
      return { status: response.status, headers: response.headers, text }
    },
  }
}

async function fake(options: FakeProviderOptions): Promise<FakeProvider> {
  const provider = await startFakeProvider(options)
  closing.push(() => provider.close())
  return provider
}

/** A request with exactly these headers, Host included. */
function raw(
  port: number,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, setHost: false }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => (text += chunk))
      response.on('end', () => {
        sent += text
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function events(text: string): { readonly type: string; readonly [name: string]: unknown }[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map(block => {
      const [, type, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? []
      return { type: type!, ...JSON.parse(data!) }
    })
}

const textOf = (all: readonly { readonly type: string; readonly text?: unknown }[]) =>
  all
    .filter(event => event.type === 'text')
    .map(event => event.text)
    .join('')

describe('the page', () => {
  it('is served with the secret in it and is never cached', async () => {
    const { port, secret } = await start()
    expect(secret).toMatch(/^[\w-]{43}$/)
    const page = await raw(port, '/', { host: `localhost:${port}`, 'sec-fetch-site': 'none' })
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.text).toContain(secret)
  })

  it('[S44] is served without the secret to whoever comes from another site, and asks for it itself', async () => {
    const { port, secret, call } = await start()
    const page = await raw(port, '/', { host: `localhost:${port}`, 'sec-fetch-site': 'cross-site' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('content=""')
    expect(page.text).not.toContain(secret)
    expect(JSON.parse((await call('POST', '/api/session', {}, { 'x-cyanotype-session': '' })).text)).toEqual({ session: secret })
    const thief = await raw(
      port,
      '/api/session',
      { host: `localhost:${port}`, origin: 'https://evil.example', 'content-type': 'application/json' },
      'POST',
      '{}',
    )
    expect(thief.status).toBe(403)
    expect(thief.text).not.toContain(secret)
  })

  it('[S44] is at localhost alone', async () => {
    const { port } = await start()
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`]) {
      const answer = await raw(port, '/some?x=1', { host })
      expect([answer.status, answer.headers.location]).toEqual([308, `http://localhost:${port}/some?x=1`])
    }
  })

  it('keeps files with a hash in their name in the cache, and gives nothing from outside of its folder', async () => {
    const { port, call } = await start()
    const script = await call('GET', '/assets/index-Ab3dEf9h.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await call('GET', '/assets/index-Ab3dEf9h.js', undefined, { 'if-none-match': script.headers.get('etag')! })).status).toBe(304)
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/.stamp',
      '/csp-hashes.json',
      '/assets',
      '/__proto__',
    ]) {
      const answer = await raw(port, path, { host: `localhost:${port}` })
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('outside')
    }
  })

  it('says what to do when the desktop is not built', async () => {
    const { call } = await start({ shell: join(folder, 'nowhere') })
    const answer = await call('GET', '/')
    expect([answer.status, answer.text]).toEqual([503, 'The desktop is not built yet. Start it with: npm start'])
  })
})

describe('headers', () => {
  it('are on every answer, good or bad', async () => {
    const { port, call } = await start()
    const answers = [
      await call('GET', '/'),
      await call('GET', '/health'),
      await call('GET', '/nothing'),
      await call('GET', '/api/nothing'),
      await call('GET', '/api/providers'),
      await call('POST', '/api/generate', { prompt: 'hello' }),
      await call('POST', '/api/generate', '{'),
      await call('PUT', '/api/generate', {}),
    ]
    const foreign = await raw(port, '/', { host: 'evil.example' })
    for (const get of [...answers.map(answer => (name: string) => answer.headers.get(name)), (name: string) => foreign.headers[name]]) {
      const policy = String(get('content-security-policy'))
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-abc='; img-src 'self' data: blob:")
      expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(get('cross-origin-opener-policy')).toBe('same-origin')
      expect(get('cross-origin-resource-policy')).toBe('same-origin')
      expect(get('x-content-type-options')).toBe('nosniff')
      expect(get('referrer-policy')).toBe('no-referrer')
      expect(String(get('permissions-policy'))).toContain('camera=()')
      expect(get('access-control-allow-origin') ?? null).toBe(null)
    }
  })
})

describe('[S44][S45] who may ask', () => {
  it('answers /health', async () => {
    const { call } = await start()
    const answer = await call('GET', '/health')
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: 'ok', product: 'cyanotype' }])
  })

  it('nobody under another name', async () => {
    const { port } = await start()
    for (const path of ['/', '/health', '/api/providers', '/assets/index-Ab3dEf9h.js']) {
      const answer = await raw(port, path, { host: `evil.example:${port}` })
      expect(answer.status).toBe(421)
      expect(JSON.parse(answer.text).code).toBe('host')
    }
  })

  it.each([
    ['POST', '/api/generate'],
    ['POST', '/api/providers/openai'],
    ['POST', '/api/providers/openai/test'],
    ['POST', '/api/grants'],
    ['DELETE', '/api/grants'],
    ['POST', '/api/http'],
  ])('%s %s needs the own origin, JSON and the secret', async (method, path) => {
    const { port, call } = await start()
    const codes: string[] = []
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'content-type': 'text/plain' }, { 'x-cyanotype-session': 'wrong' }])
      codes.push(JSON.parse((await call(method, path, {}, headers as unknown as Record<string, string>)).text).code)
    expect(codes).toEqual(['origin', 'origin', 'content-type', 'session'])
    const preflight = await raw(port, path, { host: `localhost:${port}`, origin: 'https://evil.example', 'access-control-request-method': method }, 'OPTIONS')
    expect(preflight.status).toBeGreaterThanOrEqual(400)
  })

  it('takes no body that is too large, and says what is wrong with one', async () => {
    const { call } = await start()
    const codes: string[] = []
    for (const body of [
      '',
      '[]',
      '{"prompt":',
      '{}',
      { prompt: 3 },
      { prompt: ' \u200b\n' },
      { prompt: 'x'.repeat(100_001) },
      { prompt: 'x', provider: '__proto__' },
    ])
      codes.push(JSON.parse((await call('POST', '/api/generate', body)).text).code)
    expect(codes).toEqual(['body', 'body', 'body', 'body', 'body', 'empty-prompt', 'too-long', 'body'])
    expect((await call('POST', '/api/grants', JSON.stringify({ instance: 'x'.repeat(70_000) }))).status).toBe(413)
  })

  it('says that the port is taken, also where another program has it under the other localhost', async () => {
    const { port } = await start()
    const second = () => createGateway({ env: {}, home: join(folder, 'home'), shell: folder, write: () => {} })
    await expect(second().listen(port)).rejects.toMatchObject({
      code: 'port-busy',
      message: expect.stringContaining(`Port ${port} is in use`),
    })
    const other = createServer(() => {})
    const listening = await new Promise<boolean>(resolve => {
      other.once('error', () => resolve(false))
      other.listen(0, '::1', () => resolve(true))
    })
    // A machine without IPv6 has one localhost only.
    if (!listening) return
    closing.push(() => new Promise(resolve => other.close(() => resolve())))
    await expect(second().listen((other.address() as AddressInfo).port)).rejects.toMatchObject({ code: 'port-busy' })
  })
})

describe('POST /api/generate', () => {
  it('streams an app from the library where no model is set up', async () => {
    const { call } = await start()
    const answer = await call('POST', '/api/generate', { prompt: 'say hello' })
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const all = events(answer.text)
    expect(all[0]).toMatchObject({ type: 'start', provider: 'library', model: null, label: 'From the library, no model' })
    expect(
      all
        .filter(event => event.type === 'text')
        .map(event => event.text)
        .join(''),
    ).toBe(APP)
    expect(all.at(-1)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('goes on with an app from the library where the page lost it', async () => {
    const { call } = await start()
    const rest = events((await call('POST', '/api/generate', { prompt: 'hello', resume: APP.slice(0, 40) })).text)
    expect(textOf(rest)).toBe(APP.slice(40))
    const other = events((await call('POST', '/api/generate', { prompt: 'hello', resume: '{"blueprint":2' })).text)
    expect(other[1]).toMatchObject({ type: 'restart', why: 'retry' })
    expect(textOf(other)).toBe(APP)
  })

  it('reports a library that breaks, under one start', async () => {
    const { call } = await start({
      library() {
        throw new TypeError('boom')
      },
    })
    const all = events((await call('POST', '/api/generate', { prompt: 'hello' })).text)
    expect(all).toMatchObject([{ type: 'start' }, { type: 'error', failure: { code: 'fault' } }])
  })

  it('says what is nearest where nothing is near', async () => {
    const { call } = await start()
    const all = events((await call('POST', '/api/generate', { prompt: 'something else' })).text)
    expect(all.map(event => event.type)).toEqual(['start', 'nothing-near', 'done'])
  })

  it('asks the provider that is configured, with the prompt cleaned of what cannot be seen', async () => {
    const provider = await fake({ protocol: 'anthropic', reply: () => APP })
    const { call } = await start({ env: { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: provider.url } })
    const all = events((await call('POST', '/api/generate', { prompt: 'plants\u{E0041}\u200b, please' })).text)
    expect(all[0]).toMatchObject({ type: 'start', provider: 'anthropic' })
    expect(all.at(-1)).toEqual({ type: 'done', complete: true, issues: [] })
    expect(provider.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(provider.requests[0]?.messages.at(-1)?.content).toContain('\nplants, please\n')
    expect(String(provider.requests[0]?.messages[0]?.content)).toContain('blueprint')
  })

  it('has real documents checked, and hands them back with what is wrong', async () => {
    const provider = await fake({ protocol: 'openai', reply: (_, index) => (index === 0 ? APP.replace('"Stack"', '"Stakc"') : APP) })
    const { call } = await start({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: provider.url, MODEL: 'gpt-x' } })
    const all = events((await call('POST', '/api/generate', { prompt: 'hello' })).text)
    expect(all.find(event => event.type === 'restart')).toMatchObject({ why: 'repair', attempt: 1 })
    expect(provider.requests[1]?.messages.at(-1)?.content).toContain('Stack')
    expect(all.at(-1)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('finds a running Ollama and its first model by itself', async () => {
    const provider = await fake({ protocol: 'ollama', reply: () => APP, models: ['qwen3:8b', 'llama3'] })
    const { call } = await start({ env: { OLLAMA_HOST: provider.url } })
    const all = events((await call('POST', '/api/generate', { prompt: 'hello' })).text)
    expect(all[0]).toMatchObject({ provider: 'ollama', model: 'qwen3:8b' })
    expect(provider.requests[0]?.body).toMatchObject({ format: 'json', stream: true })
  })

  it('turns to FALLBACK_PROVIDER when PRIMARY_PROVIDER is not there', async () => {
    const { call } = await start({ env: { PRIMARY_PROVIDER: 'ollama', OLLAMA_HOST: 'http://127.0.0.1:9', FALLBACK_PROVIDER: 'library' } })
    const all = events((await call('POST', '/api/generate', { prompt: 'hello' })).text)
    expect(all.slice(0, 2)).toMatchObject([
      { type: 'start', provider: 'ollama' },
      { type: 'restart', why: 'fallback', provider: 'library' },
    ])
    expect(all.at(-1)).toMatchObject({ type: 'done', complete: true })
  })

  it('[S47] shows a key to nobody when the provider repeats it in an error', async () => {
    for (const status of [400, 401, 403, 404, 500]) {
      const fault = { kind: 'status', status, message: `Incorrect API key provided: ${KEY}` } as const
      const provider = await fake({ protocol: 'openai', reply: () => APP, faults: [fault, fault, fault] })
      const { call } = await start({
        env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: provider.url, MODEL: 'm' },
        random: () => 0,
        modelLimits: { first: 1_000, idle: 1_000, total: 5_000 },
      })
      expect(events((await call('POST', '/api/generate', { prompt: 'hello' })).text).at(-1)).toMatchObject({ type: 'error' })
    }
    expect(log).toContain('generate-failed')
  })

  it('[S47] shows a key to nobody when the model repeats it in its reply', async () => {
    const provider = await fake({ protocol: 'openai', reply: () => APP })
    const { call } = await start({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: provider.url, MODEL: 'm' } })
    await call('POST', '/api/generate', { prompt: 'hello' })
    expect(JSON.stringify(provider.requests[0]?.body)).not.toContain(KEY)
  })

  it('ends the upstream request within a second when the page goes away', async () => {
    const provider = await fake({ protocol: 'openai', reply: () => APP, pace: 20, bytes: 10 })
    const { port, secret } = await start({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: provider.url, MODEL: 'm' } })
    const controller = new AbortController()
    const response = await fetch(`http://localhost:${port}/api/generate`, {
      method: 'POST',
      headers: { origin: `http://localhost:${port}`, 'x-cyanotype-session': secret, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'hello' }),
      signal: controller.signal,
    })
    await response.body!.getReader().read()
    await new Promise(resolve => setTimeout(resolve, 200))
    const left = Date.now()
    controller.abort()
    await expect.poll(() => provider.requests[0]?.closedAt ?? null, { timeout: 1_500, interval: 10 }).not.toBeNull()
    expect(provider.requests[0]!.closedAt! - left).toBeLessThan(1_000)
  })
})

describe('providers', () => {
  it('says what was found, and whether a key is set, and never the key', async () => {
    const ollama = await fake({ protocol: 'ollama', reply: () => APP, models: ['a', 'b', 'c'] })
    const { call } = await start({ env: { OPENAI_API_KEY: KEY, OLLAMA_HOST: ollama.url } })
    const list = JSON.parse((await call('GET', '/api/providers')).text) as ProviderStatus[]
    expect(list.map(({ id, configured, key, note }) => [id, configured, key, note])).toEqual([
      ['anthropic', false, 'unset', 'No key set'],
      ['openai', true, 'set', 'Key set'],
      ['ollama', true, 'none-needed', 'Running, 3 models'],
      ['library', true, 'none-needed', 'Always there; no model writes these apps'],
    ])
  })

  it('keeps a key that is set, tests the provider, and tells nobody', async () => {
    const provider = await fake({ protocol: 'anthropic', reply: () => '{"ok":true}' })
    const { call } = await start()
    const changed = await call('POST', '/api/providers/anthropic', { key: KEY, baseUrl: provider.url, model: 'claude-x' })
    expect(JSON.parse(changed.text)[0]).toMatchObject({ id: 'anthropic', configured: true, key: 'set', model: 'claude-x' })
    const tested = await call('POST', '/api/providers/anthropic/test', {})
    expect(JSON.parse(tested.text)).toEqual({
      ok: true,
      seconds: expect.any(Number),
      note: expect.stringContaining('claude-x answered in'),
    })
    expect(provider.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(readFileSync(join(folder, 'home/settings.json'), 'utf8')).toContain(KEY)
  })

  it('says in plain words what is wrong with one', async () => {
    const provider = await fake({ protocol: 'anthropic', reply: () => '', faults: [{ kind: 'status', status: 401, message: KEY }] })
    const { call } = await start()
    expect(JSON.parse((await call('POST', '/api/providers/anthropic/test', {})).text)).toMatchObject({
      ok: false,
      note: expect.stringContaining('No key is set'),
    })
    await call('POST', '/api/providers/anthropic', { key: KEY, baseUrl: provider.url })
    expect(JSON.parse((await call('POST', '/api/providers/anthropic/test', {})).text)).toMatchObject({
      ok: false,
      note: 'Anthropic did not accept the key. Set a valid key in Settings.',
    })
    expect(JSON.parse((await call('POST', '/api/providers/ollama/test', {})).text)).toMatchObject({
      ok: false,
      note: expect.stringContaining('ollama serve'),
    })
  })

  it.each(['__proto__', 'constructor', 'gpt', 'library'])('knows no provider %s to be set', async id => {
    const { call } = await start()
    const answer = await call('POST', `/api/providers/${id}`, { key: KEY })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([404, 'provider'])
  })
})

describe('grants and calls of apps', () => {
  const rules = { resolve: async () => [{ address: '127.0.0.1', family: 4 as const }], allowAddress: () => true }

  it('lets an app call what was granted, until it is taken back', async () => {
    const upstream = await fake({ protocol: 'ollama', reply: () => '', models: ['rates'] })
    const { call } = await start({ addressRules: rules })
    const origin = `http://api.test:${new URL(upstream.url).port}`
    const asked = { instance: 'app-1', hash: HASH, method: 'GET', url: `${origin}/api/tags`, read: 'json' }
    const mint = (more: object = {}) => call('POST', '/api/grants', { instance: 'app-1', hash: HASH, tools: ['http.get'], ...more })
    const http = (body: object, token = '') => call('POST', '/api/http', body, token === '' ? {} : { 'x-cyanotype-token': token })
    const none = await http(asked)
    expect([none.status, JSON.parse(none.text).code]).toEqual([401, 'token'])
    const denied = await mint()
    expect([denied.status, JSON.parse(denied.text).code]).toEqual([403, 'denied'])
    const granted = JSON.parse((await mint({ capabilities: [`net:${origin.toUpperCase().replace('HTTP', 'http')}`] })).text)
    expect(granted.capabilities).toEqual([`net:${origin}`])
    const { token } = granted.tokens['http.get'] as { token: string }
    expect(JSON.parse((await http(asked, token)).text)).toMatchObject({
      status: 200,
      ok: true,
      body: { models: [{ name: 'rates' }] },
    })
    expect((await http({ ...asked, hash: 'b'.repeat(64) }, token)).status).toBe(401)
    expect((await http({ ...asked, instance: 'app-2' }, token)).status).toBe(401)
    expect((await http({ ...asked, method: 'POST' }, token)).status).toBe(401)
    await call('DELETE', '/api/grants', { token: granted.tokens['http.get'].jti })
    expect((await http(asked, token)).status).toBe(401)
    const another = JSON.parse((await mint()).text).tokens['http.get'].token as string
    expect((await http(asked, another)).status).toBe(200)
    await call('DELETE', '/api/grants', { instance: 'app-1' })
    expect((await http(asked, another)).status).toBe(401)
  })

  it('[S41] reaches nothing on this machine without the leave of a test', async () => {
    const { call, port } = await start()
    const origin = `http://127.0.0.1:${port}`
    const app = { instance: 'i', hash: HASH }
    const granted = await call('POST', '/api/grants', { ...app, capabilities: [`net:${origin}`, 'net:http://localhost'], tools: ['http.get'] })
    const { token } = JSON.parse(granted.text).tokens['http.get'] as { token: string }
    for (const url of [`${origin}/health`, 'http://localhost/'])
      expect(JSON.parse((await call('POST', '/api/http', { ...app, url }, { 'x-cyanotype-token': token })).text).code).toBe('private-address')
  })

  it('refuses what is no capability, no hash, no method', async () => {
    const { call } = await start()
    const codes: string[] = []
    codes.push(JSON.parse((await call('POST', '/api/grants', { instance: 'i', hash: HASH, capabilities: ['net:*'] })).text).code)
    codes.push(JSON.parse((await call('POST', '/api/grants', { instance: 'i', hash: '../../x', capabilities: [] })).text).code)
    codes.push(JSON.parse((await call('POST', '/api/http', { instance: 'i', hash: HASH, url: 'http://a/', method: 'TRACE' })).text).code)
    expect(codes).toEqual(['capability', 'hash', 'body'])
  })
})
