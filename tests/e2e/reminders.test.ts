/** Notifications at a time: kept over a reload, shown once, late rather than never, by the system or by the desktop. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop } from './desktop.ts'
import { allow, deviceApp, notificationsOf, recordNotifications, tryButton } from './device.ts'

const soon = 4000
const patient = { timeout: 10_000 }
const app = deviceApp('Pills', ['notify'], {
  state: { self: false },
  rest: { effects: { later: { watch: '${self}', after: '500ms', do: { do: 'notify', title: 'Take five' } } } },
  children: [
    tryButton('Now', { do: 'notify', title: 'Take one', text: 'With water' }, 'shown'),
    tryButton('Soon', { do: 'notify', title: 'Take two', at: `\${now() + ${soon}}`, id: 'two' }, 'set'),
    tryButton('In an hour', { do: 'notify', title: 'Take three', text: 'After lunch', at: '${now() + 3600000}', id: 'two' }, 'later'),
    tryButton('Tomorrow', { do: 'notify', title: 'Take four', at: '${now() + 86400000}', id: 'four' }, 'tomorrow'),
    { type: 'Switch', label: 'By itself', bind: 'self' },
    tryButton('Take back', { do: 'notify.cancel', id: 'two' }, 'taken back'),
  ],
})

async function pills(permission: NotificationPermission): Promise<Desktop> {
  const desktop = await openDesktop({ provider: { reply: () => app }, before: page => recordNotifications(page.context(), permission) })
  await desktop.ask('pills')
  await allow(desktop, 'Pills')
  return desktop
}
const press = async ({ window }: Desktop, label: string, result: string) => {
  await window('Pills').getByRole('button', { name: label, exact: true }).click()
  await window('Pills').getByText(`Result: ${result}`).waitFor()
}
const later = (page: Page, ms: number) =>
  page.addInitScript(by => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + by
  }, ms)

describe('a notification', () => {
  it('[S62] is the system’s, with the app’s name before it; the same id replaces; the details list what is to come', async () => {
    const desktop = await pills('granted')
    const { page } = desktop
    await press(desktop, 'Now', 'shown')
    expect(await notificationsOf(page)).toEqual(['Pills: Take one | With water'])
    await press(desktop, 'Soon', 'set')
    await press(desktop, 'In an hour', 'later')
    await press(desktop, 'Tomorrow', 'tomorrow')
    await page.waitForTimeout(soon + 500)
    expect(await notificationsOf(page)).toHaveLength(1)
    await desktop.window('Pills').getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Pills' })
    const list = details.locator('.details-scheduled')
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/Take three\s+After lunch/), expect.stringMatching(/Take four/)])
    await list.getByRole('button', { name: 'Cancel “Take four”' }).click()
    await details.getByText('Take four').waitFor({ state: 'detached' })
    await details.getByRole('button', { name: 'Close' }).click()
    await press(desktop, 'Take back', 'taken back')
    await desktop.window('Pills').getByRole('button', { name: 'Details' }).click()
    await details.getByText('From', { exact: true }).waitFor()
    expect(await details.getByText('Notifications to come').count()).toBe(0)
  })

  it('survives a reload, and is shown by one of several tabs', async () => {
    const desktop = await pills('granted')
    const { page } = desktop
    await press(desktop, 'Soon', 'set')
    const second = await desktop.newPage()
    await page.reload()
    const all = async () => [...(await notificationsOf(page)), ...(await notificationsOf(second))]
    await expect.poll(all, { timeout: soon + 10_000 }).toEqual(['Pills: Take two'])
    await page.waitForTimeout(500)
    expect(await all()).toHaveLength(1)
    await page.reload()
    await page.locator('nav').first().waitFor()
    await page.waitForTimeout(1000)
    expect(await notificationsOf(page)).toEqual([])
  })

  it('that became due while no page was open is shown late, with when it was due, once', async () => {
    const desktop = await pills('granted')
    const { page, context, url } = desktop
    await press(desktop, 'In an hour', 'later')
    await page.close()
    const next = await context.newPage()
    await later(next, 2 * 3_600_000)
    await next.goto(url)
    await expect.poll(() => notificationsOf(next), patient).toEqual([expect.stringMatching(/^Pills: Take three \| After lunch · was due .*\d\d:\d\d/)])
    await next.reload()
    await next.locator('nav').first().waitFor()
    await next.waitForTimeout(1500)
    expect(await notificationsOf(next)).toEqual([])
  })

  it('[S26] is not shown once the permission was taken back, also where it is given again', async () => {
    const desktop = await pills('granted')
    const { page } = desktop
    await press(desktop, 'Soon', 'set')
    await desktop.window('Pills').getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Pills' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    const grant = details.getByRole('switch', { name: /Show notifications/ })
    await grant.uncheck()
    await details.getByRole('tab', { name: 'About' }).click()
    await expect.poll(() => details.getByText('Notifications to come').count(), patient).toBe(0)
    await details.getByRole('tab', { name: 'Permissions' }).click()
    await grant.check()
    await page.waitForTimeout(soon + 500)
    expect(await notificationsOf(page)).toEqual([])
  })

  it('is the desktop’s own where the browser refuses, says so, and stands until it is dismissed', async () => {
    const desktop = await pills('denied')
    const { page } = desktop
    await press(desktop, 'Now', 'shown')
    const notice = page.locator('.toast').filter({ hasText: 'Take one' })
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/Pills\s*Take one · With water\s+The browser does not let this page show notifications/)
    await page.waitForTimeout(5500)
    expect(await notice.isVisible()).toBe(true)
    await desktop.window('Pills').getByRole('button', { name: 'Minimise' }).click()
    await notice.getByRole('button', { name: 'Open' }).click()
    await notice.waitFor({ state: 'detached' })
    await desktop.window('Pills').getByRole('heading', { name: 'Pills' }).waitFor()
    expect(await notificationsOf(page)).toEqual([])
  })

  it('asks the browser for its permission only after a press', async () => {
    const desktop = await pills('default')
    const { page } = desktop
    // Without a press the desktop shows it, and offers to ask.
    await desktop.window('Pills').getByRole('switch', { name: 'By itself' }).check({ force: true })
    const notice = page.locator('.toast').filter({ hasText: 'Take five' })
    await notice.waitFor()
    expect(await notificationsOf(page)).toEqual([])
    await notice.getByRole('button', { name: 'Ask the browser' }).click()
    await expect.poll(() => notificationsOf(page), patient).toEqual(['asked'])
    await press(desktop, 'Now', 'shown')
    await expect.poll(() => notificationsOf(page), patient).toEqual(['asked', 'asked'])
    // What is for later is asked for now: when it is due nobody may be there to press anything.
    await press(desktop, 'Tomorrow', 'tomorrow')
    await expect.poll(() => notificationsOf(page), patient).toEqual(['asked', 'asked', 'asked'])
  })

  it('is the desktop’s own in this very browser, which has no screen to show it on', async () => {
    const desktop = await openDesktop({ provider: { reply: () => app } })
    await desktop.ask('pills')
    await allow(desktop, 'Pills')
    await press(desktop, 'Now', 'shown')
    await desktop.page.locator('.toast').filter({ hasText: 'Take one' }).waitFor()
  })
})
