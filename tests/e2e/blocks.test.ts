import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { drive, type Step } from './drive.ts'

const folder = join(import.meta.dirname, '../../schema/blocks/apps')

it.each(['CrudPage', 'BoardPage', 'QuizPage'])('[B52] an app made with %s streams in, asks for nothing, works, and is there tomorrow', async block => {
  const text = readFileSync(join(folder, `${block}.json`), 'utf8')
  const { app, tests } = JSON.parse(text) as { app: { name: string }; tests: readonly { steps: readonly Record<string, string>[] }[] }
  const { page, ask, window } = await openDesktop({ provider: { reply: () => text, bytes: 6000 } })
  await ask(`something with ${block}`)
  const shown = window(app.name)
  await reaches(shown, 'running')
  expect(await page.getByRole('dialog', { name: `Allow ${app.name}?` }).count()).toBe(0)
  await drive(shown, (tests[0]?.steps ?? []).filter(step => !('expect' in step)) as unknown as readonly Step[])
  await shown.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await reaches(shown, 'running')
  await shown.locator('.session-app').getByRole('button').first().waitFor()
})
