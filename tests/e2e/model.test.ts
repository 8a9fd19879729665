import { describe, expect, it } from 'vitest'
import { type Desktop, type DesktopOptions, openDesktop, reaches } from './desktop.ts'

/** Asks a model, and would send on what it said. */
const relay = JSON.stringify({
  blueprint: 1,
  app: { name: 'Relay', icon: 'send', about: 'Asks, and sends on what it hears.', window: { width: 420, height: 520 } },
  capabilities: [
    { use: 'storage', why: 'Keeps what it heard.' },
    { use: 'llm', why: 'Asks for you.' },
    { use: 'net:https://b.example', why: 'Sends it on.' },
  ],
  state: { heard: { type: 'text', init: '', persist: true }, wrong: '' },
  view: {
    type: 'Stack',
    pad: 'm',
    children: [
      { type: 'Text', text: 'Heard ${heard}' },
      { type: 'Text', text: 'Wrong ${wrong}' },
      {
        type: 'Button',
        label: 'Ask',
        onPress: [
          { do: 'llm.ask', prompt: 'Say something.', out: 'said', catch: { do: 'set', path: 'wrong', value: '${error.message}' } },
          { do: 'set', path: 'heard', value: '${said}' },
        ],
      },
      {
        type: 'Button',
        label: 'Send',
        onPress: [{ do: 'http.post', url: 'https://b.example/x', body: '${heard}', catch: { do: 'set', path: 'wrong', value: '${error.message}' } }],
      },
      { type: 'Link', text: 'Open it', href: 'https://c.example/?q=${heard}' },
    ],
  },
})

const isQuestion = (messages: readonly { readonly content: string }[]) => messages.some(({ content }) => /<request-[0-9a-f]{24}>/.test(content))

async function openRelay(options: { readonly pace?: number; readonly gateway?: DesktopOptions['gateway'] } = {}): Promise<Desktop> {
  const { pace = 0, gateway = {} } = options
  const desktop = await openDesktop({
    provider: { pace, reply: ({ messages }) => (isQuestion(messages) ? '{"value":"A <b>model</b> said this."}' : relay) },
    gateway,
    speed: 1,
  })
  // What the gateway refuses, the browser writes down.
  desktop.traps.expect(/Failed to load resource.*api\/llm/)
  await desktop.ask('a relay')
  const sheet = desktop.page.getByRole('dialog', { name: 'Allow Relay?' })
  await sheet.waitFor()
  // Who reads what it hands over stands on the sheet.
  await sheet.getByText('At the moment that is claude-').waitFor()
  await desktop.page.waitForTimeout(800)
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
  await reaches(desktop.window('Relay'), 'running')
  return desktop
}

describe('an app that asks a model', () => {
  it('[S58] names on its sheet who is asked, and shows the answer as text', async () => {
    const { page, window, provider } = await openRelay()
    await window('Relay').getByRole('button', { name: 'Ask', exact: true }).click()
    await window('Relay').getByText('Heard A <b>model</b> said this.').waitFor()
    const question = provider?.requests.at(-1)
    expect(question?.messages.at(-1)?.content).toContain('Say something.')
    expect(JSON.stringify(question?.body)).not.toContain('blueprint')
    await page.getByRole('button', { name: 'Settings' }).first().click()
    await page.getByText(/Today: [\d,]+ of 400,000 tokens/).waitFor()
  })

  it('[S40] is stopped from its window’s own bar, and all of them from Settings', async () => {
    const { page, window } = await openRelay({ pace: 60 })
    const relayWindow = window('Relay')
    await relayWindow.getByRole('button', { name: 'Ask', exact: true }).click()
    await relayWindow.getByText('Asking claude-').waitFor()
    // The window keeps what one does with it, whatever stands in its bar.
    const bar = await relayWindow.locator('.title-bar').boundingBox()
    const close = await relayWindow.getByRole('button', { name: 'Close', exact: true }).boundingBox()
    expect((close?.x ?? 0) + (close?.width ?? 0)).toBeLessThanOrEqual((bar?.x ?? 0) + (bar?.width ?? 0))
    await relayWindow.getByRole('button', { name: 'Stop', exact: true }).click()
    await relayWindow.getByText('Wrong You stopped this question').waitFor()
    await page.getByRole('button', { name: 'Settings' }).first().click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('switch', { name: /Let apps ask/ }).click()
    await settings.getByText('All questions are stopped').waitFor()
    await page.keyboard.press('Escape')
    await relayWindow.getByRole('button', { name: 'Ask', exact: true }).click()
    await relayWindow.getByText('Wrong You stopped all questions of apps').waitFor()
  })

  it('[S40] is told in words when its budget for the day is used up, and keeps what it had', async () => {
    const { window } = await openRelay({ gateway: { llmBudget: { app: 100, all: 100 } } })
    await window('Relay').getByRole('button', { name: 'Ask', exact: true }).click()
    await window('Relay').getByText('used up what may be spent on models in a day').waitFor()
  })
})

describe('[S28] what a model said', () => {
  it('goes to a server only after a yes that names both, which is asked for once and can be taken back', async () => {
    const desktop = await openRelay()
    const { page, window } = desktop
    const relayWindow = window('Relay')
    await relayWindow.getByRole('button', { name: 'Ask', exact: true }).click()
    await relayWindow.getByText('Heard A <b>').waitFor()
    await relayWindow.getByRole('button', { name: 'Send', exact: true }).click()
    const question = page.getByRole('dialog', { name: 'Let Relay send data to b.example?' })
    await question.waitFor()
    expect(await question.innerText()).toContain('claude-')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Don't allow")
    await question.getByRole('button', { name: "Don't allow" }).click()
    await relayWindow.getByText('Wrong You have not allowed this app to send what it has from a language model to b.example.').waitFor()
    // A no is not asked about again.
    await relayWindow.getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForTimeout(300)
    expect(await question.count()).toBe(0)
    // It is changed where the words say.
    await relayWindow.getByRole('button', { name: 'Details', exact: true }).click()
    await page.getByRole('tab', { name: 'Permissions' }).click()
    await page.getByRole('switch', { name: /Send what it has from a language model to b.example/ }).click()
    await page.keyboard.press('Escape')
    desktop.traps.expect(/Failed to load resource.*api\/http/)
    await relayWindow.getByRole('button', { name: 'Send', exact: true }).click()
    await relayWindow.getByText(/Wrong (?!You have not allowed)\S/).waitFor()
  })

  it('still comes from there after a reload, and is said of a link that may carry it', async () => {
    const { page, window } = await openRelay()
    await window('Relay').getByRole('button', { name: 'Ask', exact: true }).click()
    await window('Relay').getByText('Heard A <b>').waitFor()
    await window('Relay').getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await reaches(window('Relay'), 'running')
    await window('Relay').getByText('Heard A <b>').waitFor()
    await window('Relay').getByRole('link', { name: 'Open it' }).click()
    const link = page.getByRole('dialog', { name: 'Relay leads to c.example' })
    await link.getByText('It may carry what the app has from a language model').waitFor()
    await page.keyboard.press('Escape')
    await window('Relay').getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('dialog', { name: 'Let Relay send data to b.example?' }).waitFor()
  })
})

it('Digest makes a record of a text, and says what is missing where there is no model', async () => {
  const record = {
    title: 'How tea is made',
    summary: 'Leaves are dried.',
    points: ['Green tea is not oxidised.'],
    terms: [{ term: 'Withering', meaning: 'Letting leaves wilt.' }],
  }
  const open = async (desktop: Desktop) => {
    desktop.traps.expect(/Failed to load resource.*api\/llm/)
    await desktop.page.getByRole('button', { name: 'Apps' }).first().click()
    await desktop.page
      .getByRole('button', { name: /^Digest/ })
      .first()
      .click()
    const sheet = desktop.page.getByRole('dialog', { name: 'Allow Digest?' })
    await sheet.waitFor()
    await desktop.page.waitForTimeout(800)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    const digest = desktop.window('Digest')
    await reaches(digest, 'running')
    await digest.getByRole('textbox', { name: 'Text' }).fill('Tea begins with leaves that are picked by hand.')
    await digest.getByRole('button', { name: 'Read and keep' }).click()
    return digest
  }
  const digest = await open(await openDesktop({ provider: { reply: () => JSON.stringify({ value: record }) } }))
  await digest.getByText('How tea is made').waitFor()
  const without = await open(await openDesktop())
  await without.getByText('No language model is set up').waitFor()
})
