import axe from 'axe-core'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openDesktop, reaches } from './desktop.ts'
import { answerOnce, deviceApp, tryButton } from './device.ts'
import { reminder, tally } from './documents.ts'

/** One line for each element that breaks a rule, contrast included, on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  // What moves or fades has the colours of a moment: looked at when it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null))))
  return page.evaluate(async () => {
    const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    if (passes.length < 10) throw new Error(`axe looked at ${passes.length} rules only.`)
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id}: ${help} · ${node.target.join(' ')} · ${node.failureSummary?.split('\n').slice(1).join(' ')}`),
    )
  })
}

for (const colorScheme of ['light', 'dark'] as const)
  describe(`in ${colorScheme} nothing breaks a rule of axe`, () => {
    it('on the empty desktop, the desktop with apps, the sheet, the details, the settings, the launcher', async () => {
      const { page, context, ask, window } = await openDesktop({
        provider: { reply: (_, index) => [tally, reminder][index] ?? 'no' },
        context: { colorScheme, reducedMotion: 'reduce' },
      })
      await context.addInitScript({ content: axe.source })
      await page.reload()
      await page.getByRole('textbox', { name: 'Describe an app' }).waitFor()
      expect(await violations(page)).toEqual([])

      await ask('something that counts')
      await reaches(window('Tally'), 'running')
      await window('Tally').getByRole('button', { name: 'Count' }).click()
      expect(await violations(page)).toEqual([])

      await ask('remind me')
      const sheet = page.getByRole('dialog', { name: 'Allow Reminder?' })
      await sheet.waitFor()
      await page.waitForTimeout(750)
      expect(await violations(page)).toEqual([])
      await sheet.getByRole('button', { name: "Don't allow" }).click()
      expect(await violations(page)).toEqual([])

      await ask('something that cannot be made')
      await page.locator('section[data-state="stopped"]').waitFor()
      expect(await violations(page)).toEqual([])

      await window('Tally').getByRole('button', { name: 'Details' }).click()
      const details = page.getByRole('dialog', { name: 'About Tally' })
      for (const tab of ['About', 'Permissions', 'Blueprint', 'Versions']) {
        await details.getByRole('tab', { name: tab }).click()
        expect(await violations(page), tab).toEqual([])
      }
      await details.getByRole('button', { name: 'Close' }).click()

      await window('Tally').getByRole('button', { name: 'Share' }).click()
      await page.getByRole('dialog', { name: 'Share Tally' }).getByRole('textbox', { name: 'Link' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('dialog', { name: 'Settings' }).getByText('Ollama').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Show what apps did' }).click()
      await page.getByRole('dialog', { name: 'What apps did' }).getByRole('table').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.keyboard.press('ControlOrMeta+K')
      await page.getByRole('dialog').waitFor()
      expect(await violations(page)).toEqual([])
    })

    it('on the question for the place, the mark of listening, a notice in the system’s place, and a computed address', async () => {
      const { page, context, ask, window } = await openDesktop({
        provider: {
          reply: () =>
            deviceApp('Device', ['notify', 'location', 'microphone'], {
              children: [
                tryButton('Notify', { do: 'notify', title: 'It is time' }, 'shown'),
                tryButton('Here', { do: 'geo.here' }),
                tryButton('Listen', { do: 'speech.listen' }),
                { type: 'Link', text: 'Look', href: 'https://search.example/?q=${result}' },
              ],
            }),
        },
        context: { colorScheme, reducedMotion: 'reduce' },
      })
      await context.addInitScript({ content: axe.source })
      await context.addInitScript(() => {
        class Recogniser {
          start() {}
          stop() {}
          abort() {}
        }
        for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) Object.defineProperty(globalThis, name, { value: Recogniser, configurable: true })
      })
      await page.reload()
      await ask('something with the device')
      const sheet = page.getByRole('dialog', { name: 'Allow Device?' })
      await sheet.waitFor()
      await page.waitForTimeout(750)
      await sheet.getByRole('button', { name: 'Allow', exact: true }).click()
      await reaches(window('Device'), 'running')
      await window('Device').getByRole('button', { name: 'Notify' }).click()
      await page.locator('.toast[data-stays]').waitFor()
      await window('Device').getByRole('button', { name: 'Listen' }).click()
      await answerOnce(page, 'Device', true)
      await window('Device').getByRole('button', { name: 'Stop' }).waitFor()
      expect(await violations(page)).toEqual([])
      await window('Device').getByRole('button', { name: 'Here' }).click()
      await page.getByRole('radio', { name: 'Exactly where' }).waitFor({ state: 'attached' })
      await page.waitForTimeout(750)
      expect(await violations(page)).toEqual([])
      await answerOnce(page, 'Device', false)
      await window('Device').getByRole('link', { name: 'Look' }).click()
      await page.getByRole('dialog', { name: 'Device leads to search.example' }).waitFor()
      expect(await violations(page)).toEqual([])
    })

    it('while an app streams', async () => {
      const { page, context, ask, window } = await openDesktop({
        provider: { reply: () => tally, fault: () => ({ kind: 'stall', after: 0.8 }) },
        context: { colorScheme, reducedMotion: 'reduce' },
        speed: 1,
      })
      await context.addInitScript({ content: axe.source })
      await page.reload()
      await ask('something that counts')
      await window('Tally').getByRole('button', { name: 'Count' }).waitFor()
      await page.waitForTimeout(300)
      expect(await violations(page)).toEqual([])
    })

    it('on the dialog of an edit, what it set aside, and the versions', async () => {
      const { page, context, ask, window } = await openDesktop({ provider: { reply: () => tally }, context: { colorScheme, reducedMotion: 'reduce' } })
      await context.addInitScript({ content: axe.source })
      await page.reload()
      await ask('something that counts')
      await reaches(window('Tally'), 'running')
      await window('Tally').getByRole('button', { name: 'Count' }).click()
      const base = await window('Tally').getAttribute('data-app')
      const ops = [
        { put: 'state.count', value: { type: 'text', init: '', persist: true, enum: [''] } },
        { node: { type: 'Button', label: 'Count' }, remove: true },
      ]
      await page.getByRole('navigation', { name: 'Dock' }).getByRole('button', { name: 'Apps' }).click()
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Open a file…' }).click()
      await (await chooser).setFiles({ name: 'change.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ edit: 1, base, ops })) })
      const question = page.getByRole('dialog', { name: 'Change Tally?' })
      await question.waitFor()
      expect(await violations(page)).toEqual([])
      await question.getByRole('button', { name: 'Change it' }).click()
      await window('Tally').getByRole('button', { name: 'Count' }).waitFor({ state: 'detached' })
      await window('Tally').getByRole('button', { name: 'Details' }).click()
      for (const tab of ['Set aside', 'Versions']) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await violations(page)).toEqual([])
      }
    })
  })
