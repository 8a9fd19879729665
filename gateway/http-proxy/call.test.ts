import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Server } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { quickClock } from '../../tests/fake-providers/quick-clock.ts'
import { GatewayFailure } from '../failure.ts'
import { type AppIdentity, createGrants } from '../grants.ts'
import type { Secret } from '../secrets/secret.ts'
import { type CallPorts, callHttp, HTTP_LIMITS, type HttpAnswer, type HttpCall, type HttpLimits } from './call.ts'

const app: AppIdentity = { session: 's', instance: 'i', hash: 'a'.repeat(64) }
const noSecrets: CallPorts['secrets'] = {
  forCall() {
    throw new RangeError('No key was asked for.')
  },
}
const servers: { close(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server on this machine; gives its port. */
async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(handle)
  servers.push({
    close() {
      server.close()
      server.closeAllConnections()
    },
  })
  return listen(server)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

interface Options {
  readonly granted?: readonly string[]
  readonly limits?: Partial<HttpLimits>
  readonly grants?: ReturnType<typeof createGrants>
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: 4 | 6 }[]>
  readonly call?: Partial<HttpCall>
  readonly speed?: number
  readonly allow?: boolean
  readonly secrets?: CallPorts['secrets']
}

async function get(url: string, options: Options = {}): Promise<HttpAnswer> {
  const grants = options.grants ?? createGrants()
  if (options.grants === undefined) grants.replace(app, options.granted ?? [`net:${new URL(url).origin}`])
  const call: HttpCall = { method: 'GET', url, query: new Map(), headers: new Map(), body: null, read: null, secret: null, ...options.call }
  return callHttp(call, grants.begin(app), new AbortController().signal, {
    clock: quickClock(options.speed ?? 1),
    rules: { resolve: options.resolve ?? (async () => [{ address: '127.0.0.1', family: 4 }]), allowAddress: () => options.allow ?? true },
    limits: { ...HTTP_LIMITS, ...options.limits },
    secrets: options.secrets ?? noSecrets,
  })
}

async function code(answer: Promise<unknown>): Promise<string> {
  try {
    await answer
    return 'answered'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

describe('an ordinary call', () => {
  it('gives status, headers and the body as JSON', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'set-cookie': 'a=b', 'x-secret': '1', etag: '"1"' })
      response.end('{"rate":1.25}')
    })
    expect(await get(`http://api.test:${port}/rates`)).toEqual({
      status: 200,
      ok: true,
      headers: expect.objectContaining({ etag: '"1"' }),
      body: { rate: 1.25 },
    })
    const { headers } = await get(`http://api.test:${port}/rates`)
    expect(Object.keys(headers)).not.toContain('set-cookie')
    expect(Object.keys(headers)).not.toContain('x-secret')
  })

  it('adds the query and sends the body', async () => {
    let seen = ''
    const port = await serve((request, response) => {
      void (async () => {
        for await (const chunk of request) seen += String(chunk)
        seen = `${request.method} ${request.url} ${request.headers['content-type']} ${seen}`
        response.writeHead(201, { 'content-type': 'text/plain; charset=iso-8859-1' })
        response.end(Buffer.from([0x67, 0x72, 0xfc, 0xdf]))
      })()
    })
    const answer = await get(`http://api.test:${port}/a?x=1`, {
      call: { method: 'POST', query: new Map([['q', 'a b&c']]), body: { a: [1] } },
    })
    expect(seen).toBe('POST /a?x=1&q=a+b%26c application/json {"a":[1]}')
    expect(answer).toMatchObject({ status: 201, ok: true, body: 'grüß' })
  })

  it('gives an error answer as one, whatever its body is', async () => {
    const port = await serve((_, response) => response.writeHead(503, { 'content-type': 'application/json' }).end('<oops'))
    expect(await get(`http://api.test:${port}/`)).toMatchObject({ status: 503, ok: false, body: '<oops' })
  })

  it('says that it was no JSON', async () => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('hello'))
    expect(await code(get(`http://api.test:${port}/`, { call: { read: 'json' } }))).toBe('not-json')
    expect(await get(`http://api.test:${port}/`, { call: { read: 'csv' } })).toMatchObject({ body: 'hello' })
  })
})

describe('[S43] headers', () => {
  it.each([
    'Cookie',
    'Authorization',
    'Host',
    'X-Forwarded-For',
    'Proxy-Authorization',
    'Connection',
    'Transfer-Encoding',
    'Origin',
    'Referer',
    'x-api-key',
    '__proto__',
    'a b',
    '',
  ])('refuses %j', async name => {
    expect(await code(get('http://api.test:1/', { call: { headers: new Map([[name, 'x']]) } }))).toBe('header')
  })
  it.each(['a\r\nHost: evil', 'a\nb', 'a\u0000b', 'ü€'])('refuses the value %j', async value => {
    expect(await code(get('http://api.test:1/', { call: { headers: new Map([['accept', value]]) } }))).toBe('header')
  })
  it('sends those of the list, and nothing that names the person', async () => {
    let headers: IncomingMessage['headers'] = {}
    const port = await serve((request, response) => {
      headers = request.headers
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
    })
    await get(`http://api.test:${port}/`, { call: { headers: new Map([['Accept', 'text/csv']]) } })
    expect(headers).toMatchObject({ accept: 'text/csv', host: `api.test:${port}`, 'user-agent': 'Cyanotype' })
    for (const name of ['cookie', 'authorization', 'origin', 'referer', 'x-forwarded-for']) expect(headers[name]).toBeUndefined()
  })
})

describe('[S43] [S47] a key that the person keeps for a server', () => {
  const KEY = 'canary-key-1234/+='
  const kept = (origin: string, more: Partial<Secret> = {}): CallPorts['secrets'] => ({
    forCall(name, to) {
      if (name !== 'weather' || to !== origin) throw new GatewayFailure('no-secret', 'None.')
      return { name, origin, place: 'bearer', field: 'authorization', value: KEY, at: 0, ...more }
    },
  })
  const withKey = (port: number, more: Partial<Secret> = {}, options: Options = {}) => {
    const origin = `http://api.test:${port}`
    return { granted: [`net:${origin}`, 'secret:weather'], secrets: kept(origin, more), ...options, call: { secret: 'weather', ...options.call } }
  }

  it('is added where it was kept for: as a bearer token, in a header, among the parameters', async () => {
    const seen: string[] = []
    const port = await serve((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization ?? '-'} ${request.headers['x-api-key'] ?? '-'}`)
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
    })
    const url = `http://api.test:${port}/a?key=mine`
    await get(url, withKey(port))
    await get(url, withKey(port, { place: 'header', field: 'x-api-key' }))
    await get(url, withKey(port, { place: 'query', field: 'key' }))
    expect(seen).toEqual([`/a?key=mine Bearer ${KEY} -`, `/a?key=mine - ${KEY}`, '/a?key=canary-key-1234%2F%2B%3D - -'])
  })

  it('is not added without the grant of it, for another server, or where nobody asked for it; nothing is sent then', async () => {
    const seen: (string | undefined)[] = []
    const port = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
    })
    const url = `http://api.test:${port}/`
    expect(await code(get(url, withKey(port, {}, { granted: [`net:http://api.test:${port}`] })))).toBe('denied')
    expect(await code(get(url, withKey(port, {}, { granted: [`net:http://api.test:${port}`, 'secret:other'] })))).toBe('denied')
    const other = `http://other.test:${port}`
    expect(await code(get(`${other}/`, withKey(port, {}, { granted: [`net:${other}`, 'secret:weather'] })))).toBe('no-secret')
    expect(seen).toEqual([])
    await get(url, withKey(port, {}, { call: { secret: null } }))
    expect(seen).toEqual([undefined])
  })

  it('goes with no redirect, neither to another server nor to the same one', async () => {
    const seen: string[] = []
    let to = '/end'
    const port = await serve((request, response) => {
      seen.push(`${request.headers.host?.split(':')[0]} ${request.url} ${request.headers.authorization ?? request.headers['x-api-key'] ?? '-'}`)
      if (request.url?.startsWith('/end')) response.writeHead(200, { 'content-type': 'text/plain' }).end('end')
      else response.writeHead(307, { location: to }).end()
    })
    const granted = [`net:http://api.test:${port}`, `net:http://second.test:${port}`, 'secret:weather']
    const secrets = kept(`http://api.test:${port}`)
    const url = `http://api.test:${port}/`
    await get(url, { granted, secrets, call: { secret: 'weather' } })
    to = `http://second.test:${port}/end`
    await get(url, { granted, secrets, call: { secret: 'weather' } })
    await get(url, { granted, secrets: kept(`http://api.test:${port}`, { place: 'query', field: 'key' }), call: { secret: 'weather' } })
    expect(seen).toEqual([
      `api.test / Bearer ${KEY}`,
      'api.test /end -',
      `api.test / Bearer ${KEY}`,
      'second.test /end -',
      'api.test /?key=canary-key-1234%2F%2B%3D -',
      'second.test /end -',
    ])
    to = `http://second.test:${port}/end?stolen=${encodeURIComponent(KEY)}`
    expect(await code(get(url, { granted, secrets, call: { secret: 'weather' } }))).toBe('redirects')
    expect(seen).toHaveLength(7)
  })

  it('is in no answer, whatever spelling the server gives it back in', async () => {
    let body = ''
    let type = 'application/json'
    let status = 200
    const port = await serve((_, response) =>
      response.writeHead(status, { 'content-type': type, etag: `"${KEY}"`, link: `<https://a/?k=${encodeURIComponent(KEY)}>` }).end(body),
    )
    const answers: string[] = []
    const ask = async (next: string, nextType = 'application/json', nextStatus = 200) => {
      ;[body, type, status] = [next, nextType, nextStatus]
      answers.push(JSON.stringify(await get(`http://api.test:${port}/`, withKey(port))))
    }
    const escaped = [...KEY].map(character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
    await ask(JSON.stringify({ headers: { authorization: `Bearer ${KEY}` }, [KEY]: [KEY, { deep: KEY }] }))
    await ask(`{"a":"${escaped}"}`)
    await ask(`you sent ${KEY}`, 'text/plain')
    await ask(`you sent ${encodeURIComponent(KEY)} ${Buffer.from(KEY).toString('base64')} ${Buffer.from(KEY).toString('hex')}`, 'text/plain')
    await ask(`{"broken": "${KEY}`, 'application/json', 500)
    await ask(`${'['.repeat(5000)}"${KEY}"${']'.repeat(5000)}`)
    for (const answer of answers) {
      expect(answer).toContain('[key]')
      for (const spelling of [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString('base64'), Buffer.from(KEY).toString('hex'), escaped])
        expect(answer).not.toContain(spelling)
    }
  })

  it('[S26] is not sent once it was taken back, and the call ends', async () => {
    let reached = 0
    const port = await serve((_, response) => {
      reached += 1
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('first')
      setTimeout(() => grants.replace(app, [`net:http://api.test:${port}`]), 30)
    })
    const grants = createGrants()
    const options = withKey(port)
    grants.replace(app, options.granted)
    expect(await code(get(`http://api.test:${port}/`, { ...options, grants }))).toBe('denied')
    expect(reached).toBe(1)
    grants.replace(app, options.granted)
    const resolve = async () => {
      grants.replace(app, [`net:http://api.test:${port}`])
      return [{ address: '127.0.0.1', family: 4 as const }]
    }
    expect(await code(get(`http://api.test:${port}/`, { ...options, grants, resolve }))).toBe('denied')
    expect(reached).toBe(1)
  })
})

describe('[S41] where a call may go', () => {
  it('refuses this machine and private networks, by name and by number', async () => {
    const strict = { allow: false }
    for (const url of ['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/', 'http://0x7f.1/', 'http://169.254.169.254/latest/', 'http://2130706433/'])
      expect(await code(get(url, strict))).toBe('private-address')
  })

  it('connects to the address that was checked, though the name means another by now', async () => {
    let reached = 0
    const port = await serve((_, response) => {
      reached += 1
      response.writeHead(200, { 'content-type': 'text/plain' }).end('pinned')
    })
    let lookups = 0
    const answer = await get(`http://rebind.test:${port}/`, {
      async resolve() {
        lookups += 1
        return [{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.9', family: 4 }]
      },
    })
    expect(answer.body).toBe('pinned')
    expect([lookups, reached]).toEqual([1, 1])
  })

  it('checks the addresses of each redirect anew', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end())
    const grants = createGrants()
    grants.replace(app, [`net:http://api.test:${port}`, 'net:http://169.254.169.254'])
    const rules = {
      resolve: async () => [{ address: '127.0.0.1', family: 4 as const }],
      allowAddress: (address: string) => address === '127.0.0.1',
    }
    const call: HttpCall = { method: 'GET', url: `http://api.test:${port}/`, query: new Map(), headers: new Map(), body: null, read: null, secret: null }
    expect(
      await code(callHttp(call, grants.begin(app), new AbortController().signal, { clock: quickClock(1), rules, limits: HTTP_LIMITS, secrets: noSecrets })),
    ).toBe('private-address')
  })
})

describe('[S27] grants at each hop', () => {
  it('refuses an origin that was not granted, before anything is looked up', async () => {
    let lookups = 0
    const resolve = async () => {
      lookups += 1
      return []
    }
    expect(await code(get('http://other.test/', { granted: ['net:http://api.test'], resolve }))).toBe('denied')
    expect(lookups).toBe(0)
  })

  it('follows a redirect within what is granted and refuses one beyond', async () => {
    let to = ''
    const port = await serve((request, response) => {
      if (request.url === '/end') response.writeHead(200, { 'content-type': 'text/plain' }).end('end')
      else response.writeHead(302, { location: to }).end()
    })
    to = `http://second.test:${port}/end`
    const first = `http://first.test:${port}`
    expect(await code(get(`${first}/`))).toBe('denied')
    expect(await get(`${first}/`, { granted: [`net:${first}`, `net:http://second.test:${port}`] })).toMatchObject({ body: 'end' })
  })

  it('stops after three redirects', async () => {
    let hops = 0
    const port = await serve((_, response) => {
      hops += 1
      response.writeHead(307, { location: `/${hops}` }).end()
    })
    expect(await code(get(`http://api.test:${port}/`))).toBe('redirects')
    expect(hops).toBe(4)
  })

  it('turns a POST into a GET where the standard says so, and drops its body', async () => {
    const seen: string[] = []
    const port = await serve((request, response) => {
      seen.push(`${request.method} ${request.headers['content-length'] ?? '-'} ${request.headers['content-type'] ?? '-'}`)
      if (request.url === '/end') response.writeHead(200, { 'content-type': 'text/plain' }).end('end')
      else response.writeHead(303, { location: '/end' }).end()
    })
    await get(`http://api.test:${port}/`, { call: { method: 'POST', body: 'x' } })
    expect(seen).toEqual(['POST 1 text/plain; charset=utf-8', 'GET - -'])
  })

  it('[S26] a grant taken back in the middle of an answer ends the call, and gives nothing of it', async () => {
    const grants = createGrants()
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('first')
      setTimeout(() => grants.revoke(app), 30)
    })
    grants.replace(app, [`net:http://api.test:${port}`])
    expect(await code(get(`http://api.test:${port}/`, { grants }))).toBe('denied')
  })

  it('[S26] a grant taken back while the name resolves ends the call before it connects', async () => {
    let reached = 0
    const port = await serve((_, response) => {
      reached += 1
      response.end()
    })
    const grants = createGrants()
    grants.replace(app, [`net:http://api.test:${port}`])
    const resolve = async () => {
      grants.revoke(app)
      return [{ address: '127.0.0.1', family: 4 as const }]
    }
    expect(await code(get(`http://api.test:${port}/`, { grants, resolve }))).toBe('denied')
    expect(reached).toBe(0)
  })
})

describe('[S42] misbehaving servers', () => {
  it('cuts an answer that is too large', async () => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(300_000)))
    expect(await code(get(`http://api.test:${port}/`, { limits: { bytes: 100_000 } }))).toBe('too-large')
    expect(await code(get(`http://api.test:${port}/`, { limits: { bytes: 300_000 } }))).toBe('answered')
  })

  it('counts what comes out of the decompressor', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    let sent = 0
    const port = await serve((_, response) => {
      sent += 1
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(bomb)
    })
    const before = process.memoryUsage().rss
    expect(await code(get(`http://api.test:${port}/`))).toBe('too-large')
    expect(sent).toBe(1)
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
  })

  it.each([
    ['deflate', (bytes: Buffer) => deflateSync(bytes)],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes)],
    ['gzip, gzip', (bytes: Buffer) => gzipSync(gzipSync(bytes))],
  ])('counts what comes out of %s too', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(20 * 1024 * 1024))
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': encoding }).end(bomb))
    expect(bomb.length).toBeLessThan(50_000)
    expect(await code(get(`http://api.test:${port}/`))).toBe('too-large')
  })

  it('ends an answer without an end', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const more = () => {
        if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more)
        else response.once('drain', more)
      }
      more()
    })
    expect(await code(get(`http://api.test:${port}/`))).toBe('too-large')
  })

  it('gives up on silence and on a drip', async () => {
    const silent = await serve(() => {})
    expect(await code(get(`http://api.test:${silent}/`, { speed: 200 }))).toBe('timeout')
    const stalled = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('a')
    })
    expect(await code(get(`http://api.test:${stalled}/`, { speed: 100 }))).toBe('timeout')
    const drip = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const timer = setInterval(() => response.write('a'), 10)
      response.on('close', () => clearInterval(timer))
    })
    expect(await code(get(`http://api.test:${drip}/`, { speed: 100 }))).toBe('timeout')
  })

  it('refuses more headers than are read', async () => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain', 'x-long': 'x'.repeat(40_000) }).end('ok'))
    expect(await code(get(`http://api.test:${port}/`))).toBe('too-large')
  })

  it.each(['text/html', 'application/javascript', 'image/svg+xml; charset=utf-8', 'image/png', 'application/octet-stream', 'application/pdf'])(
    'refuses %s',
    async type => {
      const port = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end('x'))
      expect(await code(get(`http://api.test:${port}/`))).toBe(type.startsWith('image/svg') ? 'content-type' : 'content-type')
    },
  )

  it('survives a server that speaks no HTTP, and one that hangs up', async () => {
    for (const greet of ['SSH-2.0-OpenSSH_9\r\n', '']) {
      const server = createRawServer(socket => {
        socket.on('error', () => {})
        if (greet === '') socket.destroy()
        else socket.end(greet)
      })
      servers.push(server)
      expect(await code(get(`http://api.test:${await listen(server)}/`))).toBe('network')
    }
  })
})
