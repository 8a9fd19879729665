import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desktop, type DesktopOptions, openDesktop, reaches } from './desktop.ts'
import { allowAll } from './permit.ts'

/** A server of this test's own, under a name of the web. */
let server: Server
let port = 0
/** Requests that wait for their answer. */
let waiting: (() => void)[] = []
let asked: string[] = []

beforeEach(async () => {
  waiting = []
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]} ${request.url}`)
    const answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ word: 'from the server' }))
    if (request.url?.startsWith('/slow')) waiting.push(answer)
    else answer()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const open = (document: object, options: DesktopOptions = {}): Promise<Desktop> =>
  openDesktop({
    provider: { reply: () => JSON.stringify(document) },
    // A call that waits is not to run out of time.
    speed: 1,
    gateway: { addressRules: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], allowAddress: (_, at) => at === port } },
    ...options,
  })

const get = (url: string) => [
  { do: 'set', path: 'said', value: 'asking' },
  { do: 'http.get', url, out: 'reply', catch: { do: 'set', path: 'said', value: '${error.code}' } },
  { do: 'set', path: 'said', value: '${reply.body.word}', when: '${reply != null}' },
]

/** Reads from one server, slowly or at once. */
const reader = (origin: string) => ({
  blueprint: 1,
  app: { name: 'Reader', icon: 'book-open', about: 'Reads a word.', window: { width: 380, height: 360 } },
  capabilities: [{ use: `net:${origin}`, why: 'Reads a word.' }],
  state: { said: '' },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Button', label: 'Read', onPress: get(`${origin}/word`) },
      { type: 'Button', label: 'Read slowly', onPress: get(`${origin}/slow`) },
      { type: 'Text', text: 'Said ${said}' },
    ],
  },
})

async function openPermissions(page: Page, name: string): Promise<void> {
  await page.locator(`section[data-state][aria-label="${name}"]`).getByRole('button', { name: 'Details' }).click()
  await page
    .getByRole('dialog', { name: `About ${name}` })
    .getByRole('tab', { name: 'Permissions' })
    .click()
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog', { name: 'Settings' }).waitFor()
}

describe('a grant', () => {
  it('[S26] that is taken back ends the call that uses it, and nothing of its answer is used', async () => {
    const origin = `http://words.example:${port}`
    const { page, ask, window } = await open(reader(origin))
    await ask('a reader')
    await allowAll(page, 'Reader')
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    await app.getByRole('button', { name: 'Read slowly' }).click()
    await app.getByText('Said asking').waitFor()
    await expect.poll(() => waiting.length).toBe(1)

    await openPermissions(page, 'Reader')
    await page.getByRole('switch', { name: /Exchange data/ }).click()
    await page.keyboard.press('Escape')
    await app.getByText('Said denied').waitFor()
    for (const answer of waiting) answer()
    await page.waitForTimeout(300)
    await app.getByText('Said denied').waitFor()
    const before = asked.length
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said denied').waitFor()
    expect(asked).toHaveLength(before)
  })

  it('[S26] that is taken back in another tab ends here too', async () => {
    const { page, ask, window, newPage } = await open(reader(`http://words.example:${port}`))
    await ask('a reader')
    await allowAll(page, 'Reader')
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read slowly' }).click()
    await expect.poll(() => waiting.length).toBe(1)
    const other = await newPage()
    await openSettings(other)
    await other
      .getByRole('dialog', { name: 'Settings' })
      .getByRole('switch', { name: /Exchange data/ })
      .click()
    await app.getByText('Said denied').waitFor()
    for (const answer of waiting) answer()
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await page.waitForTimeout(200)
    await app.getByText('Said denied').waitFor()
    expect(asked).toEqual(['words.example /slow'])
  })

  it('ends by itself at midnight where it is for today, also while the app is open', async () => {
    const origin = `http://words.example:${port}`
    const { page, ask, window } = await open(reader(origin), {
      before: async each => {
        await each.clock.install({ time: new Date('2026-11-20T23:58:00') })
      },
    })
    await ask('a reader')
    const sheet = page.getByRole('dialog', { name: 'Allow Reader?' })
    await sheet.waitFor()
    await sheet.getByRole('combobox', { name: /How long/ }).selectOption({ label: 'For today' })
    await page.clock.runFor(800)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    const app = window('Reader')
    await page.clock.runFor(1000)
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    await app.getByRole('button', { name: 'Read slowly' }).click()
    await expect.poll(() => waiting.length).toBe(1)
    await page.clock.runFor(3 * 60_000)
    await app.getByText('Said denied').waitFor()
  })

  it('until its window is closed is asked for again the next time', async () => {
    const { page, ask, window } = await open(reader(`http://words.example:${port}`))
    await ask('a reader')
    const sheet = page.getByRole('dialog', { name: 'Allow Reader?' })
    await sheet.waitFor()
    await sheet.getByRole('combobox', { name: /How long/ }).selectOption({ label: 'Until its window is closed' })
    await page.waitForTimeout(800)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    await app.getByRole('button', { name: 'Close' }).first().click()
    await app.waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /^Reader/ })
      .first()
      .click()
    await sheet.waitFor()
    await reaches(app, 'review')
  })

  it('[B67] of an address that the person writes reaches that one', async () => {
    const { page, ask, window } = await open({ ...reader('?server'), capabilities: [{ use: 'net:?server', why: 'Reads from your own server.' }] })
    await ask('a reader')
    const sheet = page.getByRole('dialog', { name: 'Allow Reader?' })
    await sheet.waitFor()
    await sheet.getByRole('textbox', { name: 'Address of “server”' }).fill(`http://mine.example:${port}/whatever`)
    await sheet.getByText(`http://mine.example:${port}`, { exact: true }).waitFor()
    await page.waitForTimeout(800)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    expect(asked).toEqual(['mine.example /word'])
    await openPermissions(page, 'Reader')
    await page.getByRole('textbox', { name: 'Address of “server”' }).fill(`http://other.example:${port}`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await expect.poll(() => asked).toEqual(['mine.example /word', 'other.example /word'])
  })
})

it('a yes to a sensor holds for as long as the person says, is listed, and can be taken back', async () => {
  const place = {
    blueprint: 1,
    app: { name: 'Where', icon: 'map-pin', about: 'Where am I?', window: { width: 360, height: 300 } },
    capabilities: [{ use: 'location', why: 'Shows where you are.' }],
    state: { times: 0 },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'Button',
          label: 'Look',
          onPress: [
            { do: 'geo.here', out: 'here' },
            { do: 'inc', path: 'times' },
          ],
        },
        { type: 'Text', text: 'Looked ${times}' },
      ],
    },
  }
  const { page, ask, window } = await open(place, {
    context: { geolocation: { latitude: 52.5, longitude: 13.4 }, permissions: ['geolocation'] },
  })
  await ask('where am I')
  const app = window('Where')
  await reaches(app, 'running')
  await app.getByRole('button', { name: 'Look' }).click()
  const dialog = page.getByRole('dialog', { name: 'Allow Where once?' })
  await dialog.getByRole('combobox', { name: 'How long' }).selectOption({ label: 'Until its window is closed' })
  await page.waitForTimeout(800)
  await dialog.getByRole('button', { name: 'Allow' }).last().click()
  await app.getByText('Looked 1').waitFor()
  await app.getByRole('button', { name: 'Look' }).click()
  await app.getByText('Looked 2').waitFor()
  await openSettings(page)
  await page
    .getByRole('dialog', { name: 'Settings' })
    .getByRole('switch', { name: /Know where this device is/ })
    .click()
  await page.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Look' }).click()
  await dialog.waitFor()
})

describe('Settings', () => {
  it('lists what was allowed, why, and when it was used; takes everything back at once', async () => {
    const { page, ask, window } = await open(reader(`http://words.example:${port}`))
    await ask('a reader')
    await allowAll(page, 'Reader')
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    await page.waitForTimeout(2300)
    await openSettings(page)
    const settings = page.getByRole('dialog', { name: 'Settings' })
    const row = settings.getByRole('switch', { name: /Exchange data/ })
    expect(await row.isChecked()).toBe(true)
    const text = await settings.getByRole('region', { name: 'What apps are allowed' }).innerText()
    expect(text).toContain('The app said: “Reads a word.”')
    expect(text).toMatch(/last used \d/)
    await settings.getByRole('button', { name: /Take back everything/ }).click()
    expect(await row.isChecked()).toBe(false)
    await page.keyboard.press('Escape')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said denied').waitFor()
  })

  it('has levels: what one refuses is neither asked about nor done', async () => {
    const { page, ask, window } = await open(reader(`http://words.example:${port}`))
    await openSettings(page)
    await page.getByRole('radio', { name: /^Sandboxed/ }).click()
    await page.keyboard.press('Escape')
    await ask('a reader')
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said denied').waitFor()
    expect(asked).toEqual([])
    await openPermissions(page, 'Reader')
    await page.getByText('Refused at this level').first().waitFor()
    await page.getByRole('combobox', { name: 'How much to trust it' }).selectOption({ label: 'Standard' })
    await page.getByRole('switch', { name: /Exchange data/ }).click()
    await page.keyboard.press('Escape')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
  })

  it('shows what apps did, unbroken, and that a gap shows', async () => {
    const { page, ask, window } = await open(reader(`http://words.example:${port}`))
    await ask('a reader')
    await allowAll(page, 'Reader')
    const app = window('Reader')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
    const show = async () => {
      await openSettings(page)
      await page.getByRole('button', { name: 'Show what apps did' }).click()
      await page.getByRole('dialog', { name: 'What apps did' }).getByRole('table').waitFor()
    }
    await show()
    const list = page.getByRole('dialog', { name: 'What apps did' })
    await list.getByText(/^Unbroken since/).waitFor()
    const text = await list.innerText()
    expect(text).toContain(`http.get · net:http://words.example:${port}`)
    expect(text).toContain(`Allowed: Exchange data with http://words.example:${port}`)
    expect(text).not.toContain('from the server')
    await list.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Allowed' })
    expect(await list.getByRole('table').getByRole('row').count()).toBe(2)
    const download = page.waitForEvent('download')
    await list.getByRole('button', { name: 'Save as CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^cyanotype-audit-.*\.csv$/)
    await page.keyboard.press('Escape')

    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('cyanotype')
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('records', 'readwrite')
            transaction.objectStore('records').delete('audit/0000000001')
            transaction.oncomplete = () => resolve()
            transaction.onerror = () => reject(transaction.error)
          }
        }),
    )
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await show()
    await list
      .getByRole('alert')
      .getByText(/The chain is broken/)
      .waitFor()
  })

  it('[S16] has the mark that real questions show, and which no app can see', async () => {
    const { page, ask } = await open(reader(`http://words.example:${port}`))
    await openSettings(page)
    const words = page.getByRole('region', { name: 'Your mark' }).getByRole('textbox', { name: 'Words' })
    await words.fill('seven quiet geese')
    await page.getByRole('radio', { name: 'lighthouse' }).check({ force: true })
    await page.keyboard.press('Escape')
    await ask('a reader')
    const sheet = page.getByRole('dialog', { name: 'Allow Reader?' })
    await sheet.getByText('seven quiet geese').waitFor()
    expect(await page.locator('.session-app').innerText()).not.toContain('geese')
    await sheet.getByRole('button', { name: "Don't allow" }).click()
    expect(await page.locator('body').innerText()).not.toContain('geese')
  })

  it('[S16] keeps the mark out of what an app asks in its own words', async () => {
    const asks = {
      blueprint: 1,
      app: { name: 'Asker', icon: 'bell', about: 'Asks.', window: { width: 360, height: 300 } },
      state: { said: false },
      view: {
        type: 'Button',
        label: 'Ask',
        onPress: [
          { do: 'confirm', text: 'Shall it go on?', out: 'yes' },
          { do: 'set', path: 'said', value: '${yes}' },
        ],
      },
    }
    const { page, ask, window } = await open(asks)
    await openSettings(page)
    await page.getByRole('region', { name: 'Your mark' }).getByRole('textbox', { name: 'Words' }).fill('seven quiet geese')
    await page.keyboard.press('Escape')
    await ask('an asker')
    await reaches(window('Asker'), 'running')
    await window('Asker').getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('dialog').getByText('Shall it go on?').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('geese')
  })
})

describe('a change of an app', () => {
  it('[B92] shows what it would gain and lose, and the old version runs until the answer', async () => {
    const origin = `http://words.example:${port}`
    const { page, ask, window } = await open(reader(origin))
    await ask('a reader')
    await allowAll(page, 'Reader')
    const app = window('Reader')
    await reaches(app, 'running')
    const base = await app.getAttribute('data-app')
    const edit = {
      edit: 1,
      base,
      ops: [
        { put: 'capabilities', value: [{ use: 'notify', why: 'Tells you.' }] },
        { node: { type: 'Button', label: 'Read' }, set: { onPress: [{ do: 'notify', title: 'A word', text: 'now' }] } },
        { node: { type: 'Button', label: 'Read slowly' }, set: { onPress: [{ do: 'set', path: 'said', value: 'slowly' }] } },
      ],
    }
    await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Apps' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a file…' }).click()
    await (await chooser).setFiles({ name: 'change.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(edit)) })
    const plan = page.getByRole('dialog', { name: 'Change Reader?' })
    await plan.waitFor()
    expect(await plan.innerText()).toMatch(/It would gain[\s\S]*Show notifications[\s\S]*It would lose[\s\S]*Exchange data/)
    await plan.getByRole('button', { name: 'Change it' }).click()
    const sheet = page.getByRole('dialog', { name: 'Allow Reader?' })
    await sheet.waitFor()
    expect(await sheet.innerText()).toMatch(/It no longer needs to[\s\S]*Exchange data/)
    expect([await app.getAttribute('data-state'), await app.getAttribute('data-app')]).toEqual(['running', base])
    await sheet.getByRole('button', { name: "Don't allow" }).click()
    await page.getByText('stays as it was').waitFor()
    expect([await app.getAttribute('data-state'), await app.getAttribute('data-app')]).toEqual(['running', base])
    await app.getByRole('button', { name: 'Read', exact: true }).click()
    await app.getByText('Said from the server').waitFor()
  })
})
