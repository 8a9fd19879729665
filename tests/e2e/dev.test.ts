/** `cyanotype dev`: a blueprint in an editor on one side, its app in the browser on the other. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { createDevServer, type DevServer } from '../../cli/dev/dev-server.ts'
import { theBrowser } from './desktop.ts'
import { setTraps, type Traps } from './traps.ts'

const shell = join(import.meta.dirname, '../../dist/shell')

const tally = {
  blueprint: 1,
  app: { name: 'Tally' },
  state: { count: 0, note: '', page: 'one' },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', label: 'Note', bind: 'note' },
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
      'Counted ${count}',
    ],
  },
  tests: [
    { name: 'Counts', steps: [{ press: 'Count' }, { sees: 'Counted 1' }] },
    { name: 'Takes a note', steps: [{ fill: 'Tea', into: 'Note' }, { expect: "${note == 'Tea'}" }] },
  ],
}

interface Dev {
  readonly page: Page
  readonly file: string
  readonly url: string
  readonly server: DevServer
  readonly traps: Traps
  /** One line a save, as in the terminal. */
  readonly told: string[]
  save(document: object | string): Promise<void>
  text(): Promise<string>
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function openDev(first: object | string, options: BrowserContextOptions = {}): Promise<Dev> {
  const folder = await mkdtemp(join(tmpdir(), 'cyanotype-dev-'))
  const file = join(folder, 'tally.json')
  const save = async (document: object | string) => writeFile(file, typeof document === 'string' ? document : `${JSON.stringify(document, null, 2)}\n`)
  await save(first)
  const told: string[] = []
  const server = createDevServer({ file, shell, onFile: ({ kind }) => told.push(kind), write: line => told.push(line) })
  const { url } = await server.listen(0)
  const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(10_000)
  const traps = await setTraps(context, new URL(url).origin)
  const page = await context.newPage()
  await page.goto(url)
  open.push(async () => {
    const wrong = traps.take()
    await context.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
    expect(wrong).toEqual([])
  })
  return { page, file, url, server, traps, told, save, text: () => readFile(file, 'utf8') }
}

const issues = (page: Page) => page.locator('.preview-issues li')
const app = (page: Page) => page.locator('.preview-app')

describe('cyanotype dev', () => {
  it('shows the app, follows each save with the state, the focus and the caret kept', async () => {
    const { page, save } = await openDev(tally)
    await app(page).getByText('Counted 0').waitFor()
    await app(page).getByRole('button', { name: 'Count' }).click()
    const note = app(page).getByRole('textbox', { name: 'Note' })
    await note.fill('half a word')
    await note.evaluate(field => (field as HTMLInputElement).setSelectionRange(2, 4))

    await save({ ...tally, app: { name: 'Tally two' } })
    await page.getByRole('region', { name: 'Tally two' }).waitFor()
    await app(page).getByText('Counted 1').waitFor()
    expect(await note.inputValue()).toBe('half a word')
    expect(
      await note.evaluate(field => [document.activeElement === field, (field as HTMLInputElement).selectionStart, (field as HTMLInputElement).selectionEnd]),
    ).toEqual([true, 2, 4])

    // An entry whose type has changed begins anew, and is back once it fits again; one that nobody touched takes its new first value.
    await save({ ...tally, state: { ...tally.state, count: { type: ['text'], init: [] }, page: 'two' }, view: '${page} ${note}', tests: [] })
    await app(page).getByText('two half a word').waitFor()
    await save(tally)
    await app(page).getByText('Counted 1').waitFor()

    await page.getByRole('button', { name: 'Start fresh' }).click()
    await app(page).getByText('Counted 0').waitFor()
    expect(await note.inputValue()).toBe('')
  })

  it('goes on with the last good app while the file has errors, and says where they are', async () => {
    const { page, save } = await openDev(tally)
    await app(page).getByRole('button', { name: 'Count' }).click()
    await save(JSON.stringify(tally, null, 2).replace('"Button"', '"Buton"'))
    await issues(page).first().waitFor()
    expect(await page.title()).toBe('1 error · Tally')
    expect(await issues(page).count()).toBe(1)
    const said = await issues(page).first().innerText()
    expect(said).toContain('Buton')
    const line =
      JSON.stringify(tally, null, 2)
        .split('\n')
        .findIndex(text => text.includes('"Button"')) + 1
    expect(said).toContain(`${line}:`)
    expect(said).toMatch(/"type": "Buton",\n\s*\^/)
    await app(page).getByRole('button', { name: 'Count' }).click()
    await app(page).getByText('Counted 2').waitFor()

    await save(tally)
    await expect.poll(() => issues(page).count()).toBe(0)
    await app(page).getByText('Counted 2').waitFor()
  })

  it('writes a fix into the file when it is pressed, in the author’s own layout', async () => {
    const { page, save, text } = await openDev(tally)
    await app(page).getByText('Counted 0').waitFor()
    const broken = JSON.stringify(tally, null, 2).replace('"name": "Tally"', '"name": "Tally",')
    await save(broken)
    await issues(page).first().waitFor()
    await issues(page).first().getByRole('button').click()
    await expect.poll(text).toBe(JSON.stringify(tally, null, 2))
    await expect.poll(() => issues(page).count()).toBe(0)
  })

  it('runs the tests after each good save, and shows what a failing one expected and saw', async () => {
    const { page, save } = await openDev(tally)
    await page.getByText('2 of 2 passed').waitFor()
    expect(await page.title()).toBe('✓ 2/2 · Tally')
    await save({ ...tally, tests: [...tally.tests, { name: 'Counts twice', steps: [{ press: 'Count' }, { sees: 'Counted 2' }] }] })
    await page.getByText('2 of 3 passed').waitFor()
    await expect.poll(() => page.title()).toBe('✗ 2/3 · Tally')
    const failed = page.locator('.preview-tests li[data-state=failed]')
    expect(await failed.innerText()).toMatch(/Counts twice[\s\S]*Step 2\s+\{"sees":"Counted 2"\}[\s\S]*“Counted 2” to be seen[\s\S]*Counted 1/)
    // What the tests did is not in the app.
    await app(page).getByText('Counted 0').waitFor()
  })

  it('begins with a file that has a fault, by what can be drawn of it', async () => {
    const { page, save } = await openDev(JSON.stringify(tally).replace('"label":"Note"', '"lable":"Note"'))
    const sketch = page.getByRole('region', { name: 'What can be drawn so far' })
    await sketch.getByText('Counted').waitFor()
    expect(await sketch.locator('[inert]').count()).toBeGreaterThan(0)
    await save(tally)
    await sketch.waitFor({ state: 'detached' })
    await app(page).getByRole('button', { name: 'Count' }).click()
    await app(page).getByText('Counted 1').waitFor()
  })

  it('begins with a broken file, and with one that goes away and comes back by another’s name', async () => {
    const { page, save, file, told } = await openDev('{')
    await page.getByText('Nothing to show yet').waitFor()
    await issues(page).first().waitFor()
    await save(tally)
    await app(page).getByText('Counted 0').waitFor()
    await rm(file)
    await page.getByText(/There is no such file now/).waitFor()
    await app(page).getByText('Counted 0').waitFor()
    await writeFile(`${file}.swap`, JSON.stringify({ ...tally, app: { name: 'Back' } }))
    await rename(`${file}.swap`, file)
    await page.getByRole('region', { name: 'Back' }).waitFor()
    expect(told).toEqual(['text', 'text', 'unreadable', 'text'])
  })

  it('lets the app reach the network only once the person allows it here', async () => {
    const net = {
      blueprint: 1,
      app: { name: 'Rates' },
      capabilities: [{ use: 'net:https://rates.invalid', why: 'Rates of today.' }],
      state: { said: '' },
      view: {
        type: 'Stack',
        children: [
          {
            type: 'Button',
            label: 'Ask',
            onPress: { do: 'http.get', url: 'https://rates.invalid/', out: 'answer', catch: { do: 'set', path: 'said', value: '${error.code}' } },
          },
          'Said ${said}',
        ],
      },
    }
    const { page, traps } = await openDev(net)
    traps.expect(/Failed to load resource/)
    await app(page).getByRole('button', { name: 'Ask' }).click()
    await app(page).getByText('Said denied').waitFor()
    await page.getByRole('switch', { name: /rates\.invalid/ }).click()
    await app(page).getByRole('button', { name: 'Ask' }).click()
    // Allowed, it is asked for, by the server, which finds no such host.
    await app(page).getByText('Said host-not-found').waitFor()
  })

  it('[S18] [S45] lets nobody but its own page write the file or listen to it', async () => {
    const { url, server, text } = await openDev(JSON.stringify(tally))
    const before = await text()
    const post = (headers: Record<string, string>) =>
      server.fetch(
        new Request(`${url}dev/fix`, {
          method: 'POST',
          headers: { host: new URL(url).host, 'content-type': 'application/json', ...headers },
          body: '{"version":"x","issue":0}',
        }),
      )
    expect((await post({})).status).toBe(403)
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ origin: url.slice(0, -1) })).status).toBe(403)
    expect((await post({ origin: url.slice(0, -1), 'x-cyanotype-session': 'guessed' })).status).toBe(403)
    const listen = (headers: Record<string, string>) => server.fetch(new Request(`${url}dev/events`, { headers: { host: new URL(url).host, ...headers } }))
    expect((await listen({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await server.fetch(new Request(url, { headers: { host: 'evil.example' } }))).status).toBe(421)
    const policy = (await server.fetch(new Request(url, { headers: { host: new URL(url).host } }))).headers.get('content-security-policy')
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(await text()).toBe(before)
  })

  it('overwrites nothing that was saved after the check', async () => {
    const { page, save, text, traps } = await openDev(tally)
    traps.expect(/409 \(Conflict\)/)
    const broken = JSON.stringify(tally, null, 2).replace('"name": "Tally"', '"name": "Tally",')
    await save(broken)
    await issues(page).first().waitFor()
    // The page hears of the next save only after its fix was asked for.
    await page.route('**/dev/fix', async route => {
      await save(`${broken}\n`)
      await route.continue()
    })
    await issues(page).first().getByRole('button').click()
    await expect.poll(() => issues(page).count()).toBe(1)
    expect(await text()).toBe(`${broken}\n`)
  })

  it.each(['light', 'dark'] as const)('breaks no rule of axe, %s', async colorScheme => {
    const failing = { ...tally, tests: [{ name: 'Fails', steps: [{ press: 'Conut' }] }] }
    const { page, save } = await openDev(failing, { colorScheme })
    await page.getByText('0 of 1 passed').waitFor()
    await save(JSON.stringify(failing).replace('"Button"', '"Buton"'))
    await issues(page).first().waitFor()
    await page.evaluate(axe.source)
    const broken = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(page: Document): Promise<axe.AxeResults> } }).axe.run(document)
      return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    })
    expect(broken).toEqual([])
  })

  it.each(['light', 'dark'] as const)('fits a narrow window, %s', async colorScheme => {
    const { page } = await openDev(tally, { viewport: { width: 360, height: 720 }, colorScheme })
    await page.getByText('2 of 2 passed').waitFor()
    for (const part of ['.preview-window', '.preview-side']) {
      const { x, width } = (await page.locator(part).boundingBox())!
      expect([x >= 0, x + width <= 360], part).toEqual([true, true])
    }
  })

  it('runs as a process: one line a save, and an end by Ctrl-C', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cyanotype-dev-'))
    const file = join(folder, 'a.json')
    await writeFile(file, JSON.stringify(tally))
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli/cyanotype.mjs'), 'dev', file, '--no-open', '--port', '0'])
    const ended = new Promise(resolve => child.on('exit', resolve))
    let out = ''
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes
    })
    try {
      await expect.poll(() => out, { timeout: 60_000 }).toMatch(/at http:\/\/localhost:\d+\//)
      const [url = ''] = /http:\S+/.exec(out) ?? []
      expect((await fetch(url)).headers.get('content-security-policy')).toContain("trusted-types 'none'")
      await writeFile(file, `\n${JSON.stringify(tally).replace('"Button"', '"Buton"')}`)
      await expect.poll(() => out, { timeout: 10_000 }).toMatch(/✓ no errors\n[\s\S]*✗ 1 error at 2:\d+\n$/)
    } finally {
      child.kill('SIGINT')
    }
    expect(await ended).toBe(0)
    await rm(folder, { recursive: true })
  })
})
