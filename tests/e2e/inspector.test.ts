import axe from 'axe-core'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Desktop, openDesktop, reaches } from './desktop.ts'
import { tally } from './documents.ts'

async function openTally(colorScheme: 'light' | 'dark' = 'light'): Promise<Desktop> {
  const desktop = await openDesktop({ provider: { reply: () => tally }, context: { colorScheme, reducedMotion: 'reduce' } })
  await desktop.ask('something that counts')
  await reaches(desktop.window('Tally'), 'running')
  return desktop
}

const inspectorOf = (page: Page, name: string) => page.getByRole('complementary', { name: `Inspector of ${name}` })

describe('the inspector', () => {
  it('is opened from the window’s menu and by key, and is loaded only then', async () => {
    const { page, window } = await openTally()
    const scripts = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /Inspector.*\.js/.test(name)).length)
    expect(await scripts()).toBe(0)
    await window('Tally').getByRole('button', { name: 'Place this window' }).click()
    await page.getByRole('menuitem', { name: 'Inspect' }).click()
    const inspector = inspectorOf(page, 'Tally')
    await inspector.waitFor()
    expect(await scripts()).toBe(1)
    await page.keyboard.press('Escape')
    await inspector.waitFor({ state: 'detached' })
    await window('Tally').getByRole('button', { name: 'Count' }).focus()
    await page.keyboard.press('ControlOrMeta+Alt+KeyI')
    await inspector.waitFor()
    expect(await inspector.getByRole('tab', { name: 'State' }).evaluate(tab => tab === document.activeElement)).toBe(true)
  })

  it('writes the state, shows what an event did, and goes back', async () => {
    const { page, window } = await openTally()
    const app = window('Tally')
    await app.getByRole('button', { name: 'Count' }).focus()
    await page.keyboard.press('ControlOrMeta+Alt+KeyI')
    const inspector = inspectorOf(page, 'Tally')
    await inspector.getByRole('textbox', { name: 'count' }).fill('40')
    await page.keyboard.press('Enter')
    await app.getByText('Counted 40').waitFor()
    await app.getByRole('button', { name: 'Count' }).click()
    await app.getByText('Counted 41').waitFor()

    await inspector.getByRole('tab', { name: 'Events' }).click()
    await inspector
      .getByRole('button', { name: /Button onPress/ })
      .first()
      .click()
    await inspector.getByText('1 component drawn').waitFor()
    await inspector.getByRole('button', { name: /edit/ }).last().click()
    await inspector.getByRole('button', { name: 'Go back to here' }).last().click()
    await app.getByText('Counted 40').waitFor()
  })

  it('finds the component under the pointer, its JSON and its line', async () => {
    const { page, window } = await openTally()
    const app = window('Tally')
    await app.getByRole('button', { name: 'Count' }).focus()
    await page.keyboard.press('ControlOrMeta+Alt+KeyI')
    const inspector = inspectorOf(page, 'Tally')
    await inspector.getByRole('tab', { name: 'Components' }).click()
    await inspector.getByRole('button', { name: 'Pick in the app' }).click()
    await app.getByRole('button', { name: 'Count' }).click()
    const chosen = inspector.getByRole('region', { name: 'Chosen component' })
    await chosen.getByText('/view/children/2').waitFor()
    expect(await chosen.innerText()).toMatch(/line \d+ of the blueprint[\s\S]*"do": "inc"/)
    expect(await app.getByText('Counted 0').count()).toBe(1)
  })

  it.each(['light', 'dark'] as const)('in %s breaks no rule of axe, contrast included', async scheme => {
    const { page, context, window } = await openTally(scheme)
    await context.addInitScript({ content: axe.source })
    await page.reload()
    const app = window('Tally')
    await reaches(app, 'running')
    await app.getByRole('button', { name: 'Count' }).click()
    await page.keyboard.press('ControlOrMeta+Alt+KeyI')
    const inspector = inspectorOf(page, 'Tally')
    for (const tab of ['State', 'Derived', 'Events', 'Components', 'Timings']) {
      await inspector.getByRole('tab', { name: tab }).click()
      if (tab === 'Events')
        await inspector
          .getByRole('button', { name: /Button onPress/ })
          .first()
          .click()
      if (tab === 'Components') await inspector.getByRole('option', { name: /Count/ }).first().click()
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
        return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} · ${node.failureSummary}`))
      })
      expect(found, tab).toEqual([])
    }
  })
})
