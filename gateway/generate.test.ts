import { afterEach, describe, expect, it } from 'vitest'
import { checkBlueprint } from '../schema/check/load-blueprint.ts'
import type { Issue } from '../schema/issue.ts'
import type { GenerateEvent, GenerateRequest } from '../schema/protocol/generate.ts'
import { type FakeProvider, type FakeProviderOptions, type Fault, startFakeProvider } from '../tests/fake-providers/fake-provider.ts'
import { quickClock } from '../tests/fake-providers/quick-clock.ts'
import type { Protocol } from '../tests/fake-providers/wire.ts'
import { GatewayFailure } from './failure.ts'
import { type GeneratePorts, generate } from './generate.ts'
import { createLog } from './log.ts'
import { createAnthropic } from './providers/anthropic.ts'
import { createOllama } from './providers/ollama.ts'
import { createOpenAI } from './providers/openai.ts'
import type { ModelProvider } from './providers/provider.ts'
import { eventStream } from './sse.ts'

const PROTOCOLS: readonly Protocol[] = ['anthropic', 'openai', 'ollama']
const KEY = 'sk-canary-5f1e2d3c4b5a69788796a5b4c3d2e1f0'
const APP = JSON.stringify({
  blueprint: 1,
  app: { name: 'Grüße 👋🏽 naïve', about: '\\" { [ ` ] }' },
  view: { type: 'Stack', children: ['日本語', { type: 'Text', text: 'ü'.repeat(300) }] },
})
const BAD = APP.replace('Stack', 'Stakc')
const PRETTY = JSON.stringify(JSON.parse(APP), null, 2)

const open: FakeProvider[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(fake => fake.close()))
})

async function fake(options: FakeProviderOptions): Promise<FakeProvider> {
  const provider = await startFakeProvider(options)
  open.push(provider)
  return provider
}

function connect(protocol: Protocol, url: string): ModelProvider {
  if (protocol === 'anthropic') return createAnthropic({ key: KEY, baseUrl: url, model: 'claude-test' })
  if (protocol === 'openai') return createOpenAI({ key: KEY, baseUrl: url, model: 'gpt-test' })
  return createOllama({ baseUrl: url, model: 'llama-test' })
}

/** Text that is JSON with a known root component passes; everything else has one error. */
function check(text: string): readonly Issue[] {
  const issue = (code: string, message: string): Issue => ({ code, severity: 'error', at: '/view/type', line: 1, column: 1, message })
  try {
    const value = JSON.parse(text)
    return value.view?.type === 'Stack' ? [] : [issue('unknown-component', 'There is no component Stakc. Did you mean Stack?')]
  } catch {
    return [issue('syntax', 'A brace is missing.')]
  }
}

interface Run {
  readonly events: readonly GenerateEvent[]
  readonly log: string
  readonly waits: readonly number[]
}

interface Twists {
  readonly check?: (text: string) => readonly Issue[]
  /** Milliseconds of the quick clock, a hundredth in fact. */
  readonly idle?: number
}

/** Ports around these providers, with a clock a hundred times as fast; `log()` is what was written. */
function testPorts(primary: ModelProvider | GatewayFailure, fallback?: ModelProvider, twists: Twists = {}) {
  let text = ''
  const clock = quickClock()
  const ids = [primary, ...(fallback ? [fallback] : [])].map(one => (one instanceof GatewayFailure ? 'anthropic' : one.id))
  const ports: GeneratePorts = {
    providers: {
      choose: async () => ids,
      async open(id) {
        const found = ids[0] === id ? primary : fallback
        if (found === undefined || found instanceof GatewayFailure) throw found
        return found
      },
      status: async () => [],
    },
    library: () => ({ kind: 'nothing-near', nearest: [] }),
    check: twists.check ?? check,
    systemPrompt: 'You write apps as blueprints.',
    limits: { first: 2_000_000, idle: twists.idle ?? 2_000_000, total: 20_000_000 },
    clock,
    random: () => 0.5,
    log: createLog({ clock, write: line => (text += line), secrets: () => [KEY] }),
    secrets: () => [KEY],
  }
  return { ports, waits: clock.waits, log: () => text }
}

async function run(
  primary: ModelProvider | GatewayFailure,
  request: Partial<GenerateRequest> = {},
  fallback?: ModelProvider,
  signal = new AbortController().signal,
  twists: Twists = {},
): Promise<Run> {
  const { ports, waits, log } = testPorts(primary, fallback, twists)
  const events: GenerateEvent[] = []
  for await (const event of generate({ prompt: 'a habit tracker', ...request }, 'request-1', ports, signal)) events.push(event)
  expect(log() + JSON.stringify(events)).not.toContain(KEY)
  return { events, log: log(), waits }
}

/** The document that the page has at the end. */
function shown(events: readonly GenerateEvent[], resume = ''): string {
  let text = resume
  for (const event of events) {
    if (event.type === 'restart') text = ''
    if (event.type === 'text') text += event.text
  }
  return text
}
const types = (events: readonly GenerateEvent[]) => events.map(event => event.type).filter((type, i, all) => type !== all[i - 1])
const restarts = (events: readonly GenerateEvent[]) => events.filter(event => event.type === 'restart').map(event => event.why)
const last = (events: readonly GenerateEvent[]) => events.at(-1)!

describe.each(PROTOCOLS)('%s', protocol => {
  const start = (options: Omit<FakeProviderOptions, 'protocol' | 'reply'> & { reply?: FakeProviderOptions['reply'] } = {}) =>
    fake({ reply: () => APP, ...options, protocol })

  it.each([1, 2, 3, 4, 5])('passes a reply on as it was written, wherever the stream is cut (seed %i)', async seed => {
    const provider = await start({
      seed,
      bytes: seed === 1 ? 1 : 7 * seed,
      reply: () => `Here it is:\n\`\`\`json\n${APP}\n\`\`\`\nEnjoy {it}.`,
    })
    const { events } = await run(connect(protocol, provider.url))
    expect(types(events)).toEqual(['start', 'text', 'usage', 'done'])
    expect(shown(events)).toBe(APP)
    expect(events.find(event => event.type === 'usage')).toMatchObject({ inputTokens: 4711, outputTokens: 1234 })
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
    expect(events.filter(event => event.type === 'text').length).toBeGreaterThan(20)
    expect(provider.requests).toHaveLength(1)
    expect(provider.requests[0]?.messages[0]).toMatchObject({ role: 'system' })
    expect(provider.requests[0]?.messages.at(-1)?.content).toContain('\na habit tracker\n')
  })

  const BEFORE_TEXT: readonly [string, Fault, number][] = [
    ['429', { kind: 'status', status: 429 }, 750],
    ['429 with retry-after', { kind: 'status', status: 429, headers: { 'retry-after': '3' } }, 3375],
    ['529', { kind: 'status', status: 529 }, 750],
    ['500', { kind: 'status', status: 500 }, 750],
    ['502 with a web page', { kind: 'page', status: 502 }, 750],
    ['a stream that ends at once', { kind: 'no-end', after: 0 }, 750],
    ['an error event at once', { kind: 'error-event', after: 0 }, 750],
    ['garbage', { kind: 'garbage' }, 750],
    ['a reset at once', { kind: 'reset', after: 0 }, 750],
  ]
  it.each(BEFORE_TEXT)('tries again after %s, within the bounds of the back-off', async (_, fault, pause) => {
    const provider = await start({ faults: [fault] })
    const { events, waits } = await run(connect(protocol, provider.url))
    expect(shown(events)).toBe(APP)
    expect(restarts(events)).toEqual(['retry'])
    expect(waits).toContain(pause)
    expect(provider.requests).toHaveLength(2)
    expect(last(events)).toMatchObject({ type: 'done', complete: true })
  })

  it('gives up after two retries and says so in plain words', async () => {
    const fault: Fault = { kind: 'status', status: 529 }
    const provider = await start({ faults: [fault, fault, fault, fault] })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(3)
    expect(last(events)).toMatchObject({ type: 'error', retry: true, failure: { code: 'overloaded' } })
  })

  it('does not wait for a provider that wants to be left alone for long', async () => {
    const provider = await start({ faults: [{ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }] })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(1)
    expect(last(events)).toMatchObject({ type: 'error', retry: true, failure: { code: 'rate-limited' } })
  })

  it.each([
    [401, `bad key ${KEY}`, 'key-refused', false],
    [403, 'not yours', 'not-permitted', false],
    [404, 'no such model', 'model-unknown', false],
    [402, 'Payment Required', 'spend-limit', true],
    [429, 'You exceeded your current quota, please check your plan and billing details', 'spend-limit', true],
    [400, `Your credit balance is too low (${KEY})`, 'spend-limit', true],
    [400, 'prompt is too long: 300000 tokens', 'too-long', false],
    [400, `bad field for ${KEY}`, 'request-refused', false],
  ])('does not try again after %i (%s)', async (status, message, code, retry) => {
    const provider = await start({ faults: [{ kind: 'status', status, message }] })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(1)
    expect(types(events)).toEqual(['start', 'error'])
    expect(last(events)).toMatchObject({ type: 'error', retry, failure: { code } })
  })

  it.each([
    ['a reset', { kind: 'reset', after: 0.5 }],
    ['a stream without an end', { kind: 'no-end', after: 0.7 }],
    ['an error event', { kind: 'error-event', after: 0.3 }],
    ['a stall', { kind: 'stall', after: 0.6 }],
    ['the longest reply', { kind: 'length', after: 0.4 }],
  ] as readonly [string, Fault][])('goes on where %s cut the reply, showing nothing twice', async (_, fault) => {
    const provider = await start({ faults: [fault] })
    const { events } = await run(connect(protocol, provider.url), {}, undefined, undefined, { idle: 60_000 })
    expect(shown(events)).toBe(APP)
    expect(restarts(events)).toEqual([])
    expect(provider.requests).toHaveLength(2)
    const [assistant, user] = provider.requests[1]!.messages.slice(-2)
    expect(assistant).toMatchObject({ role: 'assistant' })
    expect(APP.startsWith(assistant!.content) && assistant!.content.length > 20).toBe(true)
    expect(user?.role).toBe('user')
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('ends well when what ends the reply comes twice', async () => {
    const provider = await start({ faults: [{ kind: 'double-end' }] })
    const { events } = await run(connect(protocol, provider.url))
    expect(types(events)).toEqual(['start', 'text', 'usage', 'done'])
    expect(shown(events)).toBe(APP)
  })

  it('needs no retry when a stream without an end held the whole document', async () => {
    const provider = await start({ faults: [{ kind: 'no-end', after: 1 }] })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(1)
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('hands a refused document back with its issues, and passes the mended one on', async () => {
    const provider = await start({ reply: (_, index) => (index === 0 ? BAD : APP) })
    const { events } = await run(connect(protocol, provider.url))
    expect(restarts(events)).toEqual(['repair'])
    expect(events.find(event => event.type === 'restart')).toMatchObject({ attempt: 1, issues: [{ code: 'unknown-component' }] })
    expect(shown(events)).toBe(APP)
    expect(provider.requests[1]?.messages.at(-2)).toEqual({ role: 'assistant', content: BAD })
    expect(provider.requests[1]?.messages.at(-1)?.content).toContain('Did you mean Stack?')
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('mends at most twice, then shows the best and what stands against it', async () => {
    const provider = await start({ reply: (_, index) => (index === 2 ? '{"blueprint": 1, "view" oops' : BAD) })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(3)
    expect(last(events)).toMatchObject({ type: 'done', issues: [{ code: 'unknown-component' }] })
  })

  it('asks again for an app when the reply is prose, and quotes the prose in the end', async () => {
    const provider = await start({ reply: () => 'I cannot do that, Dave.\u001b[31m\nSorry.' })
    const { events } = await run(connect(protocol, provider.url))
    expect(provider.requests).toHaveLength(3)
    expect(last(events)).toMatchObject({ type: 'error', retry: true, failure: { code: 'not-an-app' } })
    expect(JSON.stringify(last(events))).toContain('I cannot do that, Dave. [31m Sorry.')
  })

  it('closes what only lacks its last braces without asking again', async () => {
    const provider = await start({ reply: () => APP.slice(0, -3) })
    const { events } = await run(connect(protocol, provider.url), {}, undefined, undefined, { check: checkBlueprint })
    expect(provider.requests).toHaveLength(1)
    expect(restarts(events)).toEqual([])
    expect(shown(events)).toBe(APP)
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('mends slips of syntax as the check says, without asking again', async () => {
    const slips = PRETTY.replace('"blueprint": 1,', '"blueprint": 1')
      .replace('"name"', "'name'")
      .replace(/\]\s*\}\s*\}$/, '}\n}')
    const provider = await start({ reply: () => slips })
    const { events } = await run(connect(protocol, provider.url), {}, undefined, undefined, { check: checkBlueprint })
    expect(provider.requests).toHaveLength(1)
    expect(restarts(events)).toEqual(['repair'])
    expect(JSON.parse(shown(events))).toEqual(JSON.parse(APP))
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('hands a refused document back with its slips mended, and each problem with its code, place, line and fix', async () => {
    const provider = await start({ reply: (_, index) => (index === 0 ? PRETTY.replace('Stack', 'Stakc').replace('"blueprint": 1,', '"blueprint": 1') : APP) })
    const { events } = await run(connect(protocol, provider.url), {}, undefined, undefined, { check: checkBlueprint })
    expect(shown(events)).toBe(APP)
    const [sent, asked] = provider.requests[1]?.messages.slice(-2) ?? []
    expect(JSON.parse(sent?.content ?? '')).toEqual(JSON.parse(BAD))
    const line = PRETTY.split('\n').findIndex(text => text.includes('"Stack"')) + 1
    expect(asked?.content).toContain(
      `- unknown-component at /view/type, line ${line}, column 13: "type": "Stakc",\n  There is no component "Stakc": did you mean "Stack"? Fix: Change to Stack.`,
    )
  })

  it('goes on from what an earlier request gave', async () => {
    const provider = await start()
    const resume = APP.slice(0, 90)
    const { events } = await run(connect(protocol, provider.url), { resume })
    expect(restarts(events)).toEqual([])
    expect(shown(events, resume)).toBe(APP)
  })

  it('says so when the model begins anew instead of going on', async () => {
    const provider = await start({ reply: () => `\`\`\`json\n${APP}\n\`\`\`` })
    const resume = APP.slice(0, 90)
    const { events } = await run(connect(protocol, provider.url), { resume })
    expect(restarts(events)).toEqual(['retry'])
    expect(shown(events, resume)).toBe(APP)
  })

  it('ends the upstream request within a second when the page goes away', async () => {
    const provider = await start({ pace: 5, bytes: 20 })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 150)
    const { events } = await run(connect(protocol, provider.url), {}, undefined, controller.signal)
    const stopped = Date.now()
    expect(events.some(event => event.type === 'done' || event.type === 'error')).toBe(false)
    await expect.poll(() => provider.requests[0]?.closedAt ?? null, { timeout: 1_000, interval: 10 }).not.toBeNull()
    expect(provider.requests[0]!.closedAt! - stopped).toBeLessThan(1_000)
  })

  it('turns to the fallback when the first is down, and what came before is void', async () => {
    const fault: Fault = { kind: 'error-event', after: 0.5 }
    const down = await start({ faults: [fault, fault, fault] })
    const other = protocol === 'ollama' ? 'openai' : 'ollama'
    const up = await fake({ protocol: other, reply: () => APP })
    const { events } = await run(connect(protocol, down.url), {}, connect(other, up.url))
    expect(restarts(events)).toEqual(['fallback'])
    expect(events.find(event => event.type === 'restart')).toMatchObject({ provider: other })
    expect(shown(events)).toBe(APP)
    expect(last(events)).toEqual({ type: 'done', complete: true, issues: [] })
  })

  it('keeps what arrived when all retries are cut, and offers another try', async () => {
    const fault: Fault = { kind: 'no-end', after: 0.5 }
    const provider = await start({ faults: [fault, fault, fault] })
    const { events } = await run(connect(protocol, provider.url))
    expect(APP.startsWith(shown(events)) && shown(events).length > 50).toBe(true)
    expect(last(events)).toMatchObject({ type: 'error', retry: true, failure: { code: 'cut-off' } })
  })

  it('is told apart from a web page at the wrong address', async () => {
    const provider = await start({ faults: [{ kind: 'page', status: 200 }] })
    const { events } = await run(connect(protocol, provider.url))
    expect(last(events)).toMatchObject({ type: 'error', retry: false, failure: { code: 'not-a-model' } })
  })
})

it('starts, then turns to the fallback, when the first is not set up', async () => {
  const up = await fake({ protocol: 'ollama', reply: () => APP })
  const { events } = await run(new GatewayFailure('no-key', 'No key is set for Anthropic. Set one.'), {}, connect('ollama', up.url))
  expect(types(events)).toEqual(['start', 'restart', 'text', 'usage', 'done'])
  expect(events[1]).toMatchObject({ why: 'fallback', provider: 'ollama', label: 'No key is set for Anthropic. Asking llama-test instead.' })
})

it('asks a server without parameters that it refuses', async () => {
  const provider = await fake({ protocol: 'openai', reply: () => APP, refuses: ['response_format'] })
  const { events } = await run(connect('openai', provider.url))
  expect(shown(events)).toBe(APP)
  expect(provider.requests).toHaveLength(1)
})

it('stops a reply that is longer than any document, and does not pay for mending it', async () => {
  const endless = `{"blueprint":1,"view":{"type":"Stack","children":["${'x'.repeat(1_500_000)}`
  const provider = await fake({ protocol: 'openai', reply: () => endless, piece: 4_000, bytes: 60_000 })
  const { events } = await run(connect('openai', provider.url))
  expect(provider.requests).toHaveLength(1)
  await expect.poll(() => provider.requests[0]?.closedAt, { timeout: 1_000 }).not.toBeNull()
  expect(last(events)).toMatchObject({ type: 'done', issues: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) })
})

it('says that it is its own fault when the check breaks', async () => {
  const provider = await fake({ protocol: 'openai', reply: () => APP })
  const { events, log } = await run(connect('openai', provider.url), {}, undefined, undefined, {
    check() {
      throw new TypeError('boom')
    },
  })
  expect(last(events)).toMatchObject({ type: 'error', retry: true, failure: { code: 'fault' } })
  expect(log).toContain('boom')
})

it('holds the provider back when the page reads slowly', async () => {
  const document = `{"blueprint":1,"view":{"type":"Stack","children":["${'x'.repeat(900_000)}"]}}`
  const provider = await fake({ protocol: 'openai', reply: () => document, piece: 20, bytes: 60_000 })
  const controller = new AbortController()
  const { ports } = testPorts(connect('openai', provider.url))
  const stream = eventStream(generate({ prompt: 'x' }, 'request-1', ports, controller.signal), () => controller.abort())
  const reader = stream.getReader()
  await reader.read()
  await new Promise(resolve => setTimeout(resolve, 400))
  const early = provider.requests[0]!.sent
  expect(early).toBeGreaterThan(0)
  // Some hundred KB lie in the sockets' buffers; the 10 MB of the stream do not lie in the gateway.
  expect(early).toBeLessThan(6_000_000)
  await reader.cancel()
})

it('[S43] does not follow a redirect with the key', async () => {
  const thief = await fake({ protocol: 'openai', reply: () => APP })
  const provider = await fake({
    protocol: 'openai',
    reply: () => APP,
    faults: [{ kind: 'status', status: 307, headers: { location: `${thief.url}/chat/completions` } }],
  })
  const { events } = await run(connect('openai', provider.url))
  expect(thief.requests).toHaveLength(0)
  expect(last(events)).toMatchObject({ type: 'error', failure: { code: 'moved' } })
})
