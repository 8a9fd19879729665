import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

const start = JSON.stringify({
  blueprint: 1,
  app: { name: 'Start', icon: 'house', about: 'Leads to other apps.', window: { width: 420, height: 360 } },
  view: { type: 'Stack', pad: 'm', children: [{ type: 'AppShortcut', app: 'Tally', label: 'Count things' }] },
})

it('[S59] opens the installed app of a name, by a press, and says so where there is none', async () => {
  const desktop = await openDesktop({ provider: { reply: ({ messages }) => (JSON.stringify(messages.at(-1)).includes('a tally') ? tally : start) } })
  const { page } = desktop
  await desktop.ask('a start page')
  const app = desktop.window('Start')
  await reaches(app, 'running')
  const shortcut = app.getByRole('button', { name: /Count things/ })
  expect(await shortcut.isDisabled()).toBe(true)
  expect(await shortcut.innerText()).toContain('No app of this name here')

  await desktop.ask('a tally')
  await reaches(desktop.window('Tally'), 'running')
  await desktop.window('Tally').getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => shortcut.isEnabled()).toBe(true)
  await shortcut.click()
  await reaches(desktop.window('Tally'), 'running')
  expect(new URL(page.url()).hash).toBe('')
})
