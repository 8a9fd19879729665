import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright'
import { afterAll, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'

const failing = [{ do: 'set', path: 'said', value: '${error.code}: ${error.message}' }]

/** Writes, reads, lists, moves, searches and removes in the folder that it calls Notes, and shows each change that others make. */
const keeper = JSON.stringify({
  blueprint: 1,
  app: { name: 'Keeper', icon: 'folder', about: 'Keeps notes as files.', window: { width: 460, height: 520 } },
  capabilities: [{ use: 'fs:Notes', why: 'Keeps your notes.' }],
  state: { name: 'today.md', text: '', said: '' },
  data: { files: { do: 'fs.list', folder: 'Notes', deep: true }, change: { do: 'fs.watch', folder: 'Notes', refresh: '1s' } },
  effects: { changed: { watch: '${change.value}', do: { do: 'refresh', data: 'files' } } },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'TextField', label: 'Name', bind: 'name' },
      { type: 'TextArea', label: 'Text', bind: 'text' },
      {
        type: 'Row',
        wrap: true,
        children: [
          {
            type: 'Button',
            label: 'Write',
            onPress: [
              { do: 'fs.write', folder: 'Notes', path: '${name}', content: '${text}', catch: failing },
              { do: 'set', path: 'said', value: 'Written' },
            ],
          },
          { type: 'Button', label: 'Add', onPress: { do: 'fs.append', folder: 'Notes', path: '${name}', text: '${text}', catch: failing } },
          {
            type: 'Button',
            label: 'Read',
            onPress: [
              { do: 'fs.read', folder: 'Notes', path: '${name}', out: 'found', catch: failing },
              { do: 'set', path: 'said', value: 'Read: ${found}' },
            ],
          },
          { type: 'Button', label: 'Move', onPress: { do: 'fs.move', folder: 'Notes', path: '${name}', to: '${text}', catch: failing } },
          {
            type: 'Button',
            label: 'Search',
            onPress: [
              { do: 'fs.search', folder: 'Notes', text: '${text}', out: 'hits', catch: failing },
              { do: 'set', path: 'said', value: "Found: ${join(hits.map(h => `${h.path}:${h.line}`), ' ')}" },
            ],
          },
          { type: 'Button', label: 'Remove', onPress: { do: 'fs.remove', folder: 'Notes', path: '${name}', catch: failing } },
        ],
      },
      { type: 'Text', text: 'Said: ${said}' },
      { type: 'Text', text: "Files: ${join(files.value.map(f => f.path), ', ')}" },
    ],
  },
})

const made: string[] = []
afterAll(() => Promise.all(made.map(folder => rm(folder, { recursive: true, force: true }))))

async function allow(page: Page, name: string, before: (sheet: Locator) => Promise<unknown> = async () => {}): Promise<void> {
  const sheet = page.getByRole('dialog', { name: `Allow ${name}?` })
  await sheet.waitFor()
  await before(sheet)
  await page.waitForTimeout(800)
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
}

async function doIt(app: Locator, press: string, name?: string, text?: string): Promise<void> {
  if (name !== undefined) await app.getByRole('textbox', { name: 'Name' }).fill(name)
  if (text !== undefined) await app.getByRole('textbox', { name: 'Text' }).fill(text)
  await app.getByRole('button', { name: press, exact: true }).click()
}

async function openFiles({ page }: Pick<Desktop, 'page'>): Promise<Locator> {
  await page.getByRole('button', { name: 'Files', exact: true }).click()
  const files = page.getByRole('dialog', { name: 'Files' })
  await files.getByRole('navigation', { name: 'Folders' }).waitFor()
  return files
}

it('files in the browser: written, found, moved, kept over a reload, seen in Files, and gone with the yes', async () => {
  const desktop = await openDesktop({ provider: { reply: () => keeper } })
  const { page, ask, window } = desktop
  await ask('keep my notes')
  await allow(page, 'Keeper', async sheet => {
    expect(await sheet.innerText()).toContain('Read and change the files in the folder “Notes”')
    expect(await sheet.getByLabel('Which folder is “Notes”').inputValue()).toBe('browser:Notes')
    await sheet.getByText('It is made for the app, and begins empty.').waitFor()
  })
  const app = window('Keeper')
  await reaches(app, 'running')
  await doIt(app, 'Write', 'ideas/today.md', 'Milk\nand honey')
  await app.getByText('Said: Written').waitFor()
  // Its own change is told too.
  await app.getByText('Files: ideas, ideas/today.md').waitFor()
  await doIt(app, 'Add', 'ideas/today.md', '!')
  await doIt(app, 'Read')
  await app.getByText('Said: Read: Milk and honey!').waitFor()
  await doIt(app, 'Search', undefined, 'HONEY')
  await app.getByText('Said: Found: ideas/today.md:2').waitFor()
  await doIt(app, 'Move', 'ideas/today.md', 'done.md')
  await app.getByText('Files: done.md, ideas').waitFor()
  for (const path of ['../secret.md', '/etc/passwd.md', 'a/..%2f/../b.md', '.hidden.md', 'con.md', 'a\\b.md']) {
    await doIt(app, 'Write', path, 'x')
    await app.getByText('Said: bad-path').waitFor()
    await doIt(app, 'Read', 'done.md')
    await app.getByText('Said: Read').waitFor()
  }
  await doIt(app, 'Write', 'page.html', 'x')
  await app.getByText('Said: file-type').waitFor()

  await page.reload()
  await reaches(app, 'running')
  await doIt(app, 'Read', 'done.md')
  await app.getByText('Said: Read: Milk and honey!').waitFor()

  const files = await openFiles(desktop)
  await files.getByText('Used by Keeper').waitFor()
  await files.getByText(/used$/).waitFor()
  await files.getByRole('button', { name: 'done.md', exact: true }).click()
  await files.getByText('and honey!').waitFor()
  await files.getByRole('button', { name: 'Back' }).click()
  await files.getByRole('button', { name: 'Rename done.md' }).click()
  await files.getByRole('textbox', { name: 'New name of done.md' }).fill('finished.md')
  await files.getByRole('button', { name: 'Rename', exact: true }).click()
  await files.getByRole('button', { name: 'finished.md', exact: true }).waitFor()
  await files.getByRole('button', { name: 'Remove finished.md' }).click()
  await files.getByText('“finished.md” was removed.').waitFor()
  await files.getByRole('button', { name: 'Undo' }).click()
  await files.getByText('“finished.md” is back.').waitFor()
  await files.getByLabel('Files to import').setInputFiles([
    { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') },
    { name: 'con.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
  ])
  await files.getByText('“list.csv” is here.').waitFor()
  await files.getByText('“con.txt” was not taken').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: 'Save list.csv to the device' }).click()])
  expect(download.suggestedFilename()).toBe('list.csv')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const [everything] = await Promise.all([page.waitForEvent('download'), settings.getByRole('button', { name: 'Export everything' }).click()])
  const { files: exported } = JSON.parse(await text(await everything.createReadStream()))
  expect(exported.map((file: { path: string }) => file.path)).toEqual(['finished.md', 'list.csv'])
  expect(atob(exported[0].base64)).toBe('Milk\nand honey!')
  await settings.getByRole('button', { name: 'Close' }).click()
  // The app heard of all of it.
  await app.getByText('Files: finished.md, ideas, list.csv').waitFor()

  await app.getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'About Keeper' })
  await details.getByRole('tab', { name: 'Permissions' }).click()
  await details.getByRole('switch', { name: /Read and change the files/ }).click()
  await page.keyboard.press('Escape')
  await doIt(app, 'Read', 'finished.md')
  await app.getByText('Said: denied').waitFor()
})

it('a folder of this machine: connected in Files, chosen in the sheet, and nothing outside of it', async () => {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'cyanotype-machine-')))
  made.push(base)
  const mine = join(base, 'mine')
  await mkdir(mine)
  await writeFile(join(mine, 'there.md'), 'from the disk')
  await writeFile(join(base, 'secret.md'), 'secret')
  const desktop = await openDesktop({ provider: { reply: () => keeper } })
  const { page, ask, window } = desktop
  let files = await openFiles(desktop)
  await files.getByRole('button', { name: 'Connect a folder…' }).click()
  await files.getByLabel('Its path').fill('/')
  await files.getByRole('button', { name: 'Look' }).click()
  await files.getByText('The whole disk cannot be connected.').waitFor()
  await files.getByLabel('Its path').fill(base)
  await files.getByRole('button', { name: 'Look' }).click()
  await files.getByRole('button', { name: 'mine', exact: true }).click()
  await expect.poll(() => files.getByLabel('Its path').inputValue(), { timeout: 10_000 }).toBe(mine)
  await files.getByRole('button', { name: 'Connect this folder' }).click()
  await files.getByRole('button', { name: 'there.md', exact: true }).waitFor()
  await page.keyboard.press('Escape')

  await ask('keep my notes')
  await allow(page, 'Keeper', async sheet => {
    const choice = sheet.getByLabel('Which folder is “Notes”')
    await choice.selectOption({ label: `mine · ${mine}` })
    await sheet.getByText('In it: there.md.').waitFor()
  })
  const app = window('Keeper')
  await reaches(app, 'running')
  await app.getByText('Files: there.md').waitFor()
  await doIt(app, 'Read', 'there.md')
  await app.getByText('Said: Read: from the disk').waitFor()
  await doIt(app, 'Write', 'new/a.md', 'from the app')
  await app.getByText('Said: Written').waitFor()
  expect(await readFile(join(mine, 'new', 'a.md'), 'utf8')).toBe('from the app')
  expect((await stat(join(mine, 'new', 'a.md'))).mode & 0o777).toBe(0o600)
  await writeFile(join(mine, 'other.md'), 'by another program')
  await app.getByText('Files: new, new/a.md, other.md, there.md').waitFor()
  await doIt(app, 'Write', '../secret.md', 'x')
  await app.getByText('Said: bad-path').waitFor()
  expect([await readFile(join(base, 'secret.md'), 'utf8'), (await readdir(base)).sort()]).toEqual(['secret', ['mine', 'secret.md']])

  files = await openFiles(desktop)
  await files.getByRole('navigation').getByRole('button', { name: 'mine' }).click()
  await files.getByText('Used by Keeper').waitFor()
  await files.getByRole('button', { name: 'Disconnect' }).click()
  await files.getByRole('navigation').getByRole('button', { name: 'mine' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await doIt(app, 'Read', 'there.md')
  await app.getByText('Said: no-folder').waitFor()
  expect(await readFile(join(mine, 'there.md'), 'utf8')).toBe('from the disk')
})

it('two tabs write at once, and each sees what the other wrote', async () => {
  const other = keeper.replaceAll('Keeper', 'Second')
  const desktop = await openDesktop({ provider: { reply: (_, index) => [keeper, other][index] ?? 'no' } })
  const { page, ask, window } = desktop
  await ask('keep my notes')
  await allow(page, 'Keeper')
  await reaches(window('Keeper'), 'running')
  await doIt(window('Keeper'), 'Write', 'log.txt', '')
  await window('Keeper').getByText('Said: Written').waitFor()
  const second = await desktop.newPage()
  await second.getByRole('textbox', { name: 'Describe an app' }).fill('another')
  await second.getByRole('textbox', { name: 'Describe an app' }).press('Enter')
  await allow(second, 'Second', sheet => sheet.getByText('In it: log.txt.').waitFor())
  const there = second.locator('section[data-state][aria-label="Second"]')
  await reaches(there, 'running')
  await window('Keeper').getByRole('textbox', { name: 'Text' }).fill('a')
  await there.getByRole('textbox', { name: 'Name' }).fill('log.txt')
  await there.getByRole('textbox', { name: 'Text' }).fill('b')
  for (let round = 0; round < 5; round++) await Promise.all([doIt(window('Keeper'), 'Add'), doIt(there, 'Add')])
  await expect
    .poll(
      async () => {
        await doIt(there, 'Read')
        return ((await there.innerText()).match(/Said: Read: ([ab]+)/)?.[1] ?? '').split('').sort().join('')
      },
      { timeout: 20_000 },
    )
    .toBe('aaaaabbbbb')
  await doIt(there, 'Write', 'from-second.md', 'x')
  await window('Keeper').getByText('Files: from-second.md, log.txt').waitFor()
})

it('Notebook over a folder of this machine: each note is a file there, and what other programs write is in it', async () => {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'cyanotype-notebook-')))
  made.push(base)
  await writeFile(join(base, 'Trip.md'), '# Lisbon')
  const desktop = await openDesktop()
  const { page, window } = desktop
  const files = await openFiles(desktop)
  await files.getByRole('button', { name: 'Connect a folder…' }).click()
  await files.getByLabel('Its path').fill(base)
  await files.getByRole('button', { name: 'Connect this folder' }).click()
  await files.getByRole('button', { name: 'Trip.md', exact: true }).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Apps', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find an app' }).fill('Notebook')
  await page
    .getByRole('dialog', { name: 'Apps' })
    .getByRole('button', { name: /^Notebook/ })
    .first()
    .click()
  await allow(page, 'Notebook', async sheet => {
    const choice = sheet.getByLabel('Which folder is “Notebook”')
    await choice.selectOption((await choice.locator('optgroup[label="On this machine"] option').getAttribute('value')) ?? '')
    await sheet.getByText('In it: Trip.md.').waitFor()
  })
  const app = window('Notebook')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'New note' }).click()
  await app.getByRole('textbox', { name: 'Name' }).fill('Shopping')
  await app.getByRole('button', { name: 'Make it' }).click()
  await app.getByRole('textbox', { name: 'Text' }).fill('Milk')
  await app.getByText('1 word · saved').waitFor()
  expect(await readFile(join(base, 'Shopping.md'), 'utf8')).toBe('Milk')
  await writeFile(join(base, 'Shopping.md'), 'Milk and honey')
  await expect.poll(() => app.getByRole('textbox', { name: 'Text' }).inputValue(), { timeout: 10_000 }).toBe('Milk and honey')
  await app.getByRole('button', { name: 'Remove note' }).click()
  await app.getByRole('button', { name: /^Trip/ }).waitFor()
  expect(await readFile(join(base, 'Removed', 'Shopping.md'), 'utf8')).toBe('Milk and honey')
})
