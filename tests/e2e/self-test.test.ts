/** An app's own tests, run beside it in the desktop: nobody notices anything but the verdict. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { encodeLink } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

const counts = { name: 'Counts', steps: [{ press: 'Count' }, { press: 'Count' }, { sees: 'Counted 2' }] }
const adds = { name: 'Adds a thing', steps: [{ fill: 'Tea', into: 'Thing' }, { press: 'Add' }, { sees: 'Tea' }, { expect: 'count(things) == 1' }] }
const keeps = { name: 'Keeps the count', steps: [{ press: 'Count' }, { reload: true }, { sees: 'Counted 1' }] }
const wrong = { name: 'Starts at seven', steps: [{ sees: 'Counted 7' }] }

const tallyWith = (...tests: readonly object[]) => JSON.stringify({ ...JSON.parse(tally), tests })
const shipped = (name: string) => readFileSync(fileURLToPath(new URL(`../../blueprints/apps/${name}.json`, import.meta.url)), 'utf8')

const bar = (desktop: Desktop) => desktop.window().locator('.checks-bar')
const verdict = (desktop: Desktop) => bar(desktop).getByText(/passed/)
const frames = (page: Page) => page.locator('iframe').count()

describe('[B70] the tests of an app that was just made', () => {
  it('run beside it, and their verdict is kept', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tallyWith(counts, adds, keeps) } })
    await desktop.ask('a tally')
    await reaches(desktop.window('Tally'), 'running')
    await verdict(desktop).waitFor()
    expect(await verdict(desktop).textContent()).toBe('3 of 3 checks passed')
    // What the tests did is not in the app, and what ran them is gone.
    await desktop.window('Tally').getByText('Counted 0').waitFor()
    expect(await frames(desktop.page)).toBe(0)

    await desktop.page.reload()
    await reaches(desktop.window('Tally'), 'running')
    expect(await bar(desktop).count()).toBe(0)
    await desktop.window('Tally').getByRole('button', { name: 'Details' }).click()
    await desktop.page.getByText('3 of 3 passed').waitFor()
  })

  it('[S53] are on the sheet that asks for what it reaches, and not on that of a link', async () => {
    const asking = {
      ...JSON.parse(tallyWith(counts, adds)),
      capabilities: ['storage', 'notify'].map(use => ({ use, why: 'Keeps it and tells you.' })),
      effects: { ten: { when: 'count == 10', do: { do: 'notify', title: 'Ten' } } },
    }
    const desktop = await openDesktop({ provider: { reply: () => JSON.stringify(asking) } })
    await desktop.ask('a tally')
    const sheet = desktop.page.getByRole('dialog', { name: 'Allow Tally?' })
    await sheet.getByText('2 of 2 checks passed').waitFor()
    await sheet
      .getByRole('button', { name: 'Don’t allow' })
      .or(sheet.getByRole('button', { name: "Don't allow" }))
      .click()
    await sheet.waitFor({ state: 'detached' })

    const linked = await desktop.newContext((await encodeLink(asking)).fragment)
    const linkedSheet = linked.getByRole('dialog', { name: 'Allow Tally?' })
    await linkedSheet.waitFor()
    expect(await linkedSheet.getByText(/checks/).count()).toBe(0)
    expect(await frames(linked)).toBe(0)
  })

  it('say which of them failed, and why', async () => {
    const desktop = await openDesktop({ provider: { reply: () => tallyWith(counts, wrong, adds) } })
    await desktop.ask('a tally')
    await verdict(desktop).waitFor()
    expect(await verdict(desktop).textContent()).toBe('2 of 3 checks passed')
    expect(await desktop.window('Tally').getAttribute('data-state')).toBe('running')
    await bar(desktop).getByRole('button', { name: 'Which?' }).click()
    const details = desktop.page.getByRole('dialog', { name: 'About Tally' })
    await details.getByText('Starts at seven').waitFor()
    await details.getByText(/expected “Counted 7” to be seen\. Seen: .*Counted 0/).waitFor()
    expect(await details.getByText('Counts', { exact: true }).count()).toBe(0)
  })

  it('leave the person’s focus, keys, caret and page alone', async () => {
    // Fields, dates, menus and dialogs: everything in them wants the focus.
    const desktop = await openDesktop({ provider: { reply: () => shipped('expenses') } })
    const { page } = desktop
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      for (const type of ['focusin', 'focusout', 'blur', 'scroll', 'selectstart'])
        addEventListener(type, event => seen.push(`${type} ${(event.target as Element).tagName ?? 'window'}`), true)
      new MutationObserver(records => {
        for (const { target, attributeName } of records) {
          const element = target as Element
          const hides = element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')
          if (hides && element.contains(document.activeElement)) seen.push(`${attributeName} of ${element.tagName}`)
        }
      }).observe(document.body, { subtree: true, attributeFilter: ['aria-hidden', 'inert', 'style'] })
    })
    await desktop.ask('expenses')
    await desktop.window().waitFor()
    const field = page.getByRole('textbox', { name: 'Describe an app' })
    await field.click()
    await page.evaluate(() => {
      const watch = window as unknown as { seen: string[]; during: number }
      watch.seen.length = 0
      watch.during = 0
      addEventListener('keydown', () => {
        if (document.querySelector('iframe')) watch.during += 1
      })
    })
    // From before the tests begin until after they end.
    let typed = ''
    while ((await verdict(desktop).count()) === 0 && typed.length < 2000) {
      await page.keyboard.type('the quick brown fox ', { delay: 10 })
      typed += 'the quick brown fox '
    }
    const { seen, during } = await page.evaluate(() => {
      const watch = window as unknown as { seen: string[]; during: number }
      return { seen: watch.seen, during: watch.during }
    })
    expect(await verdict(desktop).textContent()).toMatch(/^(\d+) of \1 checks passed$/)
    expect(during).toBeGreaterThan(3)
    expect(await field.inputValue()).toBe(typed)
    expect(seen).toEqual([])
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true)
  })

  it('end with the window', async () => {
    const desktop = await openDesktop({ provider: { reply: () => shipped('kanban') } })
    await desktop.ask('a board')
    await bar(desktop)
      .getByText(/are running/)
      .waitFor()
    await desktop.window().getByRole('button', { name: 'Close' }).first().click()
    await expect.poll(() => frames(desktop.page)).toBe(0)
  })

  it('run out of reach of everything', async () => {
    const beacon: JsonObject = { type: 'Markdown', text: '![a](https://example.com/beacon.png) [go](https://example.com/)' }
    const document = JSON.parse(tallyWith({ name: 'Follows the link', steps: [{ press: 'go' }, { sees: 'Tally' }] }))
    document.view.children.push(beacon, { type: 'Link', text: 'Away', href: 'https://example.com/' })
    document.tests.push({ name: 'Follows the other', steps: [{ press: 'Away' }, { sees: 'Tally' }] })
    const desktop = await openDesktop({ provider: { reply: () => JSON.stringify(document) } })
    await desktop.ask('a tally')
    await verdict(desktop).waitFor()
    expect(desktop.context.pages()).toHaveLength(1)
    expect(await verdict(desktop).textContent()).toBe('2 of 2 checks passed')
  })
})
