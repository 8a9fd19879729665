import { describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { openDesktop, reaches, shareDesktop } from './desktop.ts'
import { drive } from './drive.ts'

describe('a new user, with no model set up', () => {
  it('asks for a habit tracker, sees it develop, uses it, comes back and finds it as it was', async () => {
    const { page, ask, window } = await openDesktop({ speed: 1 })
    await page.getByRole('textbox', { name: 'Describe an app' }).waitFor()
    const since = Date.now()
    await ask('a habit tracker')
    await reaches(window(), 'streaming')
    expect(Date.now() - since).toBeLessThan(1_000)
    await window().getByText('From the library, no model').waitFor()
    const app = window('Habits')
    await reaches(app, 'running')
    await app
      .getByRole('button', { name: /Read ten pages/ })
      .first()
      .click()
    await expect.poll(() => app.innerText()).toContain('Read ten pages')
    await app.getByText('Saved', { exact: true }).waitFor()
    const before = await app.locator('.session-app').innerText()

    await page.reload()
    await reaches(app, 'running')
    await expect.poll(() => app.locator('.session-app').innerText()).toBe(before)

    // Also after its window was closed, from the launcher, by what it does.
    await app.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.type('streaks')
    await page.keyboard.press('Enter')
    await reaches(app, 'running')
    await expect.poll(() => app.locator('.session-app').innerText()).toBe(before)
  })

  it('asks for a list of something of their own', async () => {
    const { ask, window } = await openDesktop()
    await ask('a list of stamps with fields name, printed and notes')
    await window().and(window().page().locator('[data-state="running"]')).waitFor()
    expect(await window().getAttribute('aria-label')).toMatch(/stamps/i)
    expect(await window().locator('.cy-fault').count()).toBe(0)
  })

  it('asks for what the library does not have, and is told what is near and how to connect a model', async () => {
    const { page, ask, window } = await openDesktop()
    await ask('simulate the weather of jupiter in four dimensions')
    await reaches(window(), 'stopped')
    const note = window().getByRole('complementary')
    expect(await note.getByRole('listitem').count()).toBe(3)
    await note.getByRole('listitem').first().getByRole('button').click()
    await page.locator('section[data-state="running"]').waitFor()
  })
})

describe('each app that comes with the desktop', () => {
  const get = shareDesktop({})
  it('is in the launcher', async () => {
    const { page } = get()
    await page.keyboard.press('ControlOrMeta+K')
    const launcher = page.getByRole('dialog')
    for (const { name } of shippedApps) await launcher.getByText(name, { exact: true }).first().waitFor()
  })

  for (const { name } of shippedApps)
    it(`${name} opens, runs and shows no fault`, async () => {
      const { page, window } = get()
      await page.keyboard.press('ControlOrMeta+K')
      const launcher = page.getByRole('dialog')
      await launcher.waitFor()
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      const app = window(name)
      await app.and(page.locator('[data-state="running"], [data-state="review"]')).waitFor()
      if ((await app.getAttribute('data-state')) === 'review') {
        const sheet = page.getByRole('dialog', { name: `Allow ${name}?` })
        await page.waitForTimeout(750)
        await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
      }
      await reaches(app, 'running')
      expect(await app.locator('.cy-fault').allInnerTexts()).toEqual([])
    })

  it('a calculator calculates with keys', async () => {
    const { page, window } = get()
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.type('Calculator')
    await page.keyboard.press('Enter')
    await reaches(window('Calculator'), 'running')
    await drive(window('Calculator'), [{ key: '6' }, { key: '*' }, { key: '7' }, { key: 'Enter' }, { sees: '42' }])
  })
})
