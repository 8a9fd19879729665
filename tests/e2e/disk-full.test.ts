import { text } from 'node:stream/consumers'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

async function overrideQuota(page: Page, origin: string, quotaSize?: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) })
}

it('[S39] a full disk: NOT SAVED, what was entered stays on the screen and can be exported, and is saved once there is room', async () => {
  const { page, url, ask, window } = await openDesktop({
    provider: { reply: () => tally },
    // Before anything is stored: the browser does not ask again for each write how much room there is.
    before: (page, origin) => overrideQuota(page, origin, 400_000),
  })
  await ask('something that counts')
  const app = window('Tally')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Count' }).click()
  await app.getByText('Saved', { exact: true }).waitFor()

  const long = `Milk and honey ${'x'.repeat(500_000)}`
  await app.getByRole('textbox', { name: 'Thing' }).fill(long)
  await app.getByRole('button', { name: 'Add' }).click()
  await app.getByText('NOT SAVED').waitFor()
  await app.getByText('Milk and honey').waitFor()
  await app.getByRole('button', { name: 'Count' }).click()
  await app.getByText('Counted 2').waitFor()
  await app.getByText('NOT SAVED').waitFor()

  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const [download] = await Promise.all([page.waitForEvent('download'), settings.getByRole('button', { name: 'Export everything' }).click()])
  const file = JSON.parse(await text(await download.createReadStream()))
  expect(file.apps).toHaveLength(1)
  expect(file.apps[0].state).toMatchObject({ count: 2, things: [{ name: long }] })
  await settings.getByRole('button', { name: 'Close' }).click()

  await overrideQuota(page, new URL(url).origin)
  await app.getByRole('button', { name: 'Count' }).click()
  await app.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await reaches(app, 'running')
  await app.getByText('Counted 3').waitFor()
  await app.getByText('Milk and honey').waitFor()
})
