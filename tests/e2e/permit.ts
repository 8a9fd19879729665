/** What a person answers, in the desktop's own dialogs. */
import type { Page } from 'playwright'

/** Says yes to everything on the sheet of that app. */
export async function allowAll(page: Page, name: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: `Allow ${name}?` })
  await sheet.waitFor()
  await page.waitForTimeout(800)
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
}

/** Says yes to one use of a sensitive tool. */
export async function allowOnce(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Allow ${name} once?` })
  await dialog.waitFor()
  await page.waitForTimeout(800)
  await dialog.getByRole('button', { name: 'Allow once' }).click()
}

/** Opens an app that comes with the desktop, from the launcher. */
export async function openShipped(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Apps' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
}

/** Makes an open app a system app, and lets it do all that it asks for as one. */
export async function makeSystemApp(page: Page, name: string): Promise<void> {
  await page.locator(`section[data-state][aria-label="${name}"]`).getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: `About ${name}` })
  await details.getByRole('tab', { name: 'Permissions' }).click()
  await details.getByRole('switch', { name: /Make it a system app/ }).click()
  await details.getByText('Each of these has its own switch above').waitFor()
  for (const each of await details.getByRole('switch').all()) if (!(await each.isChecked())) await each.click()
  await page.keyboard.press('Escape')
}
