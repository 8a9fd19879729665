import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { notificationsOf, recordNotifications } from './device.ts'
import { reminder } from './documents.ts'

/** A desktop on which the sheet for Reminder has just come up. */
async function askForReminder(options: { readonly pace?: number } = {}): Promise<Desktop> {
  const desktop = await openDesktop({
    provider: { reply: () => reminder, ...options },
    before: page => recordNotifications(page.context(), 'granted'),
  })
  await desktop.ask('remind me')
  return desktop
}

const sheetOf = ({ page }: Desktop) => page.getByRole('dialog', { name: 'Allow Reminder?' })
const notified = ({ page }: Desktop) => notificationsOf(page)

describe('the approval sheet', () => {
  it('lists everything with its scope, and starts on Don’t allow', async () => {
    const desktop = await askForReminder()
    const sheet = sheetOf(desktop)
    await sheet.waitFor()
    expect(await desktop.window('Reminder').getAttribute('data-state')).toBe('review')
    expect(await sheet.getByRole('switch', { name: /Show notifications/ }).isChecked()).toBe(true)
    const text = await sheet.innerText()
    expect(text).toContain('Keep its data on this device')
    expect(text).toContain('The app says: “Tells you when the time has come.”')
    expect(await desktop.page.evaluate(() => document.activeElement?.textContent)).toBe("Don't allow")
    await sheet.getByText('What exactly is allowed').click()
    expect(await sheet.innerText()).toContain(await desktop.window('Reminder').getAttribute('data-app'))
  })

  it('[S18] takes no yes before it has been there for 700 ms, and none from a key that is held', async () => {
    const desktop = await openDesktop({ provider: { reply: () => reminder } })
    const { page } = desktop
    const field = page.getByRole('textbox', { name: 'Describe an app' })
    await field.fill('remind me')
    // Enter goes down in the prompt and stays down: the browser repeats it wherever the focus goes.
    await page.keyboard.down('Enter')
    await sheetOf(desktop).waitFor()
    const since = Date.now()
    const allow = sheetOf(desktop).getByRole('button', { name: 'Allow', exact: true })
    const box = (await allow.boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(Date.now() - since).toBeLessThan(600)
    for (let i = 0; i < 30; i += 1) await page.keyboard.down('Enter')
    await allow.focus()
    for (let i = 0; i < 30; i += 1) await page.keyboard.down('Enter')
    await page.waitForTimeout(900)
    for (let i = 0; i < 10; i += 1) await page.keyboard.down('Enter')
    expect(await sheetOf(desktop).isVisible()).toBe(true)
    expect(await desktop.window('Reminder').getAttribute('data-state')).toBe('review')
    await page.keyboard.up('Enter')
    await allow.press('Enter')
    await reaches(desktop.window('Reminder'), 'running')
  })

  it('[B68] leaves the app drawn and inert after Don’t allow, and asks again when it is asked to', async () => {
    const desktop = await askForReminder()
    const app = desktop.window('Reminder')
    await sheetOf(desktop).getByRole('button', { name: "Don't allow" }).click()
    await sheetOf(desktop).waitFor({ state: 'detached' })
    expect(await app.getAttribute('data-state')).toBe('review')
    const press = (await app.getByRole('button', { name: 'Press' }).boundingBox())!
    await desktop.page.mouse.click(press.x + 8, press.y + 8)
    for (let i = 0; i < 12; i += 1) {
      await desktop.page.keyboard.press('Tab')
      expect(await desktop.page.evaluate(() => document.activeElement?.closest('.session-app') ?? null)).toBe(null)
    }
    await app.getByText('Pressed 0').waitFor()
    await app.getByRole('button', { name: 'Review again' }).click()
    await sheetOf(desktop).waitFor()
    await desktop.page.waitForTimeout(750)
    await sheetOf(desktop).getByRole('button', { name: 'Allow', exact: true }).click()
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Press' }).click()
    await app.getByText('Pressed 1').waitFor()
  })

  it('[S64] runs it without what was not allowed, which then does nothing', async () => {
    const desktop = await askForReminder()
    const app = desktop.window('Reminder')
    await sheetOf(desktop).getByRole('button', { name: "Don't allow" }).click()
    await app.getByRole('button', { name: 'Run without' }).click()
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Remind me' }).click()
    await desktop.page
      .getByText(/not allowed|allow/i)
      .first()
      .waitFor()
    expect(await notified(desktop)).toEqual([])
  })

  it('[S26] does what was allowed, until it is taken back in the details', async () => {
    const desktop = await askForReminder()
    const { page } = desktop
    const app = desktop.window('Reminder')
    await sheetOf(desktop).waitFor()
    await page.waitForTimeout(750)
    await sheetOf(desktop).getByRole('button', { name: 'Allow', exact: true }).click()
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Remind me' }).click()
    await expect.poll(() => notified(desktop)).toEqual(['Reminder: It is time | Now'])

    await app.getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Reminder' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    const grant = details.getByRole('switch', { name: /Show notifications/ })
    expect(await grant.isChecked()).toBe(true)
    await details.getByText(/last used/).waitFor()
    await grant.uncheck()
    await details.getByRole('button', { name: 'Close' }).click()
    await app.getByRole('button', { name: 'Remind me' }).click()
    await page.waitForTimeout(300)
    expect(await notified(desktop)).toHaveLength(1)

    // The no is kept, and Settings shows it.
    await app.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await reaches(app, 'running')
    await page.getByRole('button', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    expect(await settings.getByRole('switch', { name: /Show notifications/ }).isChecked()).toBe(false)
  })
})
