import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Locator, Page } from 'playwright'
import { afterAll, expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'

const made: string[] = []
afterAll(() => Promise.all(made.map(folder => rm(folder, { recursive: true, force: true }))))

/** What breaks a rule of axe, what is pressed smaller than 24 px, and what stands out of the dialog to the side. */
async function faults(page: Page, dialog: Locator): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null))))
  const broken = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  })
  const laid = await dialog.evaluate(element => {
    const box = element.getBoundingClientRect()
    return [...element.querySelectorAll('button, input:not([type=file]), select, a')].flatMap(each => {
      const { width, height, left, right } = each.getBoundingClientRect()
      if (width === 0) return []
      const name = each.getAttribute('aria-label') ?? each.textContent
      return [...(width < 24 || height < 24 ? [`small: ${name}`] : []), ...(left < box.left || right > box.right + 1 ? [`outside: ${name}`] : [])]
    })
  })
  return [...broken, ...laid]
}

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)
  it(`Files in ${colorScheme} at ${width} px breaks no rule of axe, and nothing in it is cut off`, async () => {
    const base = await realpath(await mkdtemp(join(tmpdir(), 'cyanotype-panel-')))
    made.push(base)
    await mkdir(join(base, 'A folder with quite a long name of its own'))
    await writeFile(join(base, 'A file with a name that goes on and on until the line is full and beyond.md'), 'x')
    const { page, context } = await openDesktop({ context: { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 740 } } })
    await context.addInitScript({ content: axe.source })
    await page.reload()
    await page.getByRole('button', { name: 'Files', exact: true }).click()
    const files = page.getByRole('dialog', { name: 'Files' })
    await files.getByText('There are no folders yet.').waitFor()
    expect(await faults(page, files)).toEqual([])
    await files.getByRole('button', { name: 'New folder…' }).click()
    await files.getByRole('textbox', { name: 'Name of the new folder' }).fill('a/b')
    await files.getByText('It cannot be that').waitFor()
    expect(await faults(page, files)).toEqual([])
    await files.getByRole('textbox', { name: 'Name of the new folder' }).fill('Recipes')
    await files.getByRole('button', { name: 'Make', exact: true }).click()
    await files.getByText('Nothing is in this folder.').waitFor()
    expect(await faults(page, files)).toEqual([])
    await files.getByRole('button', { name: 'Connect a folder…' }).click()
    await files.getByLabel('Its path').fill(base)
    await files.getByRole('button', { name: 'Look' }).click()
    await files.getByRole('button', { name: 'A folder with quite a long name of its own' }).waitFor()
    expect(await faults(page, files)).toEqual([])
    await files.getByRole('button', { name: 'Connect this folder' }).click()
    await files.getByRole('button', { name: /^A file with/ }).waitFor()
    expect(await faults(page, files)).toEqual([])
    await files.getByRole('button', { name: /^Rename A file/ }).click()
    expect(await faults(page, files)).toEqual([])
    await page.keyboard.press('Escape')
    await files.getByRole('button', { name: /^A file with/ }).click()
    await files.getByRole('group', { name: 'Text' }).waitFor()
    expect(await faults(page, files)).toEqual([])
  })

it('a folder of the browser is removed with all that is in it, and is back after Undo', async () => {
  const { page } = await openDesktop()
  await page.getByRole('button', { name: 'Files', exact: true }).click()
  const files = page.getByRole('dialog', { name: 'Files' })
  await files.getByRole('button', { name: 'New folder…' }).click()
  await files.getByRole('textbox', { name: 'Name of the new folder' }).fill('Recipes')
  await page.keyboard.press('Enter')
  await files.getByRole('button', { name: 'Folder in it…' }).click()
  await files.getByRole('textbox', { name: 'Name of the new folder' }).fill('Soups')
  await page.keyboard.press('Enter')
  await files.getByRole('button', { name: 'Soups', exact: true }).click()
  await files.getByLabel('Files to import').setInputFiles([{ name: 'tomato.md', mimeType: 'text/markdown', buffer: Buffer.from('# Tomato') }])
  await files.getByRole('button', { name: 'tomato.md', exact: true }).waitFor()
  await files.getByRole('list', { name: 'Where this is' }).getByRole('button', { name: 'Recipes' }).click()
  await files.getByRole('button', { name: 'Remove Soups' }).click()
  await files.getByText('Nothing is in this folder.').waitFor()
  await files.getByRole('button', { name: 'Undo' }).click()
  await files.getByRole('button', { name: 'Soups', exact: true }).click()
  await files.getByRole('button', { name: 'tomato.md', exact: true }).click()
  await files.getByText('# Tomato').waitFor()
})

const hoarder = JSON.stringify({
  blueprint: 1,
  app: { name: 'Hoarder', icon: 'archive', about: 'Keeps much.', window: { width: 460, height: 420 } },
  capabilities: [{ use: 'storage', why: 'Keeps things.' }],
  state: { file: { type: 'file?', init: null, persist: true }, said: '' },
  constants: { piece: 'x'.repeat(50_000) },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'FileField', label: 'Picture', bind: 'file' },
      { type: 'Button', label: 'Keep little', onPress: { do: 'storage.set', key: 'a', value: 'old' } },
      {
        type: 'Button',
        label: 'Keep much',
        onPress: [
          { do: 'let', name: 'much', value: '${range(99).map(n => piece)}' },
          { do: 'storage.set', key: 'b', value: '${much}' },
          { do: 'storage.set', key: 'a', value: '${much}', catch: [{ do: 'set', path: 'said', value: '${error.message}' }] },
        ],
      },
      {
        type: 'Button',
        label: 'Look',
        onPress: [
          { do: 'storage.get', key: 'a', out: 'kept' },
          { do: 'set', path: 'said', value: 'Kept: ${kept}' },
        ],
      },
      { type: 'Button', label: 'Forget', onPress: { do: 'set', path: 'file', value: null } },
      { type: 'Text', text: 'Said: ${said}' },
    ],
  },
})

it('[S39] beyond its share a value is refused, the old one stands, and what an app keeps is shown, until nothing needs it', async () => {
  const { page, ask, window } = await openDesktop({ provider: { reply: () => hoarder } })
  await ask('keep much')
  const app = window('Hoarder')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Keep little' }).click()
  await app.getByRole('button', { name: 'Keep much' }).click()
  await app.getByText('Said: An app can keep 5 MB this way.').waitFor()
  await app.getByRole('button', { name: 'Look' }).click()
  await app.getByText('Said: Kept: old').waitFor()
  await app.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(123_000) })
  await app.getByText('Saved', { exact: true }).waitFor()

  const details = page.getByRole('dialog', { name: 'About Hoarder' })
  const kept = async () => {
    await app.getByRole('button', { name: 'Details' }).click()
    await details.getByText('Kept here').waitFor()
    const text = (await details.innerText()).replace(/\s+/g, ' ')
    await page.keyboard.press('Escape')
    return text
  }
  expect(await kept()).toMatch(/Kept by it 5 MB of 5 MB Files 123 kB of 50 MB/)
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('img', { name: /^Hoarder keeps 5\.\d MB/ }).waitFor()
  await settings.getByText(/this browser has room for/).waitFor()
  await page.keyboard.press('Escape')

  await app.getByRole('button', { name: 'Forget' }).click()
  await app.getByText('Saved', { exact: true }).waitFor()
  // It could still be undone.
  expect(await kept()).toContain('Files 123 kB')
  await page.reload()
  await reaches(app, 'running')
  expect(await kept()).not.toContain('Files')
  expect(await kept()).toContain('Kept by it 5 MB')
})
