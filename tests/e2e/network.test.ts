import type { Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { storedText } from './stored-text.ts'
import { startWebServer, type WebAnswer, type WebRequest, type WebServer, webOf } from './web-server.ts'

const KEY = 'canary.key-7788/+=9900'
const closing: WebServer[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map(server => server.close()))
})

async function web(answer: (request: WebRequest) => WebAnswer | Promise<WebAnswer>): Promise<WebServer> {
  const server = await startWebServer(answer)
  closing.push(server)
  return server
}

/** An app that reads the weather with a key when it is opened, and sends a note when a button is pressed. */
function weatherApp(origin: string): string {
  return JSON.stringify({
    blueprint: 1,
    app: { name: 'Sky', icon: 'cloud', about: 'Shows the weather.', window: { width: 560, height: 420 } },
    capabilities: [
      { use: `net:${origin}`, why: 'Reads the weather.' },
      { use: 'secret:weather', why: 'The service wants a key.' },
    ],
    state: { said: '' },
    data: { sky: { do: 'http.get', url: `${origin}/sky`, secret: 'weather' } },
    view: {
      type: 'Stack',
      pad: 'm',
      children: [
        { type: 'Async', of: 'sky', children: [{ type: 'Text', text: 'It is ${sky.value.sky}, you sent ${sky.value.sent}' }] },
        {
          type: 'Button',
          label: 'Send',
          onPress: [
            { do: 'http.post', url: `${origin}/notes`, body: { note: 'wet' }, out: 'reply' },
            { do: 'set', path: 'said', value: '${text(reply.status)}' },
          ],
        },
        { type: 'Text', text: 'Said: ${said}' },
      ],
    },
  })
}

const answerSky = (request: WebRequest): WebAnswer =>
  request.path === '/sky'
    ? { body: { sky: 'clear', sent: request.headers.authorization ?? 'nothing', [`echo ${request.headers.authorization}`]: true } }
    : { status: 201, body: { ok: true } }

/** All that the page sends and is sent from now on, but for what a person types into Settings. */
function listen(page: Page): { readonly all: () => Promise<string>; readonly tokens: ReadonlySet<string>; readonly urls: readonly string[] } {
  const texts: Promise<string>[] = []
  const tokens = new Set<string>()
  const urls: string[] = []
  page.context().on('request', request => {
    urls.push(request.url())
    const token = request.headers()['x-cyanotype-token']
    if (token) tokens.add(token)
    const own = request.method() === 'POST' && new URL(request.url()).pathname === '/api/secrets'
    texts.push(Promise.resolve(`${request.url()} ${JSON.stringify(request.headers())} ${own ? '' : (request.postData() ?? '')}`))
  })
  page.context().on('response', response => {
    // What is still under way when it is asked for has no body yet.
    texts.push(Promise.race([response.text().catch(() => ''), new Promise<string>(resolve => setTimeout(resolve, 5_000, ''))]))
  })
  return { all: async () => (await Promise.all(texts)).join('\n'), tokens, urls }
}

async function allow({ page, window }: Desktop, name: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: `Allow ${name}?` })
  await sheet.waitFor()
  await page.waitForTimeout(750)
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
  await reaches(window(name), 'running')
}

async function keepKey(page: Page, name: string, origin: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const keys = settings.getByRole('region', { name: 'Keys for servers' })
  const add = keys.getByRole('button', { name: 'Add', exact: true })
  if ((await add.count()) > 0) await add.click()
  else await keys.getByRole('button', { name: 'Add a key' }).click()
  await keys.getByLabel(/Name, as apps/).fill(name)
  await keys.getByLabel('Server').fill(origin)
  await keys.getByLabel('Key', { exact: true }).fill(KEY)
  await keys.getByRole('button', { name: 'Keep it' }).click()
  await keys.getByText(`for ${origin}`).waitFor()
  await page.keyboard.press('Escape')
}

async function permission({ page, window }: Desktop, name: string, label: RegExp): Promise<void> {
  await window(name).getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog')
  await details.getByRole('tab', { name: 'Permissions' }).click()
  await details.getByRole('switch', { name: label }).click()
  await page.keyboard.press('Escape')
}

describe('an app that was allowed to use a server and a key', () => {
  it('[S43] [S47] reaches it through the gateway, and neither key nor token is in the page, its storage, its addresses or its log', async () => {
    const server = await web(answerSky)
    const origin = `http://sky.test:${server.port}`
    const desktop = await openDesktop({ provider: { reply: () => weatherApp(origin) }, gateway: webOf(server) })
    const { page } = desktop
    const heard = listen(page)
    await keepKey(page, 'weather', origin)
    await desktop.ask('the weather')
    await allow(desktop, 'Sky')
    const app = desktop.window('Sky')
    await app.getByText('It is clear, you sent Bearer [key]').waitFor()
    expect(server.asked.map(({ method, path, headers }) => `${method} ${path} ${headers.authorization}`)).toEqual([`GET /sky Bearer ${KEY}`])
    await app.getByRole('button', { name: 'Send' }).click()
    await app.getByText('Said: 201').waitFor()
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', path: '/notes', body: '{"note":"wet"}' })
    expect(server.asked.at(-1)?.headers.authorization).toBeUndefined()

    const kept = (await storedText(page)) + (await page.content()) + desktop.log()
    const sent = await heard.all()
    for (const spelling of [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString('base64'), JSON.stringify(KEY).slice(1, -1)]) {
      expect(kept).not.toContain(spelling)
      expect(sent).not.toContain(spelling)
    }
    // One for each tool.
    expect(heard.tokens.size).toBe(2)
    for (const token of heard.tokens) {
      expect(kept).not.toContain(token)
      expect(heard.urls.join('\n')).not.toContain(token)
    }
  })

  it('says quietly in its place that it was not allowed, and asks nobody; what is taken back ends at once', async () => {
    const server = await web(answerSky)
    const origin = `http://sky.test:${server.port}`
    const desktop = await openDesktop({ provider: { reply: () => weatherApp(origin) }, gateway: webOf(server) })
    const { page } = desktop
    await desktop.ask('the weather')
    await page.getByRole('dialog', { name: 'Allow Sky?' }).waitFor()
    await page.getByRole('button', { name: "Don't allow" }).click()
    const app = desktop.window('Sky')
    await app.getByRole('button', { name: /Run without/ }).click()
    await reaches(app, 'running')
    await app.getByText(/You have not allowed this app to exchange data with/).waitFor()
    expect(server.asked).toEqual([])

    await permission(desktop, 'Sky', /Exchange data with/)
    await permission(desktop, 'Sky', /Use your key/)
    // Allowed by now, and there is no such key: what to do is said.
    desktop.traps.expect(/409 \(Conflict\)/)
    const again = app.getByRole('button', { name: /try again/i })
    await again.click()
    await app.getByText(/There is no key “weather” yet\. Add it in Settings/).waitFor()
    await keepKey(page, 'weather', origin)
    await again.click()
    await app.getByText('It is clear').waitFor()
    expect(server.asked).toHaveLength(1)

    await permission(desktop, 'Sky', /Use your key/)
    await page.waitForTimeout(200)
    expect(server.asked).toHaveLength(1)
  })

  it('[S26] a grant that is taken back while the server works ends the call, and nothing of the answer is used', async () => {
    let answered: () => void = () => {}
    const waits = new Promise<void>(resolve => {
      answered = resolve
    })
    const server = await web(async request => {
      if (request.path === '/notes') await waits
      return answerSky(request)
    })
    const origin = `http://sky.test:${server.port}`
    const desktop = await openDesktop({ provider: { reply: () => weatherApp(origin) }, gateway: webOf(server), speed: 1 })
    const { page } = desktop
    desktop.traps.expect(/409 \(Conflict\)|403 \(Forbidden\)|401 \(Unauthorized\)/)
    await desktop.ask('the weather')
    await allow(desktop, 'Sky')
    const app = desktop.window('Sky')
    await app.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => server.asked.length).toBe(1)
    await permission(desktop, 'Sky', /Exchange data with/)
    await page
      .getByText(/You have not allowed this app to exchange data with/)
      .first()
      .waitFor()
    answered()
    await page.waitForTimeout(300)
    expect(await app.getByText('Said: 201').count()).toBe(0)
    expect(server.asked).toHaveLength(1)
  })
})

it('[S40] an app that calls without end is held back in words, and the desktop goes on', async () => {
  const server = await web(() => ({ body: { ok: true } }))
  const origin = `http://sky.test:${server.port}`
  const loops = JSON.stringify({
    blueprint: 1,
    app: { name: 'Loops', icon: 'repeat' },
    capabilities: [{ use: `net:${origin}` }],
    state: { calls: 0, problem: '' },
    timers: {
      again: {
        every: 250,
        do: [
          {
            do: 'each',
            in: '${range(20)}',
            steps: [
              { do: 'http.get', url: `${origin}/x`, catch: [{ do: 'set', path: 'problem', value: '${error.message}' }] },
              { do: 'inc', path: 'calls' },
            ],
          },
        ],
      },
    },
    view: {
      type: 'Stack',
      children: [
        { type: 'Text', text: 'Calls: ${calls}' },
        { type: 'Text', text: '${problem}' },
      ],
    },
  })
  const desktop = await openDesktop({ provider: { reply: () => loops }, gateway: webOf(server), speed: 1 })
  desktop.traps.expect(/429 \(Too Many Requests\)/)
  await desktop.ask('a loop')
  await allow(desktop, 'Loops')
  await desktop
    .window('Loops')
    .getByText(/This app has made too many calls: it may make 120 in a minute/)
    .waitFor({ timeout: 30_000 })
  expect(server.asked.length).toBeLessThan(150)
})

it('the API bench sends each method to the server that the person wrote, with the key where that is switched on', async () => {
  const server = await web(request => {
    if (request.method === 'DELETE') return { status: 204 }
    return { status: request.method === 'POST' ? 201 : 200, headers: { etag: '"7"' }, body: { method: request.method, got: request.body } }
  })
  const origin = `http://bench.test:${server.port}`
  const desktop = await openDesktop({ gateway: webOf(server) })
  const { page } = desktop
  await desktop.ask('api bench')
  const sheet = page.getByRole('dialog', { name: 'Allow API bench?' })
  await sheet.getByLabel('Address of “server”').fill(origin)
  await page.waitForTimeout(750)
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
  const app = desktop.window('API bench')
  await reaches(app, 'running')
  await keepKey(page, 'api-bench', origin)
  const send = async (method: string, status: number) => {
    await app.getByRole('button', { name: /Method/ }).click()
    await page.getByRole('option', { name: method, exact: true }).click()
    const before = server.asked.length
    await app.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => server.asked.length).toBe(before + 1)
    await app.getByText(String(status), { exact: true }).first().waitFor()
  }
  await app.getByRole('textbox', { name: 'Path' }).fill('items/1')
  await app.getByRole('button', { name: 'Send', exact: true }).click()
  await app.getByText('GET /items/1').waitFor()
  await app.getByRole('switch', { name: /With your key/ }).click({ force: true })
  await send('POST', 201)
  await send('PUT', 200)
  await send('PATCH', 200)
  await send('DELETE', 204)
  expect(server.asked.map(({ method, path, headers }) => `${method} ${path} ${headers.authorization ?? '-'}`)).toEqual([
    'GET /items/1 -',
    `POST /items/1 Bearer ${KEY}`,
    `PUT /items/1 Bearer ${KEY}`,
    `PATCH /items/1 Bearer ${KEY}`,
    `DELETE /items/1 Bearer ${KEY}`,
  ])
})
