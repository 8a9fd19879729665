import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'

const map = JSON.stringify({
  blueprint: 1,
  app: { name: 'Atlas', icon: 'map', about: 'Shows a map.', window: { width: 620, height: 520 } },
  capabilities: [{ use: 'frame:https://maps.example.com', why: 'Shows the map.' }],
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Heading', text: 'Atlas' },
      { type: 'Frame', src: 'https://maps.example.com/embed?at=1', title: 'A map' },
    ],
  },
})

/** What stands for the page of the web: it tries what it must not be able to do, and writes down how that went. */
const standIn = `<!doctype html><title>Map</title><body><p id="map">Map of nowhere</p><pre id="told"></pre><script>
const told = {}
const attempt = (name, run) => { try { run(); told[name] = 'done' } catch (error) { told[name] = error.name } }
attempt('desktop', () => top.document.title)
attempt('wall', () => parent.document.title)
attempt('storage', () => localStorage.length)
attempt('cookie', () => document.cookie)
attempt('away', () => { top.location.href = 'https://evil.example/top' })
attempt('popup', () => { if (!open('https://evil.example/popup')) throw new DOMException('', 'Blocked') })
told.origin = self.origin
told.referrer = document.referrer
addEventListener('message', event => { if (event.data === 'leave') location.href = 'https://evil.example/inside' })
document.getElementById('told').textContent = JSON.stringify(told)
</script>`

/** Stands between the browser and the web: nothing of it reaches a network. Gives what was asked for. */
async function standInForTheWeb(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.context().route(/^https:\/\//, route => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: standIn })
  })
  return asked
}

async function openAtlas(): Promise<{ desktop: Desktop; asked: string[] }> {
  const desktop = await openDesktop({ provider: { reply: () => map } })
  desktop.traps.expect(/request to another origin: https:\/\/maps\.example\.com\//)
  const asked = await standInForTheWeb(desktop.page)
  await desktop.ask('a map')
  await desktop.page.getByRole('dialog', { name: 'Allow Atlas?' }).waitFor()
  return { desktop, asked }
}

const sheetOf = ({ page }: Desktop) => page.getByRole('dialog', { name: 'Allow Atlas?' })

async function allow(desktop: Desktop): Promise<void> {
  await desktop.page.waitForTimeout(750)
  await sheetOf(desktop).getByRole('button', { name: 'Allow', exact: true }).click()
  await reaches(desktop.window('Atlas'), 'running')
}

describe('[S57] a page of the web in an app', () => {
  it('is asked for by its whole origin, and shown behind two walls, with its host in the window’s own bar', async () => {
    const { desktop, asked } = await openAtlas()
    const { page } = desktop
    expect(
      await sheetOf(desktop)
        .getByRole('switch', { name: /Show pages of https:\/\/maps\.example\.com/ })
        .isChecked(),
    ).toBe(true)
    expect(asked).toEqual([])
    // What it tries is refused by the browser, which says so.
    desktop.traps.expect(/Unsafe attempt to initiate navigation|Blocked opening|Failed to read|sandboxed/)
    await allow(desktop)
    const app = desktop.window('Atlas')
    const wall = app.locator('.session-app iframe')
    await wall.waitFor()
    expect(await wall.getAttribute('sandbox')).toBe('allow-scripts')
    expect(new URL((await wall.getAttribute('src')) ?? '').pathname).toBe('/frame')
    const inner = wall.contentFrame().locator('iframe')
    expect(await inner.getAttribute('sandbox')).toBe('allow-scripts')
    const shown = inner.contentFrame()
    await shown.getByText('Map of nowhere').waitFor()
    const told = JSON.parse((await shown.locator('#told').textContent()) ?? '{}')
    expect(told).toMatchObject({
      desktop: 'SecurityError',
      wall: 'SecurityError',
      storage: 'SecurityError',
      cookie: 'SecurityError',
      origin: 'null',
      referrer: '',
    })
    expect(told.popup).not.toBe('done')
    expect(new URL(page.url()).origin).toBe(new URL(desktop.url).origin)
    await app.locator('.title-bar', { hasText: 'maps.example.com' }).waitFor()
    expect(new Set(asked)).toEqual(new Set(['https://maps.example.com/embed?at=1']))
  })

  it('cannot lead to another origin', async () => {
    const { desktop, asked } = await openAtlas()
    desktop.traps.expect(/Unsafe attempt to initiate navigation|Blocked opening|Failed to read|sandboxed/)
    desktop.traps.expect(/frame-src|Framing 'https:\/\/evil\.example\/'|violates the following/)
    await allow(desktop)
    const shown = desktop.window('Atlas').locator('.session-app iframe').contentFrame().locator('iframe').contentFrame()
    await shown.getByText('Map of nowhere').waitFor()
    const refused = desktop.page.waitForEvent('console', message => /evil\.example/.test(message.text()) && message.type() === 'error')
    await shown.locator('body').evaluate(() => window.postMessage('leave', '*'))
    expect((await refused).text()).toContain('frame-src https://maps.example.com')
    expect(asked.filter(url => !url.startsWith('https://maps.example.com/'))).toEqual([])
  })

  it('is not asked for where it was not allowed, and goes when that is taken back', async () => {
    const { desktop, asked } = await openAtlas()
    const { page } = desktop
    await sheetOf(desktop).getByRole('button', { name: "Don't allow" }).click()
    const app = desktop.window('Atlas')
    await app.getByRole('button', { name: /Run without/ }).click()
    await reaches(app, 'running')
    await app.getByText('You have not allowed this app to show pages of maps.example.com.').waitFor()
    expect(asked).toEqual([])
    expect(await app.locator('iframe').count()).toBe(0)

    desktop.traps.expect(/Unsafe attempt to initiate navigation|Blocked opening|Failed to read|sandboxed/)
    await app.getByRole('button', { name: 'Details' }).click()
    await page.getByRole('dialog').getByRole('tab', { name: 'Permissions' }).click()
    const permission = page.getByRole('dialog').getByRole('switch', { name: /Show pages of/ })
    await permission.click()
    await expect.poll(() => app.locator('iframe').count()).toBe(1)
    await permission.click()
    await expect.poll(() => app.locator('iframe').count()).toBe(0)
    expect(await app.locator('.title-bar').innerText()).not.toContain('maps.example.com')
  })

  it('is framed by no other page, and shown in no tab', async () => {
    const { desktop } = await openAtlas()
    desktop.traps.expect(/Unsafe attempt to initiate navigation|Blocked opening|Failed to read|sandboxed/)
    await allow(desktop)
    const wall = desktop.window('Atlas').locator('.session-app iframe')
    const address = (await wall.getAttribute('src')) ?? ''
    desktop.traps.expect(/403 \(Forbidden\)/)
    const tab = await desktop.context.newPage()
    const answer = await tab.goto(address)
    expect(answer?.status()).toBe(403)
    expect(await tab.locator('iframe').count()).toBe(0)
    await tab.close()
  })
})
