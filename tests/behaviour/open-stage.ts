/** Serves the stage under the desktop's own policy and opens it in a browser, with traps. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { securityHeaders } from '../../gateway/headers.ts'
import { setTraps, type Traps } from '../e2e/traps.ts'
import { buildStage } from './build-stage.ts'

export interface OpenStage {
  readonly url: string
  /** A page of its own, with its own window; all of them are closed together. */
  page(options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly traps: Traps }>
  close(): Promise<void>
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
])

export async function openStage(browser: Browser): Promise<OpenStage> {
  const folder = await buildStage()
  const headers = securityHeaders(JSON.parse(readFileSync(join(folder, 'csp-hashes.json'), 'utf8')) as string[])
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://stage').pathname
    const file = join(folder, path === '/' ? 'index.html' : path)
    for (const [name, value] of headers) response.setHeader(name, value)
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end()
    response.setHeader('content-type', TYPES.get(extname(file)) ?? 'application/octet-stream')
    response.end(readFileSync(file))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const closing: (() => Promise<void>)[] = []
  return {
    url,
    async page(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        serviceWorkers: 'block',
        locale: 'en-US',
        reducedMotion: 'reduce',
        ...options,
      })
      closing.push(() => context.close())
      const traps = await setTraps(context, new URL(url).origin)
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForFunction(() => 'stage' in window)
      return { page, traps }
    },
    async close() {
      for (const close of closing) await close()
      server.closeAllConnections()
      server.close()
    },
  }
}
