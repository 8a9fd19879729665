import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MATH_HOST, mathHostHeaders, securityHeaders, TEST_RUNNER, testRunnerHeaders } from '../../gateway/headers.ts'
import { encodeLink } from '../../schema/index.ts'
import type { Json } from '../../schema/json/json.ts'
import { askIn, reaches, theBrowser, windowIn } from './desktop.ts'
import { tally } from './documents.ts'
import { setTraps, type Traps } from './traps.ts'

const shell = join(import.meta.dirname, '../../dist/shell')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

describe('[B91] the built shell on any host of files, without a gateway', () => {
  let server: Server
  let site = ''
  let close: (() => Promise<void>) | null = null

  beforeAll(async () => {
    const hashes = JSON.parse(await readFile(join(shell, 'csp-hashes.json'), 'utf8')) as string[]
    const headersOf = (path: string) =>
      Object.fromEntries([
        ...securityHeaders(hashes),
        ...(path === TEST_RUNNER.slice(1) ? testRunnerHeaders(hashes) : []),
        ...(path === MATH_HOST.slice(1) ? mathHostHeaders() : []),
      ])
    // Not at the root: a page of a person or a project lies in a folder.
    server = createServer((request, response) => {
      const path = (request.url ?? '').split(/[?#]/)[0]!.replace(/^\/people\/ada\//, '') || 'index.html'
      readFile(join(shell, path)).then(
        bytes => response.writeHead(200, { ...headersOf(path), 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes),
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    site = `http://localhost:${(server.address() as AddressInfo).port}/people/ada/`
  })
  afterAll(async () => {
    await close?.()
    server.closeAllConnections()
    server.close()
  })

  async function openSite(at = '') {
    const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' })
    context.setDefaultTimeout(10_000)
    const traps: Traps = await setTraps(context, new URL(site).origin)
    close = async () => {
      await context.close()
      close = null
    }
    const page = await context.newPage()
    await page.goto(site + at)
    return { page, traps }
  }

  it('opens a share link, which is inert until it is allowed, and keeps it', async () => {
    const { fragment } = await encodeLink(JSON.parse(tally) as Json)
    const { page, traps } = await openSite(fragment)
    const sheet = page.getByRole('dialog', { name: 'Allow Tally?' })
    await sheet.waitFor()
    expect(await windowIn(page, 'Tally').getAttribute('data-state')).toBe('review')
    await page.waitForTimeout(750)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    await reaches(windowIn(page, 'Tally'), 'running')
    await windowIn(page, 'Tally').getByRole('button', { name: 'Count' }).click()
    await windowIn(page, 'Tally').getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await windowIn(page, 'Tally').getByText('Counted 1').waitFor()
    expect(traps.take()).toEqual([])
    await close?.()
  })

  it('answers a prompt from the library, and says so', async () => {
    const { page, traps } = await openSite()
    await askIn(page, 'a habit tracker')
    await reaches(windowIn(page), 'streaming')
    await windowIn(page).getByText('From the library, no model').waitFor()
    await reaches(windowIn(page, 'Habits'), 'running')
    expect(traps.take()).toEqual([])
    await close?.()
  })
})
