/**
 * `npm run screenshots`: makes the pictures of `docs/screenshots/` from the built desktop, with a fake
 * provider that streams the shipped apps, some data already in them, and the clock at one moment.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { shippedApps } from '../../blueprints/index.ts'
import { buildIfStale } from '../../cli/start/build-shell.ts'
import { createGateway } from '../../gateway/server.ts'
import { findBrowser } from '../browser.ts'
import { startFakeProvider } from '../fake-providers/fake-provider.ts'
import { sampleDocument } from './sample-document.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/screenshots')
const now = new Date('2026-11-20T10:24:00')

async function ask(page: Page, id: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Describe an app' })
  await field.fill(prompts.get(id) ?? id)
  await field.press('Enter')
}

const prompts: ReadonlyMap<string, string> = new Map([
  ['habits', 'A habit tracker with streaks'],
  ['kanban', 'A kanban board for our garden project'],
  ['expenses', 'What I spend, by category, against a budget'],
  ['pomodoro', 'A pomodoro timer that rings and counts my rounds'],
])

const nameOf = (id: string) => shippedApps.find(app => app.id === id)!.name
const windowOf = (page: Page, id: string) => page.locator(`section[data-state][aria-label="${nameOf(id)}"]`)

/** Opens an app and puts its window at these edges. */
async function place(page: Page, id: string, x: number, y: number, width: number, height: number): Promise<void> {
  await ask(page, id)
  const window = windowOf(page, id)
  await page
    .locator(`section[data-state="running"][aria-label="${nameOf(id)}"], section[data-state="review"][aria-label="${nameOf(id)}"]`)
    .waitFor({ timeout: 20_000 })
  const sheet = page.getByRole('dialog', { name: `Allow ${nameOf(id)}?` })
  if ((await window.getAttribute('data-state')) === 'review') {
    await page.waitForTimeout(800)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
  }
  await page.waitForTimeout(600)
  const from = (await window.boundingBox())!
  await drag(page, from.x + from.width - 1, from.y + from.height - 1, from.x + width - 1, from.y + height - 1)
  const sized = (await window.boundingBox())!
  await drag(page, sized.x + sized.width / 2, sized.y + 18, x + sized.width / 2, y + 18)
}

async function drag(page: Page, fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(toX, toY, { steps: 5 })
  await page.mouse.up()
}

async function main(): Promise<void> {
  await buildIfStale(root, line => console.log(line))
  mkdirSync(folder, { recursive: true })
  const home = mkdtempSync(join(tmpdir(), 'cyanotype-screenshots-'))
  let cutAt: number | null = null
  const provider = await startFakeProvider({
    protocol: 'anthropic',
    piece: 200,
    bytes: 4000,
    reply: ({ messages }) => {
      const asked = JSON.stringify(messages.at(-1))
      const [id] = [...prompts].find(([, prompt]) => asked.includes(prompt)) ?? ['habits']
      return JSON.stringify(sampleDocument(id))
    },
    fault: () => (cutAt === null ? null : { kind: 'stall', after: cutAt }),
  })
  const gateway = createGateway({ env: { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: provider.url }, home, write: () => {} })
  const { url } = await gateway.listen(0)
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  const contexts: BrowserContext[] = []
  const openPage = async (colorScheme: 'light' | 'dark', width = 1600, height = 1000) => {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 1,
      colorScheme,
      locale: 'en-GB',
      permissions: ['notifications'],
    })
    contexts.push(context)
    const page = await context.newPage()
    await page.clock.setFixedTime(now)
    await page.goto(url)
    await page.getByRole('textbox', { name: 'Describe an app' }).waitFor()
    return page
  }
  const shoot = async (page: Page, name: string) => {
    // Without a pointer over anything, and with everything that moves at rest.
    await page.mouse.move(1, 1)
    await page.waitForTimeout(900)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(`docs/screenshots/${name}.png`)
  }
  try {
    for (const mode of ['light', 'dark'] as const) {
      const page = await openPage(mode)
      await shoot(page, `home-${mode}`)
      await place(page, 'expenses', 20, 20, 660, 880)
      await place(page, 'kanban', 696, 20, 884, 430)
      await place(page, 'habits', 640, 320, 580, 560)
      await shoot(page, `desktop-${mode}`)
    }
    const sheet = await openPage('light')
    await ask(sheet, 'pomodoro')
    await sheet.getByRole('dialog', { name: `Allow ${nameOf('pomodoro')}?` }).waitFor()
    await shoot(sheet, 'approval')
    cutAt = 0.64
    for (const mode of ['light', 'dark'] as const) {
      const streaming = await openPage(mode, 1200, 860)
      await ask(streaming, 'expenses')
      await streaming.locator('[data-phase="outline"]').first().waitFor()
      await shoot(streaming, `streaming-${mode}`)
    }
  } finally {
    await Promise.all(contexts.map(context => context.close()))
    await browser.close()
    await gateway.close()
    await provider.close()
    rmSync(home, { recursive: true, force: true })
  }
}

await main()
