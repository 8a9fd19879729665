/** What apps do with the device, in a real browser under the desktop's own policy: clipboard, sound, speech, place, links, sharing. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { shippedApps } from '../../blueprints/index.ts'
import { decodeLink } from '../../schema/identity/link.ts'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { allow, answerOnce, deviceApp, tryButton } from './device.ts'

const patient = { timeout: 10_000 }
const resultOf = ({ window }: Desktop, name: string) => window(name).getByText(/^Result: /)
const press = ({ window }: Desktop, name: string, label: string) =>
  window(name).locator('.session-app').getByRole('button', { name: label, exact: true }).click()

describe('the clipboard', () => {
  it('[S60] is written by a press only, which is shown; is read with a yes each time', async () => {
    const app = deviceApp('Clips', ['clipboard.write', 'clipboard.read'], {
      children: [tryButton('Copy', { do: 'clipboard.copy', text: 'a secret recipe' }, 'copied'), tryButton('Paste', { do: 'clipboard.paste' })],
      rest: {
        actions: { sneak: { do: 'clipboard.copy', text: 'sneaked', catch: { do: 'set', path: 'result', value: '${error.message}' } } },
        effects: { begin: { on: 'launch', do: { do: 'run', action: 'sneak' } } },
      },
    })
    const desktop = await openDesktop({ provider: { reply: () => app }, context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    const { page } = desktop
    await page.evaluate(() => navigator.clipboard.writeText('from elsewhere'))
    await desktop.ask('clips')
    await reaches(desktop.window('Clips'), 'running')
    await desktop.window('Clips').getByText('clipboard.copy works only when a person has just pressed something.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('from elsewhere')

    await press(desktop, 'Clips', 'Paste')
    await answerOnce(page, 'Clips', false)
    await resultOf(desktop, 'Clips').filter({ hasText: 'denied' }).waitFor()
    for (const turn of ['from elsewhere', 'a secret recipe']) {
      await press(desktop, 'Clips', 'Paste')
      await answerOnce(page, 'Clips', true)
      await resultOf(desktop, 'Clips').filter({ hasText: turn }).waitFor()
      await press(desktop, 'Clips', 'Copy')
      await page.locator('.toast').filter({ hasText: 'Clips' }).filter({ hasText: 'Copied “a secret recipe”' }).first().waitFor()
    }
  })

  it('its history has what apps of this desktop copied, for apps that are allowed to see it and for the person, who clears it', async () => {
    const clips = deviceApp('Clips', ['clipboard.write'], {
      children: [tryButton('Copy the line', { do: 'clipboard.copy', text: 'one line' }, 'copied'), { type: 'Code', text: 'let x = 1', copy: true }],
    })
    const reader = deviceApp('Reader', ['clipboard.history'], {
      children: [tryButton('Look', { do: 'clipboard.history' }, "${join(got.map(c => c.app + ' ' + c.text), ', ') + '.'}")],
    })
    const desktop = await openDesktop({
      provider: { reply: ({ messages }) => (JSON.stringify(messages.at(-1)).includes('a reader') ? reader : clips) },
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const { page } = desktop
    await page.evaluate(() => navigator.clipboard.writeText('typed elsewhere'))
    await desktop.ask('clips')
    await reaches(desktop.window('Clips'), 'running')
    await press(desktop, 'Clips', 'Copy the line')
    await page.getByText('Copied “one line”').waitFor()
    await desktop.window('Clips').locator('.cy-code').getByRole('button').click()
    await page.getByText('Copied “let x = 1”').waitFor()

    await desktop.ask('a reader')
    await page.getByRole('dialog', { name: 'Allow Reader?' }).getByRole('button', { name: "Don't allow" }).click()
    await desktop.window('Reader').getByRole('button', { name: 'Run without' }).click()
    await reaches(desktop.window('Reader'), 'running')
    await press(desktop, 'Reader', 'Look')
    await resultOf(desktop, 'Reader').filter({ hasText: 'denied' }).waitFor()
    await desktop.window('Reader').getByRole('button', { name: 'Details' }).click()
    const details = page.getByRole('dialog', { name: 'About Reader' })
    await details.getByRole('tab', { name: 'Permissions' }).click()
    await details.getByRole('switch', { name: /what the apps of this desktop copied/ }).check()
    await details.getByRole('button', { name: 'Close' }).click()
    await press(desktop, 'Reader', 'Look')
    await resultOf(desktop, 'Reader').filter({ hasText: 'Result: Clips let x = 1, Clips one line.' }).waitFor()

    // It is there after a reload, and gone once the person clears it.
    await page.reload()
    await reaches(desktop.window('Reader'), 'running')
    await page.getByRole('button', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByText('let x = 1').waitFor()
    expect(await settings.innerText()).not.toContain('typed elsewhere')
    await settings.getByRole('button', { name: 'Clear the list' }).click()
    await settings.getByText('Nothing was copied.').waitFor()
    await settings.getByRole('button', { name: 'Close' }).click()
    await press(desktop, 'Reader', 'Look')
    await resultOf(desktop, 'Reader')
      .filter({ hasText: /^Result: \.$/ })
      .waitFor()
  })
})

describe('sound', () => {
  it('comes from a press, within limits, and from no app while the desktop is muted, also after a reload', async () => {
    const app = deviceApp('Noise', ['storage'], {
      children: [tryButton('Bell', { do: 'sound.play', name: 'bell' }, 'rang'), tryButton('Tone', { do: 'sound.tone', frequency: 440, ms: 50 }, 'hummed')],
      rest: {
        actions: { many: { do: 'each', in: '${range(20)}', as: 'n', steps: { do: 'sound.play', name: 'tick' } } },
        keys: { m: { do: 'run', action: 'many' } },
        effects: { begin: { on: 'launch', do: { do: 'sound.play', name: 'alarm' } } },
      },
    })
    const desktop = await openDesktop({
      provider: { reply: () => app },
      before: async page => {
        await page.addInitScript(() => {
          const counts = { sounds: 0 }
          Object.assign(window, { counts })
          const Original = window.OscillatorNode
          window.OscillatorNode = class extends Original {
            constructor(context: BaseAudioContext, options?: OscillatorOptions) {
              super(context, options)
              counts.sounds++
            }
          }
        })
      },
    })
    const { page } = desktop
    const sounds = () => page.evaluate(() => (window as unknown as { counts: { sounds: number } }).counts.sounds)
    await desktop.ask('noise')
    await reaches(desktop.window('Noise'), 'running')
    await press(desktop, 'Noise', 'Bell')
    await resultOf(desktop, 'Noise').filter({ hasText: 'rang' }).waitFor()
    const before = await sounds()
    expect(before).toBeGreaterThanOrEqual(2)
    await press(desktop, 'Noise', 'Tone')
    await expect.poll(sounds, patient).toBe(before + 1)
    await page.waitForTimeout(1100)
    await desktop.window('Noise').getByText('Noise').first().click()
    await page.keyboard.press('m')
    await page.getByText(/at most 16 sounds a second/).waitFor()
    expect(await sounds()).toBe(before + 1 + 16)

    await page.getByRole('button', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('switch', { name: 'Mute all apps' }).check()
    await settings.getByRole('button', { name: 'Close' }).click()
    await press(desktop, 'Noise', 'Bell')
    await page.waitForTimeout(300)
    expect(await sounds()).toBe(before + 1 + 16)

    await desktop.window('Noise').getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await reaches(desktop.window('Noise'), 'running')
    // Nobody has pressed anything in this page: the sound of the launch is not made, and not made up for.
    expect(await sounds()).toBe(0)
    await press(desktop, 'Noise', 'Bell')
    await page.waitForTimeout(300)
    expect(await sounds()).toBe(0)
    await page.getByRole('button', { name: 'Settings' }).click()
    await settings.getByRole('switch', { name: 'Mute all apps' }).uncheck()
    await settings.getByRole('button', { name: 'Close' }).click()
    await press(desktop, 'Noise', 'Bell')
    await expect.poll(sounds, patient).toBe(2)
  })
})

/** Takes the place of the browser's recogniser, which has no microphone here; `heard`, `silence` and `fails` play the person. */
async function fakeRecogniser(page: Page, recogniser: 'fake' | 'none'): Promise<void> {
  await page.addInitScript(kind => {
    class Fake {
      lang = ''
      onresult: ((event: object) => void) | null = null
      onerror: ((event: object) => void) | null = null
      onend: (() => void) | null = null
      start() {
        Object.assign(window, {
          heard: (text: string) => this.onresult?.({ results: [[{ transcript: `${text} (${this.lang})` }]] }),
          silence: () => this.onend?.(),
          fails: (error: string) => {
            this.onerror?.({ error })
            this.onend?.()
          },
        })
      }
      stop() {
        this.onend?.()
      }
      abort() {
        document.documentElement.dataset.aborted = 'yes'
      }
    }
    const value = kind === 'fake' ? Fake : undefined
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) Object.defineProperty(window, name, { value, configurable: true })
  }, recogniser)
}

const tell = ({ page }: Desktop, what: 'heard' | 'silence' | 'fails', text = '') =>
  page.evaluate(([name, argument]) => (window as unknown as Record<string, (text: string) => void>)[name]!(argument), [what, text] as const)

describe('speech.listen', () => {
  const app = deviceApp('Dictation', ['microphone'], { children: [tryButton('Listen', { do: 'speech.listen', lang: 'es' })] })

  async function listening(recogniser: 'fake' | 'none'): Promise<Desktop> {
    const desktop = await openDesktop({
      provider: { reply: () => app },
      before: page => fakeRecogniser(page, recogniser),
    })
    await desktop.ask('dictation')
    await reaches(desktop.window('Dictation'), 'running')
    return desktop
  }

  it('asks each time, shows that it listens in the window’s bar, and gives what was said', async () => {
    const desktop = await listening('fake')
    const app = desktop.window('Dictation')
    await press(desktop, 'Dictation', 'Listen')
    await answerOnce(desktop.page, 'Dictation', false)
    await resultOf(desktop, 'Dictation').filter({ hasText: 'denied' }).waitFor()
    expect(await app.locator('.title-bar').innerText()).not.toContain('Listening')

    await press(desktop, 'Dictation', 'Listen')
    await answerOnce(desktop.page, 'Dictation', true)
    await app.locator('.title-bar').getByText('Listening').waitFor()
    await tell(desktop, 'heard', 'buenos días')
    await tell(desktop, 'silence')
    await resultOf(desktop, 'Dictation').filter({ hasText: 'buenos días (es)' }).waitFor()
    expect(await app.locator('.title-bar').innerText()).not.toContain('Listening')
  })

  it('ends with Stop, and with the app’s window; says why where nothing came of it', async () => {
    const desktop = await listening('fake')
    const app = desktop.window('Dictation')
    const listen = async () => {
      await press(desktop, 'Dictation', 'Listen')
      await answerOnce(desktop.page, 'Dictation', true)
      await app.getByRole('button', { name: 'Stop' }).waitFor()
    }
    await listen()
    await tell(desktop, 'heard', 'so far')
    await app.getByRole('button', { name: 'Stop' }).click()
    await resultOf(desktop, 'Dictation').filter({ hasText: 'so far (es)' }).waitFor()
    await listen()
    await tell(desktop, 'fails', 'not-allowed')
    await resultOf(desktop, 'Dictation')
      .filter({ hasText: /refused: The browser does not give this page the microphone/ })
      .waitFor()
    await listen()
    await app.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => desktop.page.evaluate(() => document.documentElement.dataset.aborted), patient).toBe('yes')
  })

  it('says so where the browser has none', async () => {
    const desktop = await listening('none')
    await press(desktop, 'Dictation', 'Listen')
    await answerOnce(desktop.page, 'Dictation', true)
    await resultOf(desktop, 'Dictation')
      .filter({ hasText: /unavailable: This browser cannot turn speech into text/ })
      .waitFor()
  })
})

describe('geo.here', () => {
  const app = deviceApp('Where', ['location'], {
    children: [tryButton('Here', { do: 'geo.here' }, "${join([got.latitude, got.longitude, got.accuracy], ' ')}")],
  })
  const place = { latitude: 43.26271, longitude: -2.92528, accuracy: 12 }

  it('is a coarse place unless the person says otherwise, asked each time', async () => {
    const desktop = await openDesktop({ provider: { reply: () => app }, context: { geolocation: place, permissions: ['geolocation'] } })
    await desktop.ask('where')
    await reaches(desktop.window('Where'), 'running')
    await press(desktop, 'Where', 'Here')
    await answerOnce(desktop.page, 'Where', true)
    await resultOf(desktop, 'Where').filter({ hasText: '43.3 -2.9 10000' }).waitFor()
    await press(desktop, 'Where', 'Here')
    await desktop.page.getByRole('radio', { name: 'Exactly where' }).check({ force: true })
    await answerOnce(desktop.page, 'Where', true)
    await resultOf(desktop, 'Where').filter({ hasText: '43.26271 -2.92528 12' }).waitFor()
    await press(desktop, 'Where', 'Here')
    await answerOnce(desktop.page, 'Where', false)
    await resultOf(desktop, 'Where').filter({ hasText: 'denied' }).waitFor()
  })

  it('says why where the browser gives none', async () => {
    const desktop = await openDesktop({ provider: { reply: () => app }, context: { geolocation: place, permissions: [] } })
    await desktop.ask('where')
    await reaches(desktop.window('Where'), 'running')
    await press(desktop, 'Where', 'Here')
    await answerOnce(desktop.page, 'Where', true)
    await resultOf(desktop, 'Where')
      .filter({ hasText: /refused: The browser, or this device, does not tell this page where it is/ })
      .waitFor()
  })
})

describe('links', () => {
  const app = deviceApp('Links', [], {
    state: { query: 'what I typed' },
    children: [
      { type: 'Link', text: 'Written', href: 'https://written.example/page' },
      { type: 'Link', text: 'Computed', href: 'https://search.example/?q=${query}' },
      { type: 'Markdown', text: 'Or [this](https://in-text.example/) one.' },
      { type: 'Table', rows: "${[{ id: '1', site: 'https://table.example/' + query }]}", columns: [{ field: 'site', label: 'Site', format: 'link' }] },
    ],
  })

  it('[S56] a computed address is shown whole before it opens; one that was written opens at once', async () => {
    const desktop = await openDesktop({ provider: { reply: () => app }, context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    const { page, context } = desktop
    desktop.traps.expect(/^request to another origin: https:\/\/(written|search|in-text)\.example\//)
    await context.route(/\.example\//, route => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
    await desktop.ask('links')
    const window = desktop.window('Links')
    await reaches(window, 'running')
    const opens = async (act: () => Promise<unknown>): Promise<string> => {
      const [popup] = await Promise.all([context.waitForEvent('page'), act()])
      await popup.waitForURL(/example/)
      const url = popup.url()
      expect(await popup.evaluate(() => [opener, document.referrer])).toEqual([null, ''])
      await popup.close()
      return url
    }
    expect(await opens(() => window.getByRole('link', { name: 'Written' }).click())).toBe('https://written.example/page')
    expect(await opens(() => window.getByRole('link', { name: 'this' }).click())).toBe('https://in-text.example/')

    const dialog = page.getByRole('dialog', { name: 'Links leads to search.example' })
    const pages = context.pages().length
    for (const how of ['left', 'middle', 'control', 'key'] as const) {
      const link = window.getByRole('link', { name: 'Computed' })
      if (how === 'key') await link.press('Enter')
      else await link.click({ button: how === 'middle' ? 'middle' : 'left', modifiers: how === 'control' ? ['ControlOrMeta'] : [] })
      await dialog.waitFor()
      expect((await dialog.locator('.link-address').innerText()).trim()).toBe('https://search.example/?q=what%20I%20typed')
      expect(await dialog.locator('.link-address strong').innerText()).toBe('search.example')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    expect(context.pages()).toHaveLength(pages)
    await window.getByRole('link', { name: 'Computed' }).click()
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('The address was copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://search.example/?q=what%20I%20typed')
    expect(await opens(() => dialog.getByRole('link', { name: 'Open' }).click())).toBe('https://search.example/?q=what%20I%20typed')
    await dialog.waitFor({ state: 'detached' })
    await window.getByRole('link', { name: 'table.example' }).click()
    await page.getByRole('dialog', { name: 'Links leads to table.example' }).waitFor()
  })
})

describe('sharing', () => {
  it('[S63] an app offers its own link, which carries none of its state, by the desktop’s dialog or the device’s', async () => {
    const app = deviceApp('Tea', ['share'], {
      state: { cups: 0 },
      children: [
        { type: 'Button', label: 'Drink', onPress: { do: 'inc', path: 'cups' } },
        { type: 'Text', text: 'Cups ${cups}' },
        tryButton('Share', { do: 'share.link' }),
        tryButton('Code', { do: 'share.qr' }, 'shown'),
      ],
    })
    const desktop = await openDesktop({ provider: { reply: () => app } })
    const { page } = desktop
    await desktop.ask('tea')
    await reaches(desktop.window('Tea'), 'running')
    await press(desktop, 'Tea', 'Drink')
    await desktop.window('Tea').getByText('Cups 1').waitFor()
    await press(desktop, 'Tea', 'Share')
    const dialog = page.getByRole('dialog', { name: 'Share Tea' })
    const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await resultOf(desktop, 'Tea').filter({ hasText: url }).waitFor()
    const opened = await decodeLink(new URL(url).hash)
    expect(opened.kind === 'document' && opened.value).toMatchObject({ app: { name: 'Tea' }, state: { cups: 0 } })
    await press(desktop, 'Tea', 'Code')
    await dialog.getByRole('img', { name: 'QR code of the link to Tea' }).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()

    await page.evaluate(() => {
      Object.defineProperty(navigator, 'share', {
        configurable: true,
        value: async (data: ShareData) => {
          document.documentElement.dataset.shared = JSON.stringify([data.title, data.url, navigator.userActivation.isActive])
        },
      })
    })
    // The device's own way is looked for when an app is opened.
    await desktop.window('Tea').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Tea' }).first().click()
    await reaches(desktop.window('Tea'), 'running')
    await press(desktop, 'Tea', 'Share')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.shared), patient).toBe(JSON.stringify(['Tea', url, true]))
    expect(await dialog.count()).toBe(0)
  })
})

describe('[S62] what an app says outside of its window', () => {
  it('bears its name, and is none of the desktop’s words', async () => {
    const say = (label: string, step: object) => tryButton(label, step, 'said')
    const app = deviceApp('Sуstem', ['notify'], {
      children: [
        say('Toast', { do: 'toast', text: 'System\u200b update' }),
        say('Bad toast', { do: 'toast', text: 'Аllow this?' }),
        say('Confirm', { do: 'confirm', title: 'Settings', text: 'Go on?' }),
        say('Bad confirm', { do: 'confirm', text: 'Sure?', yes: 'Allow' }),
        say('Title', { do: 'window.title', text: 'Security' }),
        say('Badge', { do: 'window.badge', text: '3\u202e' }),
        say('Bad title', { do: 'window.title', text: 'Allow me?' }),
        say('Bad notify', { do: 'notify', title: 'Don’t allow this?' }),
      ],
    })
    const name = 'An app that calls itself “Sуstem”'
    const desktop = await openDesktop({ provider: { reply: () => app } })
    const { page } = desktop
    await desktop.ask('system')
    await allow(desktop, name)
    const window = desktop.window(name)
    await press(desktop, name, 'Toast')
    await page
      .locator('.toast')
      .filter({ hasText: `${name}“System update”` })
      .waitFor()
    await press(desktop, name, 'Confirm')
    await page
      .getByRole('dialog', { name: `${name}: “Settings”` })
      .getByRole('button', { name: 'Yes' })
      .click()
    await press(desktop, name, 'Title')
    await window.locator('.title-bar-said').filter({ hasText: '“Security”' }).waitFor()
    expect(await window.locator('.title-bar-name').innerText()).toContain(name)
    await press(desktop, name, 'Badge')
    await page.locator('.dock-badge').filter({ hasText: /^3$/ }).waitFor()
    expect(
      await page
        .locator('.dock-window')
        .filter({ has: page.locator('.dock-badge') })
        .innerText(),
    ).toContain(name)
    for (const label of ['Bad toast', 'Bad confirm', 'Bad title', 'Bad notify']) {
      await press(desktop, name, 'Title')
      await resultOf(desktop, name).filter({ hasText: 'said' }).waitFor()
      await press(desktop, name, label)
      await resultOf(desktop, name).filter({ hasText: 'reserved-words' }).waitFor()
    }
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

describe('apps that come with the desktop', () => {
  const shipped = (id: string) => JSON.stringify(shippedApps.find(app => app.id === id)!.document)

  it('Field notes writes down what is said, with the place, and leads to a map by way of the whole address', async () => {
    const desktop = await openDesktop({
      provider: { reply: () => shipped('field-notes') },
      context: { geolocation: { latitude: 43.26271, longitude: -2.92528, accuracy: 12 }, permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] },
      before: page => fakeRecogniser(page, 'fake'),
    })
    const { page } = desktop
    await desktop.ask('a dictation notebook')
    await allow(desktop, 'Field notes')
    const window = desktop.window('Field notes')
    await press(desktop, 'Field notes', 'Dictate')
    await answerOnce(page, 'Field notes', true)
    await window.getByRole('button', { name: 'Stop' }).waitFor()
    await tell(desktop, 'heard', 'a heron')
    await tell(desktop, 'silence')
    await press(desktop, 'Field notes', 'Add the place')
    await answerOnce(page, 'Field notes', true)
    await window.getByText('43.3° N, 2.9° W, within 10 km').waitFor()
    await press(desktop, 'Field notes', 'Keep')
    await window.getByText(/^a heron/).waitFor()
    await press(desktop, 'Field notes', 'Copy')
    await page.locator('.toast').filter({ hasText: 'Copied “a heron' }).waitFor()
    await press(desktop, 'Field notes', 'Insert')
    await window.getByText('Field notes · ').waitFor()
    await window.getByRole('button', { name: 'Insert it' }).click()
    expect(await window.getByRole('textbox', { name: 'Note' }).inputValue()).toMatch(/^a heron .*43\.3° N/)
    await window.getByRole('link', { name: /43\.3° N/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Field notes leads to www.openstreetmap.org' })
    await dialog.waitFor()
    expect((await dialog.locator('.link-address').innerText()).trim()).toBe('https://www.openstreetmap.org/?mlat=43.3&mlon=-2.9&zoom=14')
  })

  it('Medicines plans its reminders, and takes back the one of what was taken', async () => {
    const desktop = await openDesktop({ provider: { reply: () => shipped('medicines') } })
    const { page } = desktop
    await desktop.ask('a pill reminder')
    await allow(desktop, 'Medicines')
    const window = desktop.window('Medicines')
    await press(desktop, 'Medicines', 'New medicine')
    await window.getByRole('textbox', { name: 'Name' }).fill('Iron')
    await window.getByRole('checkbox', { name: 'Noon' }).check({ force: true })
    await window.getByRole('checkbox', { name: 'Night' }).check({ force: true })
    await press(desktop, 'Medicines', 'Save')
    const waiting = async () => {
      await window.getByRole('button', { name: 'Details' }).click()
      const details = page.getByRole('dialog', { name: 'About Medicines' })
      await details.getByText('From', { exact: true }).waitFor()
      const count = await details.locator('.details-scheduled li').count()
      await details.getByRole('button', { name: 'Close' }).click()
      return count
    }
    // Three a day, for a week; how many are left of today is a matter of the time.
    await expect.poll(waiting, patient).toBeGreaterThanOrEqual(18)
    const before = await waiting()
    await window.getByRole('tab', { name: 'Medicines' }).click()
    await window.getByRole('button', { name: 'Delete Iron' }).click()
    await expect.poll(waiting, patient).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(waiting, patient).toBe(before)
  })
})
