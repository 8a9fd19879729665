import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AddressRules } from '../../gateway/http-proxy/address.ts'
import { isPublicAddress } from '../../gateway/http-proxy/address.ts'
import { canonicalCapability } from '../../gateway/http-proxy/target.ts'
import type { GatewayOptions } from '../../gateway/server.ts'
import { corpus } from '../corpus.ts'
import { type AppName, type GatewayPage, openGatewayPage } from './gateway-page.ts'

const app: AppName = { instance: 'app-1', hash: 'a'.repeat(64) }
const KEY = 'canary-key-5f1e2d3c'

let home = ''
let log = ''
const pages: GatewayPage[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cyanotype-calls-'))
  log = ''
})
afterEach(async () => {
  await Promise.all(pages.splice(0).map(({ gateway }) => gateway.close()))
  rmSync(home, { recursive: true, force: true })
})

async function open(options: GatewayOptions = {}): Promise<GatewayPage> {
  const page = await openGatewayPage({
    home,
    write: line => {
      log += line
    },
    ...options,
  })
  pages.push(page)
  return page
}

/** A server of the web, on this machine; what it is asked is written down. */
const seen: IncomingMessage[] = []
let server: Server
let port = 0
let answer: (request: IncomingMessage) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string } = () => ({})
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    const { status = 200, headers = {}, body = 'ok' } = answer(request)
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  ;({ port } = server.address() as AddressInfo)
})
beforeEach(() => {
  seen.length = 0
  answer = () => ({})
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const here: AddressRules = { resolve: async () => [{ address: '127.0.0.1', family: 4 }], allowAddress: () => true }
const origin = () => `http://api.test:${port}`

async function call(page: GatewayPage, body: object, token?: string, of: AppName = app, signal?: AbortSignal) {
  const method = ((body as { method?: string }).method ?? 'GET').toLowerCase()
  const pass = token ?? (await page.token(of, `http.${method}`))
  return page.ask('POST', '/api/http', { ...of, ...body }, { 'x-cyanotype-token': pass }, signal)
}

describe('[S22] [S25] each app, each tool, each other app’s token', () => {
  it('all are refused off the diagonal, and nothing is sent', async () => {
    const page = await open({ addressRules: here })
    const apps: AppName[] = ['one', 'two', 'three'].flatMap(instance => ['a', 'b'].map(hash => ({ instance: `${instance}-${hash}`, hash: hash.repeat(64) })))
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    const tokens: { of: AppName; tool: string; token: string }[] = []
    for (const of of apps) {
      await page.grant(of, [`net:${origin()}`, 'frame:https://maps.example', 'fs:Notes', 'secret:weather'])
      for (const tool of [...methods.map(method => `http.${method.toLowerCase()}`), 'frame', 'fs.read', 'fs.write'])
        tokens.push({ of, tool, token: await page.token(of, tool) })
    }
    const wrong: string[] = []
    let refused = 0
    for (const of of apps) {
      for (const held of tokens) {
        for (const method of methods) {
          const own = held.of === of && held.tool === `http.${method.toLowerCase()}`
          if (own) continue
          const { status } = await call(page, { method, url: `${origin()}/` }, held.token, of)
          refused += 1
          if (status !== 401) wrong.push(`${held.of.instance} ${held.tool} at ${of.instance} ${method}: ${status}`)
        }
        for (const [path, tool, body] of [
          ['/api/frame', 'frame', { url: 'https://maps.example/' }],
          ['/api/fs', 'fs.read', { do: 'read', folder: 'Notes', path: 'a.txt' }],
          ['/api/fs', 'fs.write', { do: 'write', folder: 'Notes', path: 'a.txt', content: 'x' }],
        ] as const) {
          if (held.of === of && held.tool === tool) continue
          const { status } = await page.ask('POST', path, { ...of, ...body }, { 'x-cyanotype-token': held.token })
          refused += 1
          if (status !== 401) wrong.push(`${held.of.instance} ${held.tool} at ${of.instance} ${tool}: ${status}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(refused).toBe(apps.length * tokens.length * 8 - tokens.length)
    expect(seen).toEqual([])
    for (const method of methods) expect((await call(page, { method, url: `${origin()}/` }, undefined, apps[0])).status).toBe(200)
  })

  it('the session’s secret alone is no authority for an app’s call', async () => {
    const page = await open({ addressRules: here })
    await page.grant(app, [`net:${origin()}`, 'frame:https://maps.example', 'fs:Notes', 'llm'])
    for (const [path, body] of [
      ['/api/frame', { url: 'https://maps.example/' }],
      ['/api/fs', { do: 'read', folder: 'Notes', path: 'a.txt' }],
      ['/api/llm', { prompt: 'Hello' }],
    ] as const)
      expect((await page.ask('POST', path, { ...app, ...body })).body.code, path).toBe('token')
    for (const token of ['', 'x', 'a'.repeat(5000)]) expect((await call(page, { url: `${origin()}/` }, token)).body.code).toBe('token')
    expect((await page.ask('POST', '/api/http', { ...app, url: `${origin()}/` })).body.code).toBe('token')
    expect(seen).toEqual([])
  })
})

it('[S22] no route but the one for tokens begins a call by itself', () => {
  const folder = join(import.meta.dirname, '../../gateway')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const own = files.filter(file => readFileSync(join(folder, file), 'utf8').includes('grants.begin('))
  // A frame is loaded by the browser, which brings no token: its ticket was given under one.
  expect(own.sort()).toEqual([join('routes', 'frame.ts'), join('tokens', 'authority.ts')])
})

describe('[S26] [S24] what is taken back or changed while a call is under way', () => {
  /** Ways to take it back, each of which ends the call. */
  const ways: Readonly<Record<string, (page: GatewayPage) => Promise<unknown>>> = {
    'the capability': page => page.grant(app, ['net:https://another.example']),
    'and granted again': async page => {
      await page.grant(app, [])
      await page.grant(app, [`net:${origin()}`])
    },
    everything: page => page.ask('DELETE', '/api/grants', { instance: app.instance }),
    'another version runs': page => page.grant({ ...app, hash: 'b'.repeat(64) }, [`net:${origin()}`]),
  }
  for (const [name, takeBack] of Object.entries(ways)) {
    it(`ends the call: ${name}, before it is asked, while the name resolves, while the server works, between redirects`, async () => {
      const points = ['before', 'resolve', 'server', 'redirect'] as const
      for (const point of points) {
        let page: GatewayPage | null = null
        let taken: Promise<unknown> = Promise.resolve()
        const take = () => {
          if (page) taken = takeBack(page)
          return taken
        }
        page = await open({
          addressRules: {
            ...here,
            async resolve() {
              if (point === 'resolve') await take()
              return [{ address: '127.0.0.1', family: 4 }]
            },
          },
        })
        await page.grant(app, [`net:${origin()}`])
        answer = request => {
          if (point === 'server') void take()
          if (point === 'redirect' && request.url === '/') {
            void take()
            return { status: 307, headers: { location: '/next' } }
          }
          return { body: 'private' }
        }
        const token = await page.token(app, 'http.get')
        if (point === 'before') await take()
        const before = seen.length
        const given = await call(page, { url: `${origin()}/` }, token)
        await taken
        expect([401, 403], `${name} ${point}: ${given.text}`).toContain(given.status)
        expect(given.text).not.toContain('private')
        expect(seen.length - before, `${name} ${point}`).toBe(point === 'before' || point === 'resolve' ? 0 : 1)
      }
    })
  }

  it('ends calls that wait for their turn', async () => {
    const held: (() => void)[] = []
    const page = await open({
      addressRules: {
        ...here,
        resolve: () => new Promise(resolve => held.push(() => resolve([{ address: '127.0.0.1', family: 4 }]))),
      },
      callRate: { perMinute: 60, atOnce: 1, waiting: 5 },
    })
    await page.grant(app, [`net:${origin()}`])
    const token = await page.token(app, 'http.get')
    const calls = [1, 2, 3].map(() => call(page, { url: `${origin()}/` }, token))
    await expect.poll(() => held.length).toBe(1)
    await page.grant(app, [])
    for (const { status } of await Promise.all(calls)) expect(status).toBe(403)
    expect(held).toHaveLength(1)
    expect(seen).toEqual([])
  })
})

describe('[S40] too many calls', () => {
  it('are refused in words, of one app alone', async () => {
    const page = await open({ addressRules: here, callRate: { perMinute: 6, atOnce: 2, waiting: 2 } })
    const other = { ...app, instance: 'app-2' }
    for (const of of [app, other]) await page.grant(of, [`net:${origin()}`])
    const codes: unknown[] = []
    for (let i = 0; i < 5; i++) codes.push((await call(page, { url: `${origin()}/` })).body.code ?? 'answered')
    expect(codes).toEqual(['answered', 'answered', 'answered', 'rate', 'rate'])
    const over = await call(page, { url: `${origin()}/` })
    expect([over.status, over.body.message]).toEqual([429, expect.stringMatching(/it may make 6 in a minute\. It can go on in \d+ seconds?\./)])
    expect((await call(page, { url: `${origin()}/` }, undefined, other)).status).toBe(200)
  })

  it('no more apps are written at once than there are places, and each ends its place', async () => {
    const page = await open({ library: () => new Promise(() => {}) })
    const stop = new AbortController()
    const under: Promise<Response>[] = []
    const secret = (await page.ask('POST', '/api/session', {})).body.session as string
    const generate = (signal: AbortSignal) =>
      page.gateway.fetch(
        new Request('http://localhost:4600/api/generate', {
          method: 'POST',
          headers: {
            host: 'localhost:4600',
            origin: 'http://localhost:4600',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/json',
            'x-cyanotype-session': secret,
          },
          body: JSON.stringify({ prompt: 'a timer', provider: 'library' }),
          signal,
        }),
      )
    for (let i = 0; i < 8; i++) under.push(generate(stop.signal))
    for (const response of await Promise.all(under)) expect(response.status).toBe(200)
    const refused = await generate(new AbortController().signal)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toEqual({ code: 'busy', message: expect.stringContaining('8 apps are being written at once') })
    stop.abort()
    expect((await generate(stop.signal)).status).not.toBe(429)
  })
})

describe('[S41] [S27] corpora over the whole route', () => {
  const ssrf = corpus('ssrf')
  const urls = corpus('url-wpt')

  /** Each address is asked for under the grant of the very origin that it is of, with every name leading inside. */
  async function passed(texts: readonly string[]): Promise<{ readonly wrong: readonly string[]; readonly refused: number }> {
    const page = await open({
      addressRules: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], allowAddress: () => false },
      callRate: { perMinute: 1e9, atOnce: 50, waiting: 1000 },
      httpLimits: { bytes: 1000, redirects: 0, headerBytes: 1000, total: 1, idle: 1 },
    })
    const wrong: string[] = []
    let refused = 0
    for (const text of texts) {
      const url = URL.canParse(text) ? new URL(text) : null
      const capability = url ? canonicalCapability(`net:${url.origin}`) : null
      await page.grant(app, [capability ?? 'net:https://a.example', 'net:http://127.0.0.1', 'net:http://localhost'])
      // An address of the public internet, written out, would be dialled: these tests call nobody.
      if (url !== null && isPublicAddress(url.hostname.replace(/^\[|\]$/g, ''))) continue
      const { body, status } = await call(page, { url: text })
      if (status === 200 || !['url', 'private-address', 'port', 'denied', 'host-not-found'].includes(body?.code)) wrong.push(`${text}: ${status} ${body?.code}`)
      else refused += 1
    }
    return { wrong, refused }
  }

  it.skipIf(ssrf === null)('no spelling of an inner address gets through', async () => {
    const forms = JSON.parse(readFileSync(`${ssrf}/own-url-forms-node20-canonical.json`, 'utf8')) as { input: string }[]
    const samples = readFileSync(`${ssrf}/orangetw-tiny-url-fuzzer-samples.txt`, 'utf8').split('\n').filter(Boolean)
    const { wrong, refused } = await passed([...forms.map(({ input }) => input), ...samples])
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(60)
    expect(seen).toEqual([])
  })

  it.skipIf(urls === null)('nor any address of the URL standard’s own tests', async () => {
    const read = (file: string) => JSON.parse(readFileSync(join(urls!, file), 'utf8')) as ({ input?: string } | string)[]
    const texts = [...read('urltestdata.json'), ...read('ada_extra_urltestdata.json'), ...read('urltestdata-javascript-only.json')].flatMap(each =>
      typeof each === 'object' && typeof each.input === 'string' ? [each.input] : [],
    )
    const { wrong, refused } = await passed(texts)
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(700)
    expect(seen).toEqual([])
  })
})

describe('[S43] [S47] keys over the whole route', () => {
  const kept = () => ({ name: 'weather', origin: origin(), place: 'bearer', value: KEY })

  it('are kept, added to their own server’s calls, and in nothing that comes back', async () => {
    const page = await open({ addressRules: here, plainSecrets: true })
    const texts: string[] = []
    const ask: GatewayPage['ask'] = async (...given) => {
      const answered = await page.ask(...given)
      texts.push(answered.text)
      return answered
    }
    expect((await ask('POST', '/api/secrets', kept())).body).toEqual([
      { name: 'weather', origin: origin(), place: 'bearer', field: 'authorization', at: expect.any(Number) },
    ])
    expect((await ask('GET', '/api/secrets')).body).toHaveLength(1)
    expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600)
    answer = request => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(request.headers) })
    await page.grant(app, [`net:${origin()}`, 'secret:weather'])
    const answered = await call(page, { url: `${origin()}/`, secret: 'weather' })
    texts.push(answered.text)
    expect(answered.body).toMatchObject({ status: 200, body: { authorization: 'Bearer [key]' } })
    expect(seen.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`)

    await page.grant(app, [`net:${origin()}`])
    expect((await call(page, { url: `${origin()}/`, secret: 'weather' })).body.code).toBe('denied')
    await page.grant(app, [`net:http://other.test:${port}`, 'secret:weather'])
    const elsewhere = await call(page, { url: `http://other.test:${port}/`, secret: 'weather' })
    texts.push(elsewhere.text)
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'no-secret'])
    await ask('DELETE', '/api/secrets', { name: 'weather' })
    await page.grant(app, [`net:${origin()}`, 'secret:weather'])
    expect((await call(page, { url: `${origin()}/`, secret: 'weather' })).body).toEqual({ code: 'no-secret', message: expect.stringContaining('Settings') })
    expect(seen).toHaveLength(1)
    expect(texts.join() + log).not.toContain(KEY)
  })

  it('[S48] are for encrypted servers only, outside of tests', async () => {
    const page = await open({ addressRules: here })
    expect((await page.ask('POST', '/api/secrets', kept())).body.code).toBe('secret')
    expect((await page.ask('POST', '/api/secrets', { ...kept(), place: 'elsewhere' })).body.code).toBe('body')
  })
})
