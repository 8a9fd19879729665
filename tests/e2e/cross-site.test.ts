/**
 * What a page of another site can do to the gateway in a real browser: nothing, and read nothing of it. The browser's own
 * guard of local addresses is switched off, so that what refuses is ours.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../../gateway/server.ts'
import { findBrowser } from '../browser.ts'

const REBOUND = 'rebound.example'
const HASH = '0'.repeat(64)

/** What changes something or costs something, with a body that would be taken of the own page. */
const DOORS: readonly (readonly [method: string, path: string, body: string])[] = [
  ['POST', '/api/session', '{}'],
  ['POST', '/api/generate', '{"prompt":"hello","provider":"library"}'],
  ['POST', '/api/providers/ollama', '{"model":"changed"}'],
  ['POST', '/api/providers/anthropic', '{"key":"stolen-or-set"}'],
  ['POST', '/api/grants', `{"instance":"i","hash":"${HASH}","capabilities":["net:https://a.example"],"tools":["http.get"]}`],
  ['POST', '/api/secrets', '{"name":"evil","origin":"https://evil.example","place":"bearer","value":"evil-value-1"}'],
  ['POST', '/api/http', `{"instance":"i","hash":"${HASH}","url":"https://a.example/"}`],
  ['POST', '/api/frame', `{"instance":"i","hash":"${HASH}","url":"https://a.example/"}`],
  ['POST', '/api/fs', '{"do":"write","folder":"Notes","path":"a.txt","content":"x"}'],
  ['POST', '/api/folders/connect', '{"path":"/"}'],
  ['POST', '/api/llm', '{"prompt":"hello"}'],
]

let browser: Browser
let evil: Server
let evilPort = 0
/** What a careless server would take: each body that is JSON, behind its path. */
const taken: string[] = []
let naive: Server
let naivePort = 0
let folder = ''
let gateway: Gateway
let port = 0
let generated = 0
let log = ''

beforeAll(async () => {
  const { executablePath, args } = await findBrowser()
  browser = await chromium.launch({
    executablePath,
    args: [
      ...args,
      `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`,
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights',
    ],
  })
  evil = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Evil</title><body>')
  })
  await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve))
  evilPort = (evil.address() as AddressInfo).port
  naive = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      try {
        JSON.parse(body)
        taken.push(`${request.url} ${body}`)
      } catch {
        // A form of another kind, or an empty question beforehand.
      }
      response.writeHead(200, { 'content-type': 'text/html' }).end()
    })()
  })
  await new Promise<void>(resolve => naive.listen(0, '127.0.0.1', resolve))
  naivePort = (naive.address() as AddressInfo).port
  folder = mkdtempSync(join(tmpdir(), 'cyanotype-cross-site-'))
  mkdirSync(join(folder, 'shell/assets'), { recursive: true })
  writeFileSync(
    join(folder, 'shell/index.html'),
    '<!doctype html><meta name="cyanotype-session" content="%session%"><title>Cyanotype</title><p id="own">Own page</p>',
  )
  gateway = createGateway({
    env: { OLLAMA_HOST: 'http://127.0.0.1:9', PRIMARY_PROVIDER: 'library' },
    home: join(folder, 'home'),
    shell: join(folder, 'shell'),
    write: line => {
      log += line
    },
    library: () => {
      generated += 1
      return { kind: 'nothing-near', nearest: [] }
    },
  })
  ;({ port } = await gateway.listen(0))
})
afterAll(async () => {
  await browser.close()
  await gateway.close()
  for (const server of [evil, naive]) {
    server.close()
    server.closeAllConnections()
  }
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  generated = 0
  log = ''
})

async function evilPage(at: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(at)
  return page
}

/** Everything by which a page can send something without asking first, to each door. Gives what it could read of the answers. */
async function attack(page: Page, base: string): Promise<readonly string[]> {
  return page.evaluate(
    async ({ doors, base }) => {
      const read: string[] = []
      const frame = document.createElement('iframe')
      frame.name = 'sink'
      document.body.append(frame)
      for (const [method, path, body] of doors) {
        for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
          const form = document.createElement('form')
          Object.assign(form, { method: 'POST', action: base + path, target: 'sink', enctype })
          const field = document.createElement('input')
          // Sent as text/plain this is valid JSON.
          field.name = body.replace(/}$/, ',"x":"')
          field.value = '"}'
          form.append(field)
          document.body.append(form)
          const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
          form.submit()
          await Promise.race([loaded, new Promise(resolve => setTimeout(resolve, 500))])
        }
        for (const type of ['text/plain', 'application/json', undefined])
          for (const mode of ['no-cors', 'cors'] as const)
            for (const credentials of ['include', 'omit'] as const)
              try {
                const answer = await fetch(base + path, {
                  method,
                  mode,
                  credentials,
                  body: type === undefined ? new Blob([body]) : body,
                  headers: { ...(type && { 'content-type': type }), ...(mode === 'cors' && type && { 'x-cyanotype-session': 'guess' }) },
                })
                const text = await answer.text()
                if (text !== '') read.push(`${path}: ${text}`)
              } catch {
                // Refused by the browser, as the gateway allows nobody: nothing was read.
              }
        navigator.sendBeacon(base + path, new Blob([body], { type: 'text/plain' }))
      }
      return read
    },
    { doors: DOORS, base },
  )
}

/** Nothing was written, made, allowed or asked. */
function expectUntouched(): void {
  expect(generated).toBe(0)
  expect(existsSync(join(folder, 'home/settings.json'))).toBe(false)
  expect(existsSync(join(folder, 'home/secrets.json'))).toBe(false)
  expect(log).toBe('')
}

describe.each([
  ['another port of this machine', () => `http://localhost:${evilPort}/`],
  ['a name that leads to this machine', () => `http://${REBOUND}:${evilPort}/`],
  ['a page without an origin', () => `data:text/html,<title>Evil</title><body>`],
])('a page of %s', (_, at) => {
  it('[S44] sends nothing that is taken: forms, fetch, beacons', async () => {
    const page = await evilPage(at())
    const answered = await attack(page, `http://localhost:${port}`)
    await page.waitForTimeout(200)
    expect(answered).toEqual([])
    expectUntouched()
    // A server that looks at nothing would have taken them.
    taken.length = 0
    await attack(page, `http://localhost:${naivePort}`)
    await page.waitForTimeout(200)
    for (const [, path] of DOORS) expect(taken.filter(body => body.startsWith(`${path} {`)).length, path).toBeGreaterThan(3)
    await page.context().close()
  })

  it('[S44] [S46] reads nothing: pictures, scripts, styles, streams, sockets, frames', async () => {
    const page = await evilPage(at())
    const read = await page.evaluate(
      async ({ base, paths }) => {
        const got: string[] = []
        const settled = (element: HTMLElement, name: string) =>
          new Promise<void>(resolve => {
            element.addEventListener('load', () => {
              got.push(name)
              resolve()
            })
            element.addEventListener('error', () => resolve())
            document.body.append(element)
            setTimeout(resolve, 1500)
          })
        for (const path of paths) {
          await settled(Object.assign(document.createElement('img'), { src: base + path }), `img ${path}`)
          await settled(Object.assign(document.createElement('script'), { src: base + path }), `script ${path}`)
          await settled(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: base + path }), `style ${path}`)
          for (const mode of ['cors', 'no-cors'] as const)
            try {
              const text = await (await fetch(base + path, { mode, credentials: 'include' })).text()
              if (text !== '') got.push(`fetch ${path}: ${text}`)
            } catch {
              // Nothing was read.
            }
          await new Promise<void>(resolve => {
            const source = new EventSource(base + path)
            source.addEventListener('open', () => got.push(`stream ${path}`))
            source.addEventListener('error', () => {
              source.close()
              resolve()
            })
            setTimeout(resolve, 1500)
          })
          await new Promise<void>(resolve => {
            const socket = new WebSocket(base.replace('http', 'ws') + path)
            socket.addEventListener('open', () => got.push(`socket ${path}`))
            socket.addEventListener('close', () => resolve())
            setTimeout(resolve, 1500)
          })
          const frame = document.createElement('iframe')
          frame.src = base + path
          document.body.append(frame)
          await new Promise(resolve => setTimeout(resolve, 200))
          try {
            const inside = frame.contentDocument?.body?.textContent ?? ''
            if (inside !== '') got.push(`frame ${path}: ${inside}`)
          } catch {
            // Another origin's: nothing was read.
          }
        }
        return got
      },
      { base: `http://localhost:${port}`, paths: ['/', '/api/providers', '/api/secrets', '/api/session', '/api/generate', '/api/llm', '/frame?ticket=x'] },
    )
    expect(read).toEqual([])
    // Nor does the own page stand in any of those frames, where a press on it could be stolen.
    for (const frame of page.frames()) expect(await frame.locator('#own').count()).toBe(0)
    expectUntouched()
    await page.context().close()
  })
})

it('[S44] the desktop that another site opens is not told the secret in its page, nor tied to who opened it', async () => {
  const page = await evilPage(`http://localhost:${evilPort}/`)
  const opened = page.context().waitForEvent('page')
  await page.evaluate(base => {
    ;(window as unknown as { other: Window | null }).other = window.open(base)
  }, `http://localhost:${port}/`)
  const own = await opened
  await own.locator('#own').waitFor()
  expect(await own.locator('meta[name="cyanotype-session"]').getAttribute('content')).toBe('')
  expect(await own.evaluate(() => window.opener === null)).toBe(true)
  expect(await page.evaluate(() => (window as unknown as { other: Window | null }).other?.closed)).toBe(true)
  await page.context().close()
})

describe('[S45] a name that was made to lead here after its page had loaded', () => {
  it('is refused for its Host, though the browser takes both for one origin', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const origin = `http://${REBOUND}:${port}`
    // What the attacker's own server answered, before the name came to lead to this machine.
    await page.route(`${origin}/`, route => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Evil</title><body>' }), { times: 1 })
    await page.goto(`${origin}/`)
    const answers = await page.evaluate(async doors => {
      const all: { readonly path: string; readonly status: number; readonly text: string }[] = []
      for (const path of ['/', '/index.html', '/health', '/api/providers', '/api/secrets', '/frame?ticket=x']) {
        const answer = await fetch(path)
        all.push({ path, status: answer.status, text: await answer.text() })
      }
      for (const [method, path, body] of doors) {
        const answer = await fetch(path, { method, body, headers: { 'content-type': 'application/json' } })
        all.push({ path, status: answer.status, text: await answer.text() })
      }
      return all
    }, DOORS)
    expect(answers.filter(({ status }) => status !== 421)).toEqual([])
    expect(answers.filter(({ text }) => !text.includes('"code":"host"'))).toEqual([])
    expectUntouched()
    await context.close()
  })

  it('is refused when it is opened, and the own name is not', async () => {
    const page = await evilPage(`http://${REBOUND}:${evilPort}/`)
    expect((await page.goto(`http://${REBOUND}:${port}/`))?.status()).toBe(421)
    expect(await page.locator('#own').count()).toBe(0)
    expect((await page.goto(`http://evil.localhost:${port}/`))?.status()).toBe(421)
    expect((await page.goto(`http://localhost:${port}/`))?.status()).toBe(200)
    await page.context().close()
  })
})
