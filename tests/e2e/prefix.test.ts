import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { loadBlueprint } from '../../schema/index.ts'
import { openDesktop } from './desktop.ts'

/** Does everything that an app can do without being asked, at every place where it can be said. */
const hungry = JSON.stringify({
  blueprint: 1,
  app: { name: 'Hungry', icon: 'utensils', about: 'Tries everything at once.' },
  capabilities: [{ use: 'storage' }, { use: 'notify' }, { use: 'clipboard.write' }, { use: 'files' }, { use: 'net:https://example.com' }],
  state: { count: { type: 'number', init: 0, persist: true }, open: true },
  data: { news: { do: 'http.get', url: 'https://example.com/news', refresh: '10s' } },
  derived: { doubled: '${count * 2}' },
  view: {
    type: 'Stack',
    children: [
      { type: 'Heading', text: 'Hungry' },
      { type: 'Image', src: 'https://example.com/beacon.png', alt: 'A beacon' },
      { type: 'Markdown', text: '![x](https://example.com/beacon2.png) [a link](https://example.com/)' },
      { type: 'Link', text: 'Away', href: 'https://example.com/away' },
      { type: 'Text', text: 'Counted ${count}' },
      { type: 'Async', of: 'news', children: ['${news.value.title}'] },
      { type: 'Dialog', title: 'Look', open: '${open}', onClose: { do: 'set', path: 'open', value: false }, children: ['In the way'] },
      { type: 'Button', label: 'Count', onPress: { do: 'inc', path: 'count' } },
    ],
  },
  actions: {
    all: [
      { do: 'inc', path: 'count' },
      { do: 'storage.set', key: 'k', value: 1 },
      { do: 'toast', text: 'Here I am' },
      { do: 'notify', title: 'Up', text: 'x' },
      { do: 'sound.play', name: 'bell' },
      { do: 'clipboard.copy', text: 'stolen' },
      { do: 'file.save', name: 'a.txt', content: 'x' },
    ],
  },
  timers: { tick: { every: '50ms', do: 'all' } },
  effects: { start: { on: 'launch', do: 'all' }, again: { when: '${doubled}', do: 'all' } },
})

/** From now on every way in which a page acts on the world is written down instead of done. */
async function watchTools(page: Page): Promise<void> {
  await page.evaluate(() => {
    const done: string[] = []
    Object.assign(window, { done })
    const note = (name: string) =>
      class {
        static permission = 'granted'
        constructor() {
          done.push(name)
        }
      }
    Object.defineProperty(window, 'AudioContext', { value: note('sound') })
    navigator.clipboard.writeText = async () => void done.push('clipboard')
    window.open = () => {
      done.push('window')
      return null
    }
    HTMLAnchorElement.prototype.click = () => void done.push('download')
    new MutationObserver(() => {
      if (document.querySelector('.toasts')?.textContent?.includes('Here I am')) done.push('toast')
    }).observe(document.body, { childList: true, subtree: true })
  })
}

/** Notifications are written down from the page's beginning: the desktop takes the browser's own as soon as it opens. */
const noteNotifications = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    class Noted {
      static permission = 'granted'
      constructor() {
        ;(window as unknown as { done?: string[] }).done?.push('notification')
      }
    }
    Object.defineProperty(window, 'Notification', { value: Noted })
  })

const recording = (name: string) => JSON.stringify(JSON.parse(readFileSync(join(import.meta.dirname, '../recordings', `${name}.json`), 'utf8')))

it('the document that tries everything is a good one', () => {
  expect(loadBlueprint(hungry, { trusted: true }).issues.filter(({ severity }) => severity === 'error')).toEqual([])
})

describe('[S7] while a document streams nothing of it acts', () => {
  for (const [name, text] of [
    ['a document that tries everything', hungry],
    ['freelance-crm', recording('freelance-crm')],
    ['snake', recording('snake')],
    ['meeting-cost', recording('meeting-cost')],
  ] as const)
    it(`${name}: no prefix of it calls a tool or asks for an address`, async () => {
      // All but its last brace, in pieces of about fifty characters, each drawn; then the model falls silent.
      const { page, ask, window, provider } = await openDesktop({
        provider: { reply: () => text, piece: 100, bytes: 200, pace: 1, fault: () => ({ kind: 'stall', after: 1 - 1 / text.length }) },
        speed: 1,
        before: async page => void (await noteNotifications(page)),
      })
      await page.waitForLoadState('networkidle')
      await watchTools(page)
      const asked: string[] = []
      page.on('request', request => {
        const { pathname, protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && !pathname.startsWith('/assets/') && pathname !== '/api/generate') asked.push(origin + pathname)
      })
      await ask('anything')
      const parts = window().locator('.session-app [data-phase]')
      await parts.first().waitFor()
      let before = -1
      for (let same = 0; same < 3; ) {
        const now = provider!.requests[0]?.sent ?? 0
        same = now === before ? same + 1 : 0
        before = now
        await page.waitForTimeout(150)
      }
      expect(provider!.requests[0]!.sent).toBeGreaterThan(text.length)
      expect(await window().getAttribute('data-state')).toBe('streaming')
      expect(await parts.count()).toBeGreaterThan(5)
      expect(await window().locator('.cy-fault').allInnerTexts()).toEqual([])
      // A press on what is drawn does nothing either.
      for (const button of (await window().locator('.session-app button').all()).slice(0, 4))
        await button.click({ force: true, timeout: 1_000 }).catch(() => {})
      expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual([])
      expect(asked).toEqual([])
      if (text === hungry) await window().getByText('Counted 0').waitFor()
    })

  it('and would have been seen to act: complete and allowed, it does', async () => {
    const { view, data, ...rest } = JSON.parse(hungry)
    const quiet = JSON.stringify({
      ...rest,
      view: { type: 'Stack', children: view.children.filter(({ type }: { type: string }) => type === 'Heading' || type === 'Text') },
    })
    const { page, ask, window } = await openDesktop({ provider: { reply: () => quiet }, before: async page => void (await noteNotifications(page)) })
    await watchTools(page)
    await ask('anything')
    const sheet = page.getByRole('dialog', { name: 'Allow Hungry?' })
    await sheet.waitFor()
    await page.waitForTimeout(750)
    await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
    await window('Hungry')
      .getByText(/Counted [1-9]/)
      .waitFor()
    const seen = () => page.evaluate(() => [...new Set((window as unknown as { done: string[] }).done)].sort())
    await expect.poll(seen).toEqual(expect.arrayContaining(['notification', 'sound', 'toast']))
    // Copying and saving are for a person's press alone.
    expect(await seen()).not.toContain('clipboard')
  })
})
