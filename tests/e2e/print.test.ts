import { expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { plainApp } from './documents.ts'

const bill = JSON.stringify({
  blueprint: 1,
  app: { name: 'Bill', icon: 'receipt', about: 'Writes a bill.', window: { width: 420, height: 420 } },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Heading', text: 'Bill 42' },
      { type: 'Card', id: 'sum', title: 'The sum', children: ['Ninety euros'] },
      { type: 'Button', label: 'Print all', noPrint: true, onPress: { do: 'print' } },
      { type: 'Button', label: 'Print the sum', noPrint: true, onPress: { do: 'print', target: 'sum' } },
      { type: 'Button', label: 'Print nothing', noPrint: true, onPress: { do: 'print', target: 'nowhere' } },
    ],
  },
})

it('[S63] prints one app, or one component of it, under the app’s name, and nothing else of the page', async () => {
  const desktop = await openDesktop({ provider: { reply: ({ messages }) => (JSON.stringify(messages.at(-1)).includes('a bill') ? bill : plainApp('Other')) } })
  const { page } = desktop
  await desktop.ask('another app')
  await reaches(desktop.window('Other'), 'running')
  await desktop.ask('a bill')
  const app = desktop.window('Bill')
  await reaches(app, 'running')
  // The dialog stays open until the test says that it was closed.
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.asked = String(Number(document.documentElement.dataset.asked ?? 0) + 1)
    }
  })
  const asked = () => page.evaluate(() => Number(document.documentElement.dataset.asked ?? 0))
  const visible = (text: string) => page.getByText(text, { exact: true }).first().isVisible()

  await app.getByRole('button', { name: 'Print all' }).click()
  await expect.poll(asked).toBe(1)
  expect(await page.title()).toBe('Bill')
  await page.emulateMedia({ media: 'print' })
  expect(await visible('Bill 42')).toBe(true)
  expect(await visible('Ninety euros')).toBe(true)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  expect(await page.locator('nav').first().isVisible()).toBe(false)
  expect(await desktop.window('Other').isVisible()).toBe(false)
  const name = await page.locator('[data-print-root]').evaluate(element => getComputedStyle(element, '::before').content)
  expect(name).toBe('"Bill"')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.locator('[data-print-path], [data-print-root], [data-printing]').count()).toBe(0)
  expect(await page.title()).not.toBe('Bill')

  await app.getByRole('button', { name: 'Print the sum' }).click()
  await expect.poll(asked).toBe(2)
  await page.emulateMedia({ media: 'print' })
  expect(await visible('Ninety euros')).toBe(true)
  expect(await visible('Bill 42')).toBe(false)
  expect((await page.locator('[data-print-root]').boundingBox())?.height).toBeGreaterThan(40)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))

  await app.getByRole('button', { name: 'Print nothing' }).click()
  await page.getByText(/no component with the id “nowhere”/).waitFor()
  expect(await asked()).toBe(2)
})
