import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { build } from 'vite'

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.woff2', 'font/woff2'],
  ['.svg', 'image/svg+xml'],
])

export interface LookPages {
  /** A new page of its own context, on which nothing is drawn yet. */
  open(options: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Builds `page/` into a folder of its own below `.cache/look` and serves it from there; closing removes it. */
export async function serveLookPages(browser: Browser): Promise<LookPages> {
  const cache = join(import.meta.dirname, '../../.cache/look')
  mkdirSync(cache, { recursive: true })
  const out = mkdtempSync(join(cache, 'page-'))
  const { NODE_ENV } = process.env
  // Under a test runner Vite would bundle React's development build.
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'page'),
      base: './',
      mode: 'production',
      logLevel: 'error',
      plugins: [react()],
      build: {
        outDir: out,
        emptyOutDir: true,
        target: 'es2024',
        cssTarget: ['chrome126'],
        minify: false,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: { onLog: () => {} },
      },
    })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(out, path === '/' ? 'index.html' : path)
    if (!file.startsWith(out) || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types.get(extname(file)) ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    async open(options) {
      const context = await browser.newContext({ deviceScaleFactor: 1, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      const under = new Set<unknown>()
      underway.set(page, under)
      page.on('request', request => under.add(request))
      page.on('requestfinished', request => under.delete(request))
      page.on('requestfailed', request => under.delete(request))
      await page.clock.setFixedTime(new Date('2026-11-20T10:24:00Z'))
      await page.goto(`http://127.0.0.1:${port}/`)
      await page.waitForFunction(() => 'look' in window)
      return page
    },
    async close() {
      await new Promise(resolve => {
        server.close(resolve)
        server.closeAllConnections()
      })
      rmSync(out, { recursive: true, force: true })
    },
  }
}

/** Requests of each page that have no answer yet: what is drawn later is loaded with the first use. */
const underway = new WeakMap<Page, Set<unknown>>()

/** Waits until what is drawn stands still: letters and lazy parts loaded, three looks without a change. */
export async function settle(page: Page, longest = 4000): Promise<void> {
  await standStill(page, longest)
  if (underway.get(page)?.size === 0) return
  for (let turn = 0; turn < 40 && (underway.get(page)?.size ?? 0) > 0; turn++) await page.waitForTimeout(50)
  await standStill(page, longest)
}

async function standStill(page: Page, longest: number): Promise<void> {
  await page.evaluate(
    async ([most]) => {
      await document.fonts.ready
      const until = performance.now() + (most ?? 0)
      let quiet = 0
      let before = ''
      while (quiet < 3 && performance.now() < until) {
        await new Promise(resolve => setTimeout(resolve, 50))
        const now = document.getElementById('place')!.innerHTML
        const busy =
          document.fonts.status === 'loading' ||
          document.getAnimations().some(one => one.playState === 'running' && one.effect?.getComputedTiming().iterations === 1)
        quiet = now === before && !busy ? quiet + 1 : 0
        before = now
      }
    },
    [longest],
  )
}
