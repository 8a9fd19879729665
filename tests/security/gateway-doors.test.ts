import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../../gateway/server.ts'
import { rawHttp } from './raw-http.ts'

/** Every address of the gateway, with a body that would be taken. */
const DOORS = [
  ['GET', '/', ''],
  ['GET', '/index.html', ''],
  ['GET', '/health', ''],
  ['GET', '/assets/index-Ab3dEf9h.js', ''],
  ['GET', '/api/providers', ''],
  ['POST', '/api/session', '{}'],
  ['POST', '/api/generate', '{"prompt":"hello"}'],
  ['POST', '/api/providers/ollama', '{"model":"changed"}'],
  ['POST', '/api/providers/ollama/test', '{}'],
  ['POST', '/api/grants', '{"instance":"i","hash":"0000000000000000000000000000000000000000000000000000000000000000","capabilities":[]}'],
  ['DELETE', '/api/grants', '{"instance":"i"}'],
  ['POST', '/api/http', '{}'],
  ['POST', '/api/llm', '{}'],
  ['GET', '/api/llm', ''],
  ['POST', '/api/llm/stop', '{"stopped":true}'],
  ['POST', '/api/frame', '{}'],
  ['POST', '/api/fs', '{"do":"list","folder":"f","path":""}'],
  ['POST', '/api/folders/list', '{}'],
  ['POST', '/api/folders/look', '{}'],
  ['POST', '/api/folders/connect', '{"path":"/tmp"}'],
  ['POST', '/api/folders/disconnect', '{"id":"f"}'],
  ['GET', '/api/secrets', ''],
  ['POST', '/api/secrets', '{}'],
  ['DELETE', '/api/secrets', '{"name":"weather"}'],
] as const
const CHANGING = DOORS.filter(([method]) => method !== 'GET')

let folder = ''
let gateway: Gateway
let port = 0
let secret = ''
let asked = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cyanotype-doors-'))
  mkdirSync(join(folder, 'shell/assets'), { recursive: true })
  writeFileSync(join(folder, 'shell/index.html'), '<!doctype html><meta name="cyanotype-session" content="">')
  writeFileSync(join(folder, 'shell/assets/index-Ab3dEf9h.js'), 'export {}')
  gateway = createGateway({
    env: { OLLAMA_HOST: 'http://127.0.0.1:9', PRIMARY_PROVIDER: 'library' },
    home: join(folder, 'home'),
    shell: join(folder, 'shell'),
    write: () => {},
    library: () => {
      asked += 1
      return { kind: 'nothing-near', nearest: [] }
    },
  })
  ;({ port } = await gateway.listen(0))
  const page = await rawHttp(port, ['GET / HTTP/1.1', `Host: localhost:${port}`, 'Sec-Fetch-Site: none'])
  secret = /content="([\w-]{43})"/.exec(page.body)?.[1] ?? ''
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As the own page sends it, with some of its headers exchanged (undefined: left out). */
function headersOf(changed: Readonly<Record<string, string | undefined>>): string[] {
  const all = {
    Host: `localhost:${port}`,
    Origin: `http://localhost:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'X-Cyanotype-Session': secret,
    ...changed,
  }
  return Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
}

const send = (method: string, path: string, body: string, changed: Readonly<Record<string, string | undefined>> = {}) =>
  rawHttp(port, [`${method} ${path} HTTP/1.1`, ...headersOf(changed)], body)

describe('the doors of the gateway', () => {
  it('open to the own page, so that what follows is refused for the one thing that it changes', async () => {
    expect(secret).not.toBe('')
    for (const [method, path, body] of DOORS) {
      const { status } = await send(method, path, body)
      expect([403, 415, 421], `${method} ${path}`).not.toContain(status)
    }
  })

  it('[S45] are shut to every Host but this machine’s own name with this port', async () => {
    const hosts = [
      'evil.example.com',
      `evil.example.com:${port}`,
      'localhost',
      '127.0.0.1',
      `localhost:${port + 1}`,
      `localhost:${port}0`,
      `localhost.:${port}`,
      `localhost.evil.example:${port}`,
      `evil.localhost:${port}`,
      `127.0.0.1.nip.io:${port}`,
      `0.0.0.0:${port}`,
      `127.1:${port}`,
      `2130706433:${port}`,
      `[::]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `localhost:${port}@evil.example`,
      `user@localhost:${port}`,
      `localhost:${port}/`,
      `localhost:${port}, evil.example`,
      `localhost%3A${port}`,
      '',
    ]
    const before = asked
    const passed: string[] = []
    for (const host of hosts)
      for (const [method, path, body] of DOORS) {
        const answer = await send(method, path, body, { Host: host, Origin: method === 'GET' ? undefined : `http://${host}` })
        if (answer.status !== 421 && answer.status !== 400) passed.push(`${host} ${method} ${path}: ${answer.status}`)
        if (answer.body.includes(secret)) passed.push(`${host} was told the secret by ${path}`)
      }
    expect(passed).toEqual([])
    expect(asked).toBe(before)
  })

  it('[S45] are shut to two Hosts, to none, and to a Host that only the request line names', async () => {
    const own = `Host: localhost:${port}`
    for (const lines of [
      ['GET / HTTP/1.1', own, 'Host: evil.example'],
      ['GET / HTTP/1.1', 'Host: evil.example', own],
      ['GET / HTTP/1.1'],
      ['GET http://evil.example/ HTTP/1.1', 'Host: evil.example'],
      ['GET / HTTP/1.0', 'Host: evil.example'],
      ['GET / HTTP/1.1', 'Host: evil.example', `X-Forwarded-Host: localhost:${port}`],
      ['GET / HTTP/1.1', 'Host: evil.example', `Forwarded: host=localhost:${port}`],
    ]) {
      const answer = await rawHttp(port, lines)
      expect([400, 421], lines.join(' | ')).toContain(answer.status)
      expect(answer.body).not.toContain(secret)
    }
  })

  it('[S44] are shut to every other Origin, also with the secret', async () => {
    const senders: Readonly<Record<string, string | undefined>>[] = [
      'null',
      'https://evil.example',
      `http://evil.example:${port}`,
      `http://localhost:${port + 1}`,
      'http://localhost',
      `https://localhost:${port}`,
      `http://127.0.0.1:${port}`,
      `http://[::1]:${port}`,
      `http://evil.localhost:${port}`,
      `http://localhost:${port}.evil.example`,
      `http://localhost:${port}/`,
      `http://localhost:${port}@evil.example`,
      `http://localhost:${port} http://evil.example`,
      'file://',
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    ].map(origin => ({ Origin: origin }))
    senders.push(
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'Same-Origin' },
      { Origin: undefined, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: undefined, 'Sec-Fetch-Site': 'same-site' },
      { Origin: undefined, 'Sec-Fetch-Site': undefined },
    )
    const before = asked
    const passed: string[] = []
    for (const sender of senders)
      for (const [method, path, body] of CHANGING) {
        const answer = await send(method, path, body, sender)
        if (answer.status !== 403) passed.push(`${JSON.stringify(sender)} ${method} ${path}: ${answer.status}`)
        if (answer.body.includes(secret)) passed.push(`${JSON.stringify(sender)} was told the secret by ${path}`)
      }
    expect(passed).toEqual([])
    expect(asked).toBe(before)
  })

  it('[S44] are shut to the bodies that any page can send without asking first', async () => {
    const passed: string[] = []
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
      'application/jsonp',
      '',
      undefined,
    ])
      for (const [method, path, body] of CHANGING) {
        const { status } = await send(method, path, body, { 'Content-Type': type })
        if (status !== 415) passed.push(`${type} ${method} ${path}: ${status}`)
      }
    expect(passed).toEqual([])
  })

  it('[S44] [S46] are shut to whoever does not hold the secret', async () => {
    const before = asked
    const passed: string[] = []
    const wrong = [
      undefined,
      '',
      'x',
      secret.slice(1),
      secret.slice(0, -1),
      `${secret}x`,
      secret.toLowerCase() === secret ? secret.toUpperCase() : secret.toLowerCase(),
      `${secret}, ${secret}`,
    ]
    for (const held of wrong)
      for (const [method, path, body] of CHANGING) {
        if (path === '/api/session') continue
        const { status } = await send(method, path, body, { 'X-Cyanotype-Session': held })
        if (status !== 403) passed.push(`${held} ${method} ${path}: ${status}`)
      }
    expect(passed).toEqual([])
    expect(asked).toBe(before)
  })

  it('[S44] do nothing for GET, HEAD and OPTIONS, and let no other origin read', async () => {
    const before = asked
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH'])
      for (const [, path] of CHANGING) {
        const answer = await rawHttp(port, [
          `${method} ${path} HTTP/1.1`,
          `Host: localhost:${port}`,
          'Origin: https://evil.example',
          'Access-Control-Request-Method: POST',
          'Access-Control-Request-Headers: x-cyanotype-session',
        ])
        expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
        expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
      }
    expect(asked).toBe(before)
  })

  it('carry the whole policy on every answer, refusals and faults included', async () => {
    const answers = [
      ...(await Promise.all(DOORS.map(([method, path, body]) => send(method, path, body)))),
      await send('GET', '/nowhere', ''),
      await send('GET', '/', '', { Host: `127.0.0.1:${port}` }),
      await send('GET', '/', '', { Host: 'evil.example' }),
      await send('POST', '/api/generate', '{"prompt":', {}),
      await send('POST', '/api/generate', '{"prompt":"x"}', { Origin: 'https://evil.example' }),
    ]
    for (const { status, headers } of answers) {
      const policy = headers.get('content-security-policy') ?? `none with ${status}`
      for (const part of [
        "default-src 'none'",
        "script-src 'self';",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ])
        expect(policy).toContain(part)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
    }
  })
})
