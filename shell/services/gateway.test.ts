import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAppCalls } from './app-calls.ts'
import { createGateway } from './gateway.ts'

const HASH = 'a'.repeat(64)
const app = { instance: 'i', hash: HASH, tool: 'http.get' }
interface Asked {
  readonly path: string
  readonly body: Record<string, unknown>
  readonly token: string | null
}

/** A gateway that counts the tokens it gives and takes those of `taken` alone. */
function stand(taken: (token: string) => boolean = () => true) {
  const asked: Asked[] = []
  let given = 0
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit = {}) => {
    const path = url.pathname
    if (path === '/health') return Response.json({})
    const body = JSON.parse(String(init.body)) as Asked['body']
    const token = new Headers(init.headers).get('x-cyanotype-token')
    asked.push({ path, body, token })
    if (path === '/api/grants') {
      const tools = (body.tools ?? []) as string[]
      if (tools.includes('http.put')) return Response.json({ code: 'denied', message: 'Not allowed.' }, { status: 403 })
      return Response.json({ tokens: Object.fromEntries(tools.map(tool => [tool, { token: `${tool} ${++given}`, milliseconds: 600_000 }])) })
    }
    if (!taken(token ?? '')) return Response.json({ code: 'token', message: 'It has run out.' }, { status: 401 })
    return Response.json(path === '/api/frame' ? { ticket: 't' } : { status: 200 })
  })
  return { asked, gateway: createGateway(new URL('http://localhost:4600/'), 'secret', async () => ({ createAppCalls })) }
}

const tokens = (asked: readonly Asked[]) => asked.flatMap(({ path, token }) => (path === '/api/grants' ? [] : [token]))
const signal = new AbortController().signal

beforeEach(() => {
  vi.spyOn(performance, 'now').mockReturnValue(0)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('[S22] presents the token of this app, this version and this tool, asked for once and kept until it runs out', async () => {
  const { asked, gateway } = stand()
  await Promise.all([gateway.http(app, { url: 'https://a.example/' }, signal), gateway.http(app, { url: 'https://a.example/2' }, signal)])
  await gateway.http(app, { url: 'https://a.example/3' }, signal)
  expect(new Set(tokens(asked)).size).toBe(1)
  const before = asked.length
  await gateway.http({ ...app, tool: 'http.post' }, { url: 'https://a.example/' }, signal)
  await gateway.http({ ...app, instance: 'j' }, { url: 'https://a.example/' }, signal)
  await gateway.http({ ...app, hash: 'b'.repeat(64) }, { url: 'https://a.example/' }, signal)
  expect(new Set(tokens(asked.slice(before))).size).toBe(3)
  expect(asked.slice(before).map(({ body }) => body)).toContainEqual({ instance: 'j', hash: HASH, tools: ['http.get'] })
  vi.spyOn(performance, 'now').mockReturnValue(590_000)
  const kept = asked.length
  await gateway.http(app, { url: 'https://a.example/' }, signal)
  expect(asked.slice(kept).map(({ path }) => path)).toEqual(['/api/grants', '/api/http'])
})

it('[S26] forgets what it has of an app when its grants change', async () => {
  const { asked, gateway } = stand()
  await gateway.http(app, {}, signal)
  await gateway.setGrants('i', HASH, [])
  await gateway.http(app, {}, signal)
  const [first, second] = tokens(asked)
  expect(first).not.toBe(second)
})

it('asks for another token once where the gateway does not take the one it has, and then says so', async () => {
  const { asked, gateway } = stand(token => token === 'http.get 2')
  await expect(gateway.http(app, {}, signal)).resolves.toEqual({ status: 200 })
  expect(tokens(asked)).toEqual(['http.get 1', 'http.get 2'])
  const never = stand(() => false)
  await expect(never.gateway.http(app, {}, signal)).rejects.toMatchObject({ code: 'token' })
  expect(tokens(never.asked)).toHaveLength(2)
})

it('says what the gateway said where it gives none, and asks again at the next call', async () => {
  const { asked, gateway } = stand()
  const put = { ...app, tool: 'http.put' }
  await expect(gateway.http(put, {}, signal)).rejects.toMatchObject({ code: 'denied' })
  await expect(gateway.http(put, {}, signal)).rejects.toMatchObject({ code: 'denied' })
  expect(asked.map(({ path }) => path)).toEqual(['/api/grants', '/api/grants'])
})

it('[S57] an address of a frame has a ticket in it and no token', async () => {
  const { asked, gateway } = stand()
  const address = await gateway.framePage('i', HASH, ['frame:https://maps.example.com'], 'https://maps.example.com/')
  expect(address).toBe('http://localhost:4600/frame?ticket=t')
  expect(tokens(asked)).toEqual(['frame 1'])
  expect(asked[0]?.body).toMatchObject({ capabilities: ['frame:https://maps.example.com'] })
})
