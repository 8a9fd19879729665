/**
 * One desktop in a real browser, with a gateway of its own and, where a test asks for one, a provider that
 * speaks a real protocol. When a test ends every desktop that it opened is closed, and the test fails if a
 * trap was sprung on any page or if the provider's key is found anywhere that it must not be (S47).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { createGateway, type GatewayOptions } from '../../gateway/server.ts'
import { type FakeProvider, type FakeProviderOptions, startFakeProvider } from '../fake-providers/fake-provider.ts'
import { quickClock } from '../fake-providers/quick-clock.ts'
import type { Protocol } from '../fake-providers/wire.ts'
import { storedText } from './stored-text.ts'
import { setTraps, type Traps } from './traps.ts'

/** The key of every provider in these tests; it looks like none of a real provider, so that nothing but its own value can be what redacts it. */
export const CANARY = 'canary.5f1e2d3c4b5a69788796a5b4c3d2e1f0'

export interface DesktopOptions {
  /** A model is set up, and this is how its server behaves. Left out, there is only the library. */
  readonly provider?: Omit<FakeProviderOptions, 'protocol'> & { readonly protocol?: Protocol }
  readonly gateway?: Partial<GatewayOptions>
  /** Environment of the gateway beside the provider's. */
  readonly env?: Readonly<Record<string, string>>
  /** How much faster than ours the gateway's time runs: the library's pace, waiting before a retry, time-outs. */
  readonly speed?: number
  readonly context?: BrowserContextOptions
  /** Run on the first page before it goes to the desktop. */
  readonly before?: (page: Page, origin: string) => Promise<void>
  /** The address behind the origin, for example a share link's `#/b/…`. */
  readonly at?: string
}

export interface Desktop {
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  readonly port: number
  readonly provider: FakeProvider | null
  readonly traps: Traps
  /** What the gateway logged so far. */
  log(): string
  /** Writes a prompt and sends it. */
  ask(prompt: string): Promise<void>
  /** The window of the app with this name, or the only one there is. */
  window(name?: string): Locator
  newPage(at?: string): Promise<Page>
  /** Another person's browser at the same gateway. */
  newContext(at: string): Promise<Page>
  closeGateway(): Promise<void>
}

let browser: Promise<Browser> | null = null
const open: (() => Promise<string[]>)[] = []

/** The one browser of the run. */
export function theBrowser(): Promise<Browser> {
  browser ??= chromium.connect(inject('browserEndpoint'))
  return browser
}

afterEach(async () => {
  const wrong = await Promise.all(open.splice(0).map(close => close()))
  expect(wrong.flat()).toEqual([])
})
afterAll(async () => {
  await (await browser)?.close()
  browser = null
})

export async function openDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { desktop, end } = await startDesktop(options)
  open.push(end)
  return desktop
}

/**
 * One desktop for all tests of a `describe`, for those that differ in a prompt only. Between two of them its
 * windows are closed and its traps looked at.
 */
export function shareDesktop(options: DesktopOptions): () => Desktop {
  let started: Awaited<ReturnType<typeof startDesktop>> | null = null
  const get = () => {
    if (started === null) throw new RangeError('The shared desktop is there in tests only.')
    return started.desktop
  }
  beforeAll(async () => {
    started = await startDesktop(options)
  })
  afterEach(async () => {
    const { page, traps, window } = get()
    await page.keyboard.press('Escape')
    while ((await window().count()) > 0) await window().first().getByRole('button', { name: 'Close' }).first().click()
    expect(traps.take()).toEqual([])
  })
  afterAll(async () => {
    expect(await started?.end()).toEqual([])
  })
  return get
}

async function startDesktop(options: DesktopOptions): Promise<{ readonly desktop: Desktop; readonly end: () => Promise<string[]> }> {
  const home = await mkdtemp(join(tmpdir(), 'cyanotype-e2e-'))
  const provider = options.provider === undefined ? null : await startFakeProvider({ protocol: 'anthropic', piece: 40, bytes: 400, ...options.provider })
  let log = ''
  const gateway = createGateway({
    env: { ...(provider ? environmentOf(options.provider?.protocol ?? 'anthropic', provider.url) : { OLLAMA_HOST: 'http://127.0.0.1:9' }), ...options.env },
    home,
    clock: quickClock(options.speed ?? 20),
    write: line => {
      log += line
    },
    ...options.gateway,
  })
  const { port, url } = await gateway.listen(0)
  const contexts: BrowserContext[] = []
  const allTraps: Traps[] = []
  const answers: Promise<string>[] = []

  const openContext = async (): Promise<BrowserContext> => {
    const context = await (await theBrowser()).newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
      locale: 'en-GB',
      ...options.context,
    })
    context.setDefaultTimeout(10_000)
    contexts.push(context)
    allTraps.push(await setTraps(context, new URL(url).origin))
    context.on('response', response => {
      // An answer to a page that has gone meanwhile has no body to look at any more.
      if (new URL(response.url()).pathname.startsWith('/api/')) answers.push(response.text().catch(() => ''))
    })
    return context
  }
  const openPage = async (context: BrowserContext, at = ''): Promise<Page> => {
    const page = await context.newPage()
    await options.before?.(page, new URL(url).origin)
    await page.goto(url + at)
    // The document has loaded before the desktop is drawn and listens to keys.
    await page.locator('nav').first().waitFor({ state: 'attached' })
    return page
  }

  let closed = false
  const closeGateway = async () => {
    if (!closed) await gateway.close()
    closed = true
  }
  const end = async () => {
    const wrong = allTraps.flatMap(traps => traps.take())
    const leaks: string[] = log.includes(CANARY) ? ['the key is in the log'] : []
    for (const page of contexts.flatMap(context => context.pages())) {
      const seen = page.url() + (await page.content()) + (await storedText(page))
      if (seen.includes(CANARY)) leaks.push('the key is in a page or its storage')
    }
    await closeGateway()
    await provider?.close()
    await Promise.all(contexts.map(context => context.close()))
    if ((await Promise.all(answers)).some(text => text.includes(CANARY))) leaks.push('the key is in an answer')
    await rm(home, { recursive: true, force: true })
    return [...wrong, ...leaks]
  }

  const context = await openContext()
  const page = await openPage(context, options.at)
  const desktop: Desktop = {
    page,
    context,
    url,
    port,
    provider,
    traps: allTraps[0]!,
    log: () => log,
    ask: prompt => askIn(page, prompt),
    window: name => windowIn(page, name),
    newPage: at => openPage(context, at),
    newContext: async at => openPage(await openContext(), at),
    closeGateway,
  }
  return { desktop, end }
}

export async function askIn(page: Page, prompt: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Describe an app' })
  await field.fill(prompt)
  await field.press('Enter')
}

export function windowIn(page: Page, name?: string): Locator {
  return page.locator(name === undefined ? 'section[data-state]' : `section[data-state][aria-label="${name}"]`)
}

/** Waits until a window has come this far; where it does not, the error says what stands in the windows. */
export async function reaches(window: Locator, state: 'streaming' | 'review' | 'running' | 'stopped'): Promise<void> {
  try {
    await window.and(window.page().locator(`[data-state="${state}"]`)).waitFor({ state: 'attached', timeout: 15_000 })
  } catch (cause) {
    const windows = await windowIn(window.page()).all()
    const shown = await Promise.all(
      windows.map(
        async each => `“${await each.getAttribute('aria-label')}” is ${await each.getAttribute('data-state')}: ${(await each.innerText()).slice(0, 2000)}`,
      ),
    )
    throw new Error(`No such window came to be ${state}. ${shown.join('\n') || 'No window is open.'}`, { cause })
  }
}

function environmentOf(protocol: Protocol, url: string): Record<string, string> {
  if (protocol === 'anthropic') return { ANTHROPIC_API_KEY: CANARY, ANTHROPIC_BASE_URL: url, PRIMARY_PROVIDER: 'anthropic' }
  if (protocol === 'openai') return { OPENAI_API_KEY: CANARY, OPENAI_BASE_URL: url, PRIMARY_PROVIDER: 'openai' }
  return { OLLAMA_HOST: url, PRIMARY_PROVIDER: 'ollama' }
}
